import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden, notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { seatsOf } from '../meetings/confidence.service.js';
import { ForwardPlanEntry } from '../meetings/forward-plan-entry.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { emptied, putAway } from '../organisations/administration.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { intersection, stillSeen } from '../plans/audience.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { circleAsked } from '../plans/restrict.service.js';
import { Report } from './report.entity.js';
import type * as inputs from './report.inputs.js';
import { authoriseReport, mayBegin } from './report.policy.js';
import { checkConfidence, checkInUse, checkOne, reasonDespite } from './report.rules.js';
import { settleReports } from './report.settling.js';
import { findingsOf } from './report-check.reads.js';
import { leftOpen } from './report-check.rules.js';
import { BoardReportTemplate } from './report-template.entity.js';
import { templateIdOf, templateToFollow } from './report-template.rules.js';
import { beginText, checkSeen } from './report-text.service.js';
import { keepVersion } from './report-version.service.js';

type ReportRow = Report & Row;

/** Begins at an entry or an item, and goes with both where one came of the other. */
export async function createReport(work: Work, input: inputs.CreateReportInput): Promise<ReportRow> {
  checkOne(input.forwardPlanEntryId, input.agendaItemId);
  const { entry, item } = await goesWith(work, input);
  const from = item ?? entry;
  if (!from) throw notFound();
  const { partnershipId, boardId } = from;
  const meetingId = item?.meetingId ?? entry?.meetingId ?? null;
  await authoriseBeginning(work, { ...input, partnershipId, boardId, meetingId });
  await checkNamed(work, partnershipId, input);
  const own = input.audience
    ? await circleAsked(work, partnershipId, input.audience)
    : await confidentialTo(work, entry, item);
  const template = await work.find<BoardReportTemplate>(BoardReportTemplate, templateIdOf(boardId));
  const { id, audience: _, forwardPlanEntryId: __, agendaItemId: ___, ...given } = input;
  const report = await work.withEveryAudience(partnershipId, async () => {
    const row = await work.insertOnce<Report>(Report, id, input, {
      ...given,
      ...{ partnershipId, boardId, meetingId, ownAudienceId: own },
      ...{ forwardPlanEntryId: entry?.id ?? null, agendaItemId: item?.id ?? null },
      ...templateToFollow(template),
      title: input.title ?? from.title,
      authorOrganisationIds: input.authorOrganisationIds ?? [],
      authorIds: input.authorIds ?? [],
      audienceId: await firstCircle(work, [from.audienceId, entry?.audienceId, own]),
    });
    await beginText(work, row);
    return row;
  });
  return stillSeen<Report>(work, Report, report.id);
}

export async function updateReport(work: Work, input: inputs.UpdateReportInput): Promise<ReportRow> {
  refuseCleared(input, ['title', 'leadOrganisationId']);
  const report = await forVerb(work, input.id, 'manage');
  checkInUse(report);
  await checkNamed(work, report.partnershipId, input);
  const { id: _, expectedVersion, ...given } = input;
  const patch = {
    ...given,
    authorOrganisationIds: emptied(input.authorOrganisationIds),
    authorIds: emptied(input.authorIds),
  };
  return work.update<Report>(Report, report, patch, { version: expectedVersion });
}

/** Whoever loses sight of it is told to forget it, and writes no further word. */
export async function restrictReport(work: Work, input: inputs.RestrictReportInput): Promise<ReportRow> {
  const report = await forVerb(work, input.id, 'manage');
  const own = input.audience ? await circleAsked(work, report.partnershipId, input.audience) : null;
  if (report.forwardPlanEntryId)
    checkConfidence(
      await work.find<ForwardPlanEntry>(ForwardPlanEntry, report.forwardPlanEntryId),
      own !== null,
    );
  await work.withEveryAudience(report.partnershipId, async () => {
    const expected = { fieldOf: { ownAudienceId: 'audience' }, follows: ['audienceId'] };
    const patch = { ownAudienceId: own };
    await work.update<Report>(Report, report, patch, { version: input.expectedVersion, ...expected });
    await settleReports(work, [report.id]);
  });
  return stillSeen<Report>(work, Report, report.id);
}

/** As it stands: what is changed afterwards is not signed off. With something left to put right, for a reason only. */
export async function signOffReport(work: Work, input: inputs.SignOffReportInput): Promise<ReportRow> {
  const report = await forVerb(work, input.id, 'signOff');
  checkInUse(report);
  const signedOffHash = await checkSeen(work, report.id, input.seenHash);
  const found = (await findingsOf(work, [report])).get(report.id) ?? [];
  const signedOffDespite = reasonDespite(leftOpen(found), input.despite);
  const signed = await work.update<Report>(
    Report,
    report,
    {
      signedOffAt: work.now.toISOString(),
      signedOffById: work.viewer.people.get(report.partnershipId)?.id ?? null,
      ...{ signedOffHash, signedOffDespite },
    },
    {
      version: input.expectedVersion,
      fieldOf: { signedOffHash: 'signedOffAt', signedOffDespite: 'despite' },
      follows: ['signedOffDespite'],
    },
  );
  await keepVersion(work, signed, 'SIGNED_OFF', signedOffDespite);
  return signed;
}

