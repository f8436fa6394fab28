/** How the objects of the demonstration partnership name one another. */
import type { AudienceKind } from '../../schema/vocabulary.js';

/** A calendar day, '2026-11-22'. */
export type Day = `${number}-${number}-${number}`;
/** A reporting period, '2026-11'. */
export type Period = `${number}-${number}`;

export type OrganisationKey =
  | 'wcc'
  | 'sandry'
  | 'thexford'
  | 'icb'
  | 'whft'
  | 'ocft'
  | 'police'
  | 'fire'
  | 'vcse'
  | 'ternside';
export type AbuKey = 'coast' | 'vale' | 'mhp';
export type BoardKey = 'hwb' | 'icb-board' | 'oversight' | 'usc' | 'coast-board' | 'vale-board' | 'mh-board';
export type PlanKey = 'strategy' | 'improvement';
export type PriorityKey =
  | 'best-start'
  | 'healthy-places'
  | 'work-and-homes'
  | 'mental-wellbeing'
  | 'right-care'
  | 'home-sooner'
  | 'well-led';
export type WorkstreamKey = `ws${1 | 2 | 3 | 4 | 5 | 6 | 7}` | `imp${1 | 2 | 3 | 4 | 5}`;
export type PersonKey = string;
export type PostKey = string;
export type ActionKey = `${WorkstreamKey}-${string}`;

/** Whoever can own work. A body outside the partnership has no record of its own, only its name. */
export type PartyRef =
  | `organisation:${OrganisationKey}`
  | `abu:${AbuKey}`
  | `board:${BoardKey}`
  | `person:${PersonKey}`
  | `post:${PostKey}`
  | `outside:${string}`;

export type ItemRef =
  | `plan:${PlanKey}`
  | `priority:${PriorityKey}`
  | `workstream:${WorkstreamKey}`
  | `action:${ActionKey}`
  | `risk:${string}`
  | `external:${string}`
  | `board:${BoardKey}`;

/** The words a cross-reference was read from: an update (action/organisation/period) or an item's own text. */
export type SourceRef = ItemRef | `update:${ActionKey}/${OrganisationKey}/${Period}`;

/** Left out where the whole partnership may read. Stated again on each child, so nothing rests on inheritance. */
export type AudienceContent =
  | { kind: AudienceKind.ORGANISATIONS; organisations: OrganisationKey[] }
  | { kind: AudienceKind.BOARD; board: BoardKey }
  | { kind: AudienceKind.PEOPLE; people: PersonKey[] };
