import { type CrossReferenceKind, CrossReferenceStatus } from '../../../schema/vocabulary.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { holdAudience } from '../plans/audience.service.js';
import { endFacts, needsNoAnswer } from './cross-reference.policy.js';
import type { ItemHead } from './item.reads.js';

/** Who may see a cross-reference: those who may see both its ends. */
export async function audienceOfBoth(work: Work, from: ItemHead, to: ItemHead | null): Promise<string> {
  // Held until the end: neither is narrowed while the reference is written under what it was.
  const own = await holdAudience(work, from.type, from.id);
  const other = to ? await holdAudience(work, to.type, to.id) : null;
  if (!own || (to && !other)) throw notFound();
  const [both] = await work.query<{ id: string }>(`select intersect_audiences($1, $2) as id`, [own, other]);
  return both?.id ?? own;
}

/** How a promise begins: agreed where nobody else need be asked, otherwise proposed. */
export async function statusBetween(work: Work, from: ItemHead, to: ItemHead | null) {
  const proposed = {
    status: CrossReferenceStatus.PROPOSED,
    reason: null,
    decidedById: null,
    decidedAt: null,
    promisedBy: null,
    confidence: null,
  };
  const facts = to ? await endFacts(work, [from.id, to.id]) : new Map();
  const [own, other] = [facts.get(from.id), facts.get(to?.id)];
  if (!own || !other || !needsNoAnswer(work.viewer.position, own, other)) return proposed;
  const person = work.viewer.people.get(from.partnershipId);
  return {
    ...proposed,
    status: CrossReferenceStatus.CONFIRMED,
    // Nobody answers for what no partner controls, so nobody is said to have confirmed it.
    ...(other.isExternal ? {} : { decidedById: person?.id ?? null, decidedAt: new Date().toISOString() }),
  };
}

export interface NewPromise {
  fromId: string;
  toId: string;
  kind: CrossReferenceKind;
  except: string | null;
}

/** The same promise stands once. Looked for among what the writer may see: what they may not is never hinted at. */
export async function checkNew(work: Work, { fromId, toId, kind, except }: NewPromise): Promise<void> {
  const [same] = await work.query(
    `select id from cross_references
     where from_id = $1 and to_id = $2 and kind = $3 and archived_at is null and id is distinct from $4 limit 1`,
    [fromId, toId, kind, except],
  );
  if (same) throw ruleBroken('ALREADY_REFERENCED', 'This cross-reference has been written already.');
}
