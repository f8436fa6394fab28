import type { CrossReferenceKind, ItemType, PlanKind } from '../../../schema/vocabulary.js';
import type { Timing } from '../actions/timing.rules.js';
import type { BodyKind } from './matching.rules.js';
import type { ParsedPlan, SkippedRow, Source } from './parsed-plan.js';

/** What is kept of an import beside its row: the file as it was read, what was decided, what was found. Types only. */

export interface NewPlan {
  title: string;
  kind: PlanKind;
  startsOn: string;
  endsOn: string;
  yearOneStartsOn: string | null;
  boardId: string | null;
}

/** Who some words mean, as a person settled it. Nobody named: the words stay as written. */
export interface Accepted {
  asWritten: string;
  organisationId?: string | null;
  personId?: string | null;
  postId?: string | null;
  abuId?: string | null;
  boardId?: string | null;
}

export interface ImportContent {
  /** Where it goes: a plan that exists, or one that is begun by applying. */
  planId: string | null;
  newPlan: NewPlan | null;
  parsed: ParsedPlan;
  accepted: Accepted[];
  report: ImportReport;
  /** Under which the log has what applying changed; a new one each time it is applied. */
  changeSetId: string | null;
}

export const COUNTED = [
  'workstreams',
  'actions',
  'tasks',
  'risks',
  'mitigations',
  'updates',
  'crossReferences',
] as const;
export type Counted = (typeof COUNTED)[number];

export interface Count {
  create: number;
  update: number;
  unchanged: number;
}

/** An item of the plan, as a list names it. The id says later who may read of it; a new one’s is not in the plan yet. */
export interface Named {
  itemId: string;
  label: string;
}

export interface FoundChange extends Named {
  itemType: string;
  field: string;
  before: string | null;
  after: string | null;
}

export interface KeptField extends Named {
  field: string;
  here: string | null;
  inFile: string | null;
}

export interface FoundOwner {
  asWritten: string;
  rows: number;
  isGap: boolean;
  matches: { kind: BodyKind; id: string; name: string; confidence: number; how: string }[];
  chosenId: string | null;
}

export interface FoundTiming {
  timing: Timing;
  rows: number;
  isFlagged: boolean;
}

export interface FoundReference extends Named {
  text: string;
  kind: CrossReferenceKind;
  toId: string | null;
  to: string | null;
  candidates: string[];
  reason: string | null;
}

/** What applying does, or did. */
export interface ImportReport {
  counts: Record<Counted, Count>;
  skipped: SkippedRow[];
  notes: string[];
  owners: FoundOwner[];
  timings: FoundTiming[];
  references: FoundReference[];
  changes: FoundChange[];
  kept: KeptField[];
  missing: Named[];
  /** What undoing left as it is, because people changed it since. */
  left: Named[];
  /** Every item it is about: those that stood there before, and those that come with it. Older reports do not say. */
  about?: { standing: string[]; coming: string[] };
  /** The actions it adds, with their titles. Older reports do not say. */
  added?: AddedAction[];
}

export interface AddedAction extends Named {
  title: string;
}

export type ImportedType = 'Workstream' | 'Action' | 'Risk' | 'Mitigation' | 'Update' | 'CrossReference';

/** Who answers for an item, as an ownership holds it: role, organisation, ABU, board, post, person, outside body, words. */
export type OwnerTuple = [string, ...(string | null)[]];

/** What a file says an item should be. */
export interface Desired {
  type: ImportedType;
  counted: Counted;
  key: string;
  label: string;
  source: Source | null;
  /** By property: written when it is made, and when the file says something else the next time. */
  values: Record<string, unknown>;
  /** Written only when it is made. */
  initial: Record<string, unknown>;
  /** Null where the file says nothing of owners. */
  owners: OwnerTuple[] | null;
  /** Keys of what it hangs under. */
  workstreamKey: string | null;
  parentKey: string | null;
}

export interface DesiredReference {
  fromKey: string;
  fromType: ItemType;
  /** The number of the workstream it stands in. */
  within: string | null;
  text: string;
  workstream: string | null;
  reference: string | null;
  kind: CrossReferenceKind;
}

/** What an item held after an import: what differs from it since was changed by people. */
export interface Left {
  values: Record<string, unknown>;
  owners: OwnerTuple[] | null;
}

/** An item of the plan as it is, and what the last import left of it. */
export interface Existing {
  type: ImportedType;
  id: string;
  values: Record<string, unknown>;
  owners: OwnerTuple[];
  key: string | null;
  left: Left | null;
  /** The import that brought it was undone since. */
  isUndone: boolean;
}
