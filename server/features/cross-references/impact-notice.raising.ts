import { ImpactNoticeStatus, StrainLevel } from '../../../schema/vocabulary.js';
import type { Work } from '../../platform/db/work.js';
import type { CrossReference } from './cross-reference.entity.js';
import { endFacts } from './cross-reference.policy.js';
import { type NoticeStep, noticeStep } from './impact-notice.rules.js';
import { headsOf, type ItemHead } from './item.reads.js';
import { type PromiseMade, type StrainFound, strainOf } from './strain.rules.js';

/** A cross-reference whose strain moved, as the notices about it need it. */
interface Moved {
  id: string;
  audience: string;
  was: { strain: StrainFound; giver: ItemHead | null };
  now: { strain: StrainFound; giver: ItemHead | null; receiver: ItemHead | null };
}

export interface NoticeOf {
  step: NoticeStep;
  crossReferenceId: string;
  audienceId: string;
  planId: string | null;
  toPlanId: string | null;
  giverId: string;
  receiverId: string;
  reasons: readonly string[];
  wasDueOn: string | null;
  isDueOn: string | null;
}

/** What there is to tell of a cross-reference whose strain moved: nothing, or one notice. */
export function noticesOf({ id, audience, was, now }: Moved): NoticeOf[] {
  const step = noticeStep(was.strain, now.strain);
  const { giver, receiver } = now;
  if (step === 'NOTHING' || !giver || !receiver) return [];
  return [
    {
      ...{ step, crossReferenceId: id, audienceId: audience, giverId: giver.id, receiverId: receiver.id },
      ...{ planId: receiver.planId, toPlanId: giver.planId, reasons: now.strain.reasons },
      ...{ wasDueOn: was.giver?.end ?? null, isDueOn: giver.end },
    },
  ];
}

/**
 * Tells each organisation that counts on what slipped, in the transaction in which it slipped: one open notice a
 * cross-reference and organisation, so a second slip says more in the first notice. Whoever gives it knows already; whoever
 * may not see the promise is not said to have been told.
 * Call it under every audience.
 */
export async function raiseNotices(
  work: Work,
  partnershipId: string,
  notices: readonly NoticeOf[],
): Promise<void> {
  const raised = notices.filter(({ step }) => step === 'RAISE');
  const lapsed = notices.filter(({ step }) => step === 'LAPSE');
  if (lapsed.length) await work.query(LAPSE, [lapsed.map(({ crossReferenceId }) => crossReferenceId)]);
  if (raised.length === 0) return;
  const facts = await endFacts(
    work,
    raised.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
  );
  const rows = raised.flatMap((notice) => {
    const givers = facts.get(notice.giverId);
    const receivers = facts.get(notice.receiverId)?.organisationIds ?? [];
    const theirs = givers?.isExternal ? [] : (givers?.organisationIds ?? []);
    return receivers
      .filter((id) => !theirs.includes(id))
      .map((organisationId) => ({ ...notice, organisationId }));
  });
  if (rows.length) await work.query(RAISE, [partnershipId, JSON.stringify(rows)]);
}

/** The days of a promise moved, or it was withdrawn: where it is in danger no longer, what was told of it lapses. */
export async function lapseNoticesOf(
  work: Work,
  reference: Pick<CrossReference, 'id' | 'fromId' | 'toId' | 'archivedAt'> & PromiseMade,
): Promise<void> {
  const { id, fromId, toId, archivedAt } = reference;
  const open = toId !== null && (await work.query(OPEN, [id]));
  if (!open || open.length === 0) return;
  // Whoever sees the promise sees both its ends, and what was told of it.
  const heads = await headsOf(work, [fromId, toId]);
  const [from, to] = [heads.get(fromId) ?? null, heads.get(toId) ?? null];
  const { level } = strainOf({ promise: reference, from, to, today: work.today });
  if (archivedAt !== null || level === StrainLevel.NONE) await work.query(LAPSE, [[id]]);
}

const OPEN = `select id from impact_notices where cross_reference_id = $1 and status = '${ImpactNoticeStatus.OPEN}' limit 1`;

const RAISE = `
  insert into impact_notices as n (partnership_id, audience_id, plan_id, to_plan_id, cross_reference_id, organisation_id, reasons, was_due_on, is_due_on)
  select $1, r."audienceId", r."planId", r."toPlanId", r."crossReferenceId", r."organisationId", r.reasons, r."wasDueOn", r."isDueOn"
  from jsonb_to_recordset($2::jsonb) as r("audienceId" uuid, "planId" uuid, "toPlanId" uuid, "crossReferenceId" uuid, "organisationId" uuid,
    reasons text[], "wasDueOn" date, "isDueOn" date)
  where not exists (
    select from audiences whole join audiences part on part.id = whole.id or (whole.kind = 'ALL_OF' and part.id = any (whole.members))
    where whole.id = r."audienceId" and part.kind = 'ORGANISATIONS' and r."organisationId" <> all (part.members))
  on conflict (cross_reference_id, organisation_id) where status = '${ImpactNoticeStatus.OPEN}'
  do update set reasons = excluded.reasons, is_due_on = excluded.is_due_on, audience_id = excluded.audience_id`;

const LAPSE = `
  update impact_notices set status = '${ImpactNoticeStatus.LAPSED}'
  where cross_reference_id = any ($1::uuid[]) and status = '${ImpactNoticeStatus.OPEN}'`;
