import type { BragStatus, CrossReferenceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { headsOf, type ItemHead } from './item.reads.js';
import { type StrainFound, strainOf } from './strain.rules.js';

interface Touching {
  id: string;
  kind: CrossReferenceKind;
  fromId: string;
  toId: string;
  audience: string;
  plan: string | null;
  other: string | null;
}

const matters = ['status', 'timingEnd', 'archivedAt'] as const;

/**
 * Tells those who watch a cross-reference that its strain moved, because one of its ends (an action, a mitigation, an
 * external dependency, anything with a status, a deadline or an archive) went from `before` to `after`. Called by the
 * verb that changed the item, in its transaction. Also those who watch what the actor cannot see are told.
 */
export async function recordStrainMoved(work: Work, before: Row, after: Row): Promise<void> {
  if (matters.every((property) => (before[property] ?? null) === (after[property] ?? null))) return;
  const partnershipId = after['partnershipId'] as string;
  const touching = await work.query<Touching>(TOUCHING, [partnershipId, after.id]);
  if (touching.length === 0) return;
  await work.withEveryAudience(partnershipId, async () => {
    const heads = await headsOf(work, [...new Set(touching.flatMap(({ fromId, toId }) => [fromId, toId]))]);
    const moved = touching.flatMap((reference) => {
      const [was, now] = [before, after].map((state) => strainWith(reference, heads, state, work.today));
      return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ ...reference, was, now }];
    });
    if (moved.length) await work.query(NOTE, [partnershipId, JSON.stringify(moved)]);
  });
}

/** The strain when the changed item is in this state and the other end as it is. */
function strainWith(
  reference: Touching,
  heads: Map<string, ItemHead>,
  state: Row,
  today: string,
): { strain: StrainFound } {
  const end = (id: string): ItemHead | null => {
    const head = heads.get(id) ?? null;
    if (!head || id !== state.id) return head;
    return {
      ...head,
      status: (state['status'] ?? null) as BragStatus | null,
      end: (state['timingEnd'] ?? null) as string | null,
      archivedAt: (state['archivedAt'] ?? null) as string | null,
    };
  };
  return {
    strain: strainOf({ kind: reference.kind, from: end(reference.fromId), to: end(reference.toId), today }),
  };
}

/** Looks with every audience and back in one round trip: most items have no cross-references, and this is asked at each edit. */
const TOUCHING = `
  select id, kind, from_id as "fromId", to_id as "toId", audience_id as audience, plan_id as plan, to_plan_id as other
  from references_touching($1, $2)`;

const NOTE = `
  select note_derived($1, 'CrossReference', n.id, n.was, n.now, n.audience, n.plan, n.other)
  from jsonb_to_recordset($2::jsonb) as n(id uuid, was jsonb, now jsonb, audience uuid, plan uuid, other uuid)`;
