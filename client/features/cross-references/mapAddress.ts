import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import type { MapAsked } from './map.queries.js';
import { type Around, ONLY, type Only } from './mapGraph.js';
import { type Pins, readPins } from './mapPins.js';
import { LEVELS, type Level } from './mapPlaces.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const VIEWS = ['map', 'matrix', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** What narrows the map to some of the cross-references, asked of the server. */
export const NARROWED_BY = ['organisation', 'board', 'abu', 'kind'] as const;
export type NarrowedBy = (typeof NARROWED_BY)[number];

export interface MapState {
  readonly level: Level;
  readonly opened: readonly string[];
  readonly by: Readonly<Record<NarrowedBy, string | null>>;
  readonly only: ReadonlySet<Only>;
  readonly around: Around | null;
  /** Where the reader put places. */
  readonly pins: Pins;
  /** Null for whatever suits the room there is. */
  readonly view: View | null;
  /** The place or the bundle that is looked at. */
  readonly selected: string | null;
  /** Calendar days: as it stood on, and what changed since. */
  readonly day: string | null;
  readonly since: string | null;
}

const oneOf = <T extends string>(values: readonly T[], said: string | null): T | null =>
  values.find((value) => value.toLowerCase() === said?.toLowerCase()) ?? null;

const steps = (said: string | null): number =>
  Math.min(9, Math.max(0, Number.parseInt(said ?? '1', 10) || 0));

/** What is shown and what is looked at are in the address, so that they can be sent to another. */
export function readMapAddress(address: URLSearchParams): MapState {
  const listed = (name: string) => (address.get(name) ?? '').split(',').filter(Boolean);
  const matching = (name: string, pattern: RegExp) => pattern.exec(address.get(name) ?? '')?.[0] ?? null;
  const centre = matching('around', ID);
  const only = listed('only');
  return {
    level: oneOf(LEVELS, address.get('level')) ?? 'WORKSTREAM',
    opened: listed('open').filter((id) => ID.test(id)),
    by: {
      organisation: matching('organisation', ID),
      board: matching('board', ID),
      abu: matching('abu', ID),
      kind: oneOf(Object.values(CrossReferenceKind), address.get('kind')),
    },
    only: new Set(ONLY.filter((one) => only.includes(one))),
    around:
      centre === null ? null : { id: centre, up: steps(address.get('up')), down: steps(address.get('down')) },
    pins: readPins(address.get('pins')),
    view: oneOf(VIEWS, address.get('view')),
    selected: address.get('at'),
    day: matching('asOf', DAY),
    since: matching('since', DAY),
  };
}

/** What the server is asked, at a moment or now. */
export function askedOf({ level, opened, by }: MapState, within: string, asOf: string | null): MapAsked {
  return {
    within,
    level,
    opened: [...opened],
    asOf,
    filter: {
      organisationIds: by.organisation ? [by.organisation] : null,
      boardIds: by.board ? [by.board] : null,
      abuIds: by.abu ? [by.abu] : null,
      kinds: by.kind ? [CrossReferenceKind[by.kind as CrossReferenceKind]] : null,
    },
  };
}

export type PutInAddress = (values: Readonly<Record<string, string | null>>) => void;

export function useMapAddress(): { readonly state: MapState; readonly put: PutInAddress } {
  const [address, setAddress] = useSearchParams();
  const state = useMemo(() => readMapAddress(address), [address]);
  const put: PutInAddress = (values) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values))
          if (value) after.set(name, value);
          else after.delete(name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { state, put };
}
