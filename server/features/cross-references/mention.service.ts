import { ItemType } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { ItemHead } from './item.reads.js';
import {
  findReferences,
  type ProseReference,
  type ReferenceTarget,
  type Resolution,
  resolveReference,
} from './prose.rules.js';

interface Target extends ReferenceTarget {
  type: ItemType;
  /** Whether everybody who sees the item that the text stands at sees this too. */
  isSeenByAll: boolean;
}

/** A reference found in a text, and what it leads to among what the reader may see. */
export interface Mention extends ProseReference {
  resolution: Resolution;
  /** The same among what everybody sees who may read the text. */
  resolutionForAll: Resolution;
  /** The types of the items it may lead to. */
  types: ReadonlyMap<string, ItemType>;
}

/** The references in a text that stands at an item, looked up in the item’s plan. */
export async function mentionsIn(reader: Reader, at: ItemHead, text: string): Promise<Mention[]> {
  const references = findReferences(text);
  if (references.length === 0) return [];
  const [targets, within] = await Promise.all([targetsOf(reader, at), numberOf(reader, at.workstreamId)]);
  const seenByAll = targets.filter(({ isSeenByAll }) => isSeenByAll);
  const types = new Map(targets.map((target) => [target.id, target.type]));
  return references.map((reference) => ({
    ...reference,
    resolution: resolveReference(reference, within, targets),
    resolutionForAll: resolveReference(reference, within, seenByAll),
    types,
  }));
}

/** The item a mention leads to, if it leads to one. */
export const foundIn = ({ resolution }: Mention): string | null =>
  'found' in resolution ? resolution.found.id : null;

/** Why a mention leads to no single item, in a sentence. */
export function unresolvedBecause({ resolution, reference, workstream }: Mention): string | null {
  if ('found' in resolution) return null;
  if ('missing' in resolution) return resolution.missing;
  const where = workstream === null ? 'There' : `In workstream ${workstream} there`;
  return `${where} are ${resolution.candidates.length} called ${reference ?? 'that'}: say which is meant`;
}

export const NOBODY_LOOKED = 'Nobody has looked for what these words mean';

/**
 * The same for what is kept beside the text for all its readers: what only the writer sees is neither counted nor
 * named. Where that alone is why it was not resolved, it reads as if nobody had tried.
 */
export function unresolvedForAllBecause(mention: Mention): string | null {
  if ('found' in mention.resolution) return null;
  return unresolvedBecause({ ...mention, resolution: mention.resolutionForAll }) ?? NOBODY_LOOKED;
}

async function targetsOf(reader: Reader, { planId, audienceId }: ItemHead): Promise<Target[]> {
  return planId === null ? [] : reader.query<Target>(TARGETS, [planId, audienceId]);
}

async function numberOf(reader: Reader, workstreamId: string | null): Promise<string | null> {
  if (workstreamId === null) return null;
  const [row] = await reader.query<{ number: string | null }>(
    `select number from workstreams where id = $1`,
    [workstreamId],
  );
  return row?.number ?? null;
}

/** Whether the circle `wide` holds everybody of the circle `own`. */
const HOLDS_ALL = `
  wide.id = own.id or wide.kind = 'EVERYONE' or (wide.kind = 'PARTNERSHIP' and own.kind <> 'EVERYONE')
  or (own.kind = 'ALL_OF' and (wide.id = any (own.members) or (wide.kind = 'ALL_OF' and wide.members <@ own.members)))`;

const TARGETS = `
  select t.id, t.type, t.workstream, t.reference, t.title, ${HOLDS_ALL} as "isSeenByAll" from (
    select a.id, '${ItemType.Action}' as type, w.number as workstream, a.reference, null as title, a.audience_id
    from actions a join workstreams w on w.id = a.workstream_id
    where a.plan_id = $1 and a.archived_at is null and a.reference is not null
    union all
    select p.action_id, '${ItemType.Action}', w.number, p.reference, null, p.audience_id
    from placements p join workstreams w on w.id = p.workstream_id
    where p.plan_id = $1 and p.archived_at is null and p.reference is not null
    union all
    select w.id, '${ItemType.Workstream}', w.number, null, w.title, w.audience_id
    from workstreams w where w.plan_id = $1 and w.archived_at is null
    union all
    select p.id, '${ItemType.Priority}', null, 'Priority ' || p.number, null, p.audience_id
    from priorities p where p.plan_id = $1 and p.archived_at is null) t
  join audiences wide on wide.id = t.audience_id join audiences own on own.id = $2`;