export async function archiveReport(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<ReportRow> {
  const report = await forVerb(work, input.id, 'manage');
  return putAway<Report>(work, Report, report, input, archived) as Promise<ReportRow>;
}

/** The report, held until the end, for a verb of those who may do it. */
export async function forVerb(
  work: Work,
  id: string,
  verb: Parameters<typeof authoriseReport>[2],
): Promise<ReportRow> {
  const report = await work.lock<Report>(Report, id);
  await authoriseReport(work, report, verb);
  return report;
}

/** What it goes with, held: narrowed meanwhile, the report would begin under the old circle. */
async function goesWith(work: Work, input: inputs.CreateReportInput) {
  const item = input.agendaItemId ? await work.lock<AgendaItem>(AgendaItem, input.agendaItemId) : null;
  const entryId = input.forwardPlanEntryId ?? item?.forwardPlanEntryId ?? null;
  const entry = entryId ? await seenOrNot(work, entryId, item !== null) : null;
  if (item || !entry) return { item, entry };
  const [onAgenda] = await work.query(
    `select id from agenda_items where forward_plan_entry_id = $1 and archived_at is null order by created_at desc, id desc limit 1`,
    [entry.id],
  );
  return { entry, item: onAgenda ? await work.lock<AgendaItem>(AgendaItem, onAgenda.id) : null };
}

/** Whoever sees an item of an agenda sees the entry it came of; but for that, there is none. */
async function seenOrNot(work: Work, id: string, isAside: boolean) {
  if (!isAside) return work.lock<ForwardPlanEntry>(ForwardPlanEntry, id);
  const entry = await work.find<ForwardPlanEntry>(ForwardPlanEntry, id);
  return entry ? work.lock<ForwardPlanEntry>(ForwardPlanEntry, id) : null;
}

/** Whom a confidential report is for unless somebody says otherwise: whom its item is for, or the seats of the boards that consider it. */
async function confidentialTo(
  work: Work,
  entry: (ForwardPlanEntry & Row) | null,
  item: (AgendaItem & Row) | null,
): Promise<string | null> {
  if (!entry?.isConfidential) return null;
  if (item?.ownAudienceId) return item.ownAudienceId;
  const meetingId = item?.meetingId ?? entry.meetingId;
  const meeting = meetingId ? await work.find<Meeting>(Meeting, meetingId) : null;
  return seatsOf(work, meeting ?? entry);
}

async function authoriseBeginning(
  work: Work,
  asked: { partnershipId: string; boardId: string; meetingId: string | null; leadOrganisationId: string },
): Promise<void> {
  const [meeting] = await work.query<{ id: string; boardIds: string[] }>(
    `select id, board_ids as "boardIds" from meetings where id = $1`,
    [asked.meetingId],
  );
  const facts = { ...asked, boardIds: [asked.boardId, ...(meeting?.boardIds ?? [])] };
  if (!mayBegin(work.viewer.position, facts))
    throw forbidden(
      'Only those who keep the board, and leads of the organisation that answers for it, begin a report.',
    );
  await work.actFor(asked.partnershipId, null);
}

async function checkNamed(
  work: Work,
  partnershipId: string,
  named: Partial<Omit<inputs.CreateReportInput, 'leadOrganisationId'>> & {
    leadOrganisationId?: string | null;
  },
): Promise<void> {
  const lead = named.leadOrganisationId ? [named.leadOrganisationId] : [];
  await checkAllHere(work, Organisation, partnershipId, lead, 'leadOrganisationId');
  await checkAllHere(work, Organisation, partnershipId, named.authorOrganisationIds, 'authorOrganisationIds');
  await checkAllHere(work, Person, partnershipId, named.authorIds, 'authorIds');
  await checkAllHere(work, Person, partnershipId, named.sponsorId ? [named.sponsorId] : [], 'sponsorId');
}

/** All of the circles at once; what is absent narrows nothing. */
async function firstCircle(work: Work, circles: readonly (string | null | undefined)[]): Promise<string> {
  let inForce: string | null = null;
  for (const circle of circles) {
    if (circle) inForce = await intersection(work, circle, inForce);
  }
  if (inForce === null) throw notFound();
  return inForce;
}
