import { CrossReferenceKind, givenByTo } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { quoted } from '../../platform/reading/tables.js';
import { CrossReference } from './cross-reference.entity.js';
import { endFacts } from './cross-reference.policy.js';
import { lapseNoticesOf } from './impact-notice.raising.js';
import { headsOf } from './item.reads.js';
import { statusBetween } from './promise.service.js';

type ReferenceRow = CrossReference & Row;

interface End {
  id: string;
  planId: string;
}

/** Kinds that say the same from either end. */
const mutual: readonly CrossReferenceKind[] = [
  CrossReferenceKind.SAME_WORK_AS,
  CrossReferenceKind.RELATES_TO,
];

/**
 * Lets cross-references written at one item or pointing at it be those of another from now on; answers with those that
 * went over. One between the two, and one that the other has already, is withdrawn. An answer stands while all who gave it
 * answer for the other item too, else it is asked for anew. Call it under every audience, and settle the other item’s after.
 */
export async function repointReferences(work: Work, was: End, now: End): Promise<string[]> {
  const references = await work.query<{ id: string }>(TOUCHING, [was.id]);
  const facts = await endFacts(work, [was.id, now.id]);
  const answering = facts.get(now.id)?.organisationIds ?? [];
  const isAnsweredFor = (facts.get(was.id)?.organisationIds ?? []).every((id) => answering.includes(id));
  const moved: string[] = [];
  for (const { id } of references) {
    const reference = await work.lock<CrossReference>(CrossReference, id);
    const isFrom = reference.fromId === was.id;
    const ends = isFrom ? { fromId: now.id, planId: now.planId } : { toId: now.id, toPlanId: now.planId };
    const next = { ...reference, ...ends };
    if (next.fromId === next.toId || (await hasAlready(work, next))) {
      await withdraw(work, reference);
      continue;
    }
    const anew = isFrom || isAnsweredFor ? {} : await asked(work, next);
    await work.update<CrossReference>(CrossReference, reference, { ...ends, ...anew });
    moved.push(id);
  }
  if (moved.length) await work.query(NOTICES, [moved]);
  return moved;
}

async function withdraw(work: Work, reference: ReferenceRow): Promise<void> {
  const archivedAt = new Date().toISOString();
  await lapseNoticesOf(work, await work.update<CrossReference>(CrossReference, reference, { archivedAt }));
}

/** As it is between the two when it is first written. */
async function asked(work: Work, { fromId, toId }: ReferenceRow) {
  const heads = await headsOf(work, [fromId, toId ?? '']);
  const [from, to] = [heads.get(fromId), toId === null ? null : heads.get(toId)];
  return from ? statusBetween(work, from, to ?? null) : {};
}

async function hasAlready(work: Work, { id, fromId, toId, kind }: ReferenceRow): Promise<boolean> {
  if (toId === null) return false;
  const same = await work.query(
    `select id from cross_references
     where archived_at is null and id <> $1 and kind = $4
       and ((from_id = $2 and to_id = $3) or ($5 and from_id = $3 and to_id = $2)) limit 1`,
    [id, fromId, toId, kind, mutual.includes(kind)],
  );
  return same.length > 0;
}

const TOUCHING = `select id from cross_references where (from_id = $1 or to_id = $1) and archived_at is null order by id`;

/** What was told of it is told in the plans its ends stand in now. */
const NOTICES = `
  update impact_notices n set
    plan_id = case when x.kind in (${quoted(givenByTo)}) then x.plan_id else x.to_plan_id end,
    to_plan_id = case when x.kind in (${quoted(givenByTo)}) then x.to_plan_id else x.plan_id end
  from cross_references x where x.id = n.cross_reference_id and x.id = any ($1::uuid[]) and n.status = 'OPEN'`;
