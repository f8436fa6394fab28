import { randomUUID } from 'node:crypto';
import { ImportStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { internAudience, partnershipAudience, refreshAudiences } from '../plans/audience.service.js';
import { Plan } from '../plans/plan.entity.js';
import { checkOpen, checkPeriod } from '../plans/plan.rules.js';
import { createPlan, lockPlan } from '../plans/plan.service.js';
import { Import } from './import.entity.js';
import type { ApplyImportInput } from './import.inputs.js';
import { authoriseCreateMissing } from './import.policy.js';
import { importTarget, type PlanChoice } from './import-access.js';
import type { ImportContent, ImportReport } from './import-content.js';
import { checkAccepted, createPeople, lastWord, namesIn, settledBefore } from './import-names.js';
import { type Destination, planImport } from './import-plan.js';
import { wellFormed, writeImport } from './import-write.js';
import type { Names } from './names.js';
import type { ParsedPlan } from './parsed-plan.js';
import { reportOf } from './report.rules.js';

type ImportRow = Import & Row;

export interface PreviewAsk extends PlanChoice {
  id?: string | undefined;
  fileName: string;
  parsed: ParsedPlan;
}

/** Keeps a file that was read, with what applying it would do. Nothing of the plan changes. */
export async function previewImport(work: Work, ask: PreviewAsk): Promise<ImportRow> {
  const target = await importTarget(work, ask);
  const { partnershipId, organisationId } = target;
  const person = await work.actFor(partnershipId, organisationId);
  // Until it is applied, what the file says is its organisation's own: of those in it who see the plan it is meant for.
  const [kind, member] = organisationId ? ['ORGANISATIONS', organisationId] : ['PEOPLE', person.id];
  const own = await internAudience(work, partnershipId, kind, [member]);
  await refreshAudiences(work);
  const audienceId = target.plan ? await both(work, own, target.plan.audienceId) : own;
  const row = await work.insertOnce<Import>(Import, ask.id, ask, {
    partnershipId,
    audienceId,
    fileName: ask.fileName,
    status: ImportStatus.PREVIEWED,
    summary: {},
    actorId: person.id,
    organisationId,
  });
  if (await contentOf(work, row.id)) return row;
  const { parsed } = ask;
  const newPlan = ask.newPlan
    ? {
        ...ask.newPlan,
        title: ask.newPlan.title ?? parsed.title ?? ask.fileName.replace(/\.\w+$/, ''),
        yearOneStartsOn: ask.newPlan.yearOneStartsOn ?? null,
        boardId: ask.newPlan.boardId ?? null,
      }
    : null;
  if (newPlan) checkPeriod(newPlan);
  const accepted = lastWord(await settledBefore(work, ask.planId ?? null));
  const names = await namesIn(work, partnershipId, accepted);
  const destination = target.plan
    ? standing(target.plan)
    : {
        ...(newPlan ?? { startsOn: work.today, endsOn: work.today }),
        planId: row.id,
        partnershipId,
        exists: false,
      };
  const plan = await planImport(work, {
    content: { parsed },
    fileName: ask.fileName,
    destination: withYears(destination),
    names,
    leadOrganisationId: organisationId,
    lock: false,
  });
  const report = reportOf(plan, parsed, names);
  const content: ImportContent = {
    planId: ask.planId ?? null,
    newPlan,
    parsed,
    accepted,
    report,
    changeSetId: null,
  };
  await work.query(
    `insert into import_contents (import_id, audience_id, content) values ($1, $2, $3::jsonb)`,
    [row.id, row.audienceId, wellFormed(content)],
  );
  return work.update<Import>(Import, row, { summary: JSON.stringify(summaryOf(report)) });
}

/** Brings the file into its plan: all of it in one set of changes, or none of it. */
export async function applyImport(work: Work, input: ApplyImportInput): Promise<ImportRow> {
  const row = await work.lock<Import>(Import, input.id);
  const content = await contentOf(work, row.id);
  if (!content) throw notFound();
  const { partnershipId, organisationId } = row;
  if (row.status === ImportStatus.APPLIED) return row;
  if (content.parsed.workstreams.length === 0)
    throw ruleBroken(
      'NOTHING_TO_IMPORT',
      'This file holds no plan: every row was passed over. The list of them says why.',
    );
  await checkAccepted(work, partnershipId, input.accept ?? []);
  if (input.createMissing) authoriseCreateMissing(work.viewer.position, partnershipId);
  // Applied again after it was undone, it is another set of changes.
  const changeSetId = content.changeSetId ? randomUUID() : row.id;
  await work.asChangeSet(changeSetId);
  await work.query(`select set_config('app.via', 'IMPORT', true)`);

  const plan = await openPlan(work, row, content);
  await work.actFor(partnershipId, organisationId);
  const accepted = lastWord([
    ...(await settledBefore(work, plan.id)),
    ...content.accepted,
    ...(input.accept ?? []),
  ]);
  let names: Names = await namesIn(work, partnershipId, accepted);
  const ask = {
    content,
    fileName: row.fileName,
    destination: standing(plan),
    leadOrganisationId: organisationId,
    lock: true,
  };
  let planned = await planImport(work, { ...ask, names });
  if (input.createMissing && (await createPeople(work, partnershipId, names)) > 0) {
    names = await namesIn(work, partnershipId, accepted);
    planned = await planImport(work, { ...ask, names });
  }
  await writeImport(work, row.id, plan, planned.items);
  const report = reportOf(planned, content.parsed, names);
  return settle(
    work,
    row,
    { ...content, planId: plan.id, accepted, report, changeSetId },
    { status: ImportStatus.APPLIED, planId: plan.id, audienceId: await audienceOf(work, plan) },
  );
}

/** Writes an import’s new state, with its content. */
export async function settle(
  work: Work,
  row: ImportRow,
  content: ImportContent,
  patch: Record<string, unknown>,
): Promise<ImportRow> {
  const updated = await work.update<Import>(Import, row, {
    ...patch,
    summary: JSON.stringify(summaryOf(content.report)),
  });
  await work.query(`update import_contents set content = $2::jsonb, audience_id = $3 where import_id = $1`, [
    row.id,
    wellFormed(content),
    updated.audienceId,
  ]);
  return updated;
}

export async function contentOf(reader: Reader, importId: string): Promise<ImportContent | null> {
  const [row] = await reader.query<{ content: ImportContent }>(
    `select content from import_contents where import_id = $1`,
    [importId],
  );
  return row?.content ?? null;
}

/** The plan it goes into, held until the end: of two imports into one plan, one waits for the other. */
async function openPlan(work: Work, row: ImportRow, content: ImportContent): Promise<Plan & Row> {
  const { planId, newPlan } = content;
  if (planId) {
    const plan = await lockPlan(work, planId, 'import');
    checkOpen(plan.status);
    if (plan.archivedAt === null) return plan;
    // Undoing an import that began its plan puts that away; applying it again brings it back.
    if (newPlan && row.status === ImportStatus.UNDONE)
      return work.update<Plan>(Plan, plan, { archivedAt: null });
    throw ruleBroken('PLAN_ARCHIVED', 'This plan was put away: bring it back first.');
  }
  if (!newPlan) throw notFound();
  const made = await createPlan(work, { ...newPlan, partnershipId: row.partnershipId });
  return work.lock<Plan>(Plan, made.id);
}

/** What a workbook held was said among partners: those of them who see the plan see what was brought into it. */
async function audienceOf(work: Work, plan: Plan & Row): Promise<string> {
  const partners = await partnershipAudience(work, plan.partnershipId);
  await refreshAudiences(work);
  return both(work, plan.audienceId, partners);
}

/** Those who are in both circles. */
async function both(work: Work, a: string, b: string): Promise<string> {
  const [found] = await work.query<{ id: string }>(`select intersect_audiences($1, $2) as id`, [a, b]);
  return found?.id ?? a;
}

const standing = ({ id, partnershipId, yearOneStartsOn, endsOn }: Plan): Destination => ({
  planId: id,
  partnershipId,
  yearOneStartsOn,
  endsOn,
  exists: true,
});

const withYears = ({
  yearOneStartsOn,
  startsOn,
  ...rest
}: Omit<Destination, 'yearOneStartsOn'> & {
  yearOneStartsOn?: string | null;
  startsOn?: string;
}): Destination => ({
  ...rest,
  yearOneStartsOn: yearOneStartsOn ?? startsOn ?? rest.endsOn,
});

const summaryOf = ({ counts, skipped, kept }: ImportReport) => ({
  counts,
  skipped: skipped.length,
  kept: kept.length,
});
