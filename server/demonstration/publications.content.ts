import type { BoardKey, Day, PersonKey } from './keys.types.js';

/** Prepared by one of those who keep the board, published by another; what waits has no second yet. */
interface PublishedContent {
  by: PersonKey;
  on: Day;
  published?: { by: PersonKey; on: Day };
}

export interface PackContent extends PublishedContent {
  meeting: string;
}

export interface PublishedPlanContent extends PublishedContent {
  board: BoardKey;
}

/** In their order: one that comes later for a meeting is a supplement. */
export const packs: PackContent[] = [
  {
    ...{ meeting: 'hwb-october', by: 'penhale', on: '2026-10-06' },
    published: { by: 'ollerenshaw', on: '2026-10-07' },
  },
  {
    ...{ meeting: 'hwb-october', by: 'penhale', on: '2026-10-13' },
    published: { by: 'ollerenshaw', on: '2026-10-13' },
  },
  { meeting: 'hwb-december', by: 'penhale', on: '2026-11-20' },
];

export const publishedPlans: PublishedPlanContent[] = [
  {
    ...{ board: 'hwb', by: 'penhale', on: '2026-09-16' },
    published: { by: 'ollerenshaw', on: '2026-09-17' },
  },
  {
    ...{ board: 'hwb', by: 'penhale', on: '2026-11-17' },
    published: { by: 'ollerenshaw', on: '2026-11-18' },
  },
];
