import type { IconName } from '../ui/Icon';

export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

/** The whole product in nine words. The order is that of a working week; the last two are for setting up. */
export const WORK: readonly Destination[] = [
  { path: '/', label: 'Home', icon: 'home' },
  { path: '/plans', label: 'Plans', icon: 'plan' },
  { path: '/risks', label: 'Risks', icon: 'risk' },
  { path: '/map', label: 'Map', icon: 'map' },
  { path: '/meetings', label: 'Meetings', icon: 'calendar' },
  { path: '/organisations', label: 'Organisations', icon: 'organisation' },
  { path: '/boards', label: 'Boards & ABUs', icon: 'board' },
];

export const SET_UP: readonly Destination[] = [
  { path: '/import', label: 'Import', icon: 'import' },
  { path: '/api', label: 'API', icon: 'api' },
];
