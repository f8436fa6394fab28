import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { conflict, forbidden, invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { holds } from '../../platform/policy/viewer.js';
import { lockInPlan, refuseClosedPlan } from '../plans/plan.service.js';
import { Action } from './action.entity.js';
import type { ItemVersionInput } from './action.inputs.js';
import { actionFacts, authoriseAction, editors } from './action.policy.js';
import { checkRating } from './action.rules.js';
import { Update } from './update.entity.js';
import type { ReportUpdateInput } from './update.inputs.js';
import { updateAbilities } from './update.policy.js';
import { checkPeriod, monthOf } from './update.rules.js';

type UpdateRow = Update & Row;

/** One organisation’s report on an action for one month: a new one, or with the version it was shown, another wording. */
export async function reportUpdate(work: Work, input: ReportUpdateInput): Promise<UpdateRow> {
  // Behind the lock of the action, so two colleagues who report at once are one after the other.
  const action = await lockInPlan<Action>(work, Action, input.actionId);
  await authoriseReport(work, action, input.organisationId);
  const author = await work.actFor(action.partnershipId, input.organisationId);
  await refuseClosedPlan(work, action.planId);
  checkRating(input.status);
  const period = monthOf(input.period);
  checkPeriod(period, work.today);

  const { narrative, status } = input;
  const existing = await findReport(work, action.id, input.organisationId, period);
  if (existing && input.expectedVersion)
    return work.update<Update>(Update, existing, { narrative, status }, { version: input.expectedVersion });
  if (existing && existing.id !== input.id) throw await alreadyReported(work, existing, input);
  if (input.expectedVersion)
    throw invalidInput([
      { field: 'expectedVersion', message: 'Your organisation has not reported on this month yet.' },
    ]);
  return work.insertOnce<Update>(Update, input.id, input, {
    partnershipId: action.partnershipId,
    audienceId: action.audienceId,
    planId: action.planId,
    actionId: action.id,
    organisationId: input.organisationId,
    period,
    narrative,
    status,
    authorId: author.id,
  });
}

export async function archiveUpdate(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<UpdateRow> {
  const known = await work.find<Update>(Update, input.id);
  if (!known) throw notFound();
  await lockInPlan(work, Action, known.actionId);
  const update = await work.lock<Update>(Update, input.id);
  if (!updateAbilities(work.viewer.position, update).archive)
    throw forbidden('Only the organisation that reported may put its words away or bring them back.');
  await work.actFor(update.partnershipId, update.organisationId);
  await refuseClosedPlan(work, update.planId);
  if ((update.archivedAt !== null) === archived) return update;
  if (!archived && (await findReport(work, update.actionId, update.organisationId, update.period)))
    throw ruleBroken(
      'ALREADY_REPORTED',
      'Your organisation has reported on this month again since: put that report away first.',
    );
  const patch = { archivedAt: archived ? new Date().toISOString() : null };
  return work.update<Update>(Update, update, patch, { version: input.expectedVersion });
}

/** An organisation reports that owns the action, or leads the workstream of one that nobody owns; for itself alone. */
async function authoriseReport(work: Work, action: Action, organisationId: string): Promise<void> {
  const facts = (await actionFacts(work, [action])).get(action.id);
  if (!facts) throw notFound();
  authoriseAction(work.viewer.position, facts, 'report');
  if (!editors(facts).includes(organisationId) || !holds(work.viewer.position, [organisationId], 'REPORT'))
    throw forbidden('You report for your own organisation, where it owns the action.');
}

async function findReport(
  work: Work,
  actionId: string,
  organisationId: string | null,
  period: string,
): Promise<UpdateRow | null> {
  const [found] = await work.query<{ id: string }>(
    `select id from updates where action_id = $1 and organisation_id = $2 and period = $3 and archived_at is null`,
    [actionId, organisationId, period],
  );
  return found ? work.lock<Update>(Update, found.id) : null;
}

/** Somebody of the organisation was quicker: they are shown both wordings, so nothing typed is lost. */
async function alreadyReported(work: Work, existing: UpdateRow, input: ReportUpdateInput) {
  const [author] = await work.query<{ name: string }>(`select name from people where id = $1`, [
    existing.authorId,
  ]);
  const known = {
    base: null,
    theirVersion: existing.version,
    changedBy: author?.name ?? null,
    changedAt: existing.updatedAt,
  };
  return conflict([
    { field: 'narrative', theirs: existing.narrative, yours: input.narrative, ...known },
    { field: 'status', theirs: existing.status, yours: input.status, ...known },
  ]);
}
