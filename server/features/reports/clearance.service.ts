import { ClearanceAnswer, ClearanceStatus, ReportVersionReason } from '../../../schema/report-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { putAway } from '../organisations/administration.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { checkAllHere } from '../plans/priority.service.js';
import { ReportClearance } from './clearance.entity.js';
import type { AnswerReportClearanceInput, RequestReportClearanceInput } from './clearance.inputs.js';
import { authoriseClearing, ofAnother } from './clearance.policy.js';
import { Report } from './report.entity.js';
import { checkInUse } from './report.rules.js';
import { forVerb } from './report.service.js';
import { checkSeen } from './report-text.service.js';
import { keepVersion } from './report-version.service.js';

type ClearanceRow = ReportClearance & Row;

/** Of each kind one request an organisation: asked again, it is open again, and what was said before is in the history. */
export async function requestReportClearance(
  work: Work,
  input: RequestReportClearanceInput,
): Promise<ClearanceRow> {
  const report = await forVerb(work, input.reportId, 'write');
  checkInUse(report);
  const { partnershipId, audienceId, boardId, meetingId } = report;
  await checkAllHere(work, Organisation, partnershipId, [input.organisationId], 'organisationId');
  await checkAllHere(work, Person, partnershipId, input.personId ? [input.personId] : [], 'personId');
  if (input.personId && !(await belongs(work, input.personId, input.organisationId)))
    throw invalidInput([
      {
        field: 'personId',
        message: 'Name somebody of the organisation that is asked, or nobody for any of its leads.',
      },
    ]);
  const askedById = work.viewer.people.get(partnershipId)?.id ?? null;
  const asked = { personId: input.personId ?? null, dueOn: input.dueOn ?? null, askedById };
  const [standing] = await work.query(
    `select id from report_clearances where report_id = $1 and kind = $2 and organisation_id = $3 and archived_at is null`,
    [report.id, input.kind, input.organisationId],
  );
  if (standing && standing.id !== input.id) {
    const row = await work.lock<ReportClearance>(ReportClearance, standing.id);
    const open = { status: ClearanceStatus.REQUESTED, textHash: null, note: null };
    return work.update<ReportClearance>(ReportClearance, row, {
      ...{ ...asked, ...open, answeredAt: null, answeredById: null },
    });
  }
  const { id, kind, organisationId, reportId } = input;
  return work.insertOnce<ReportClearance>(ReportClearance, id, input, {
    ...{ ...asked, partnershipId, audienceId, boardId, meetingId, reportId, kind, organisationId },
  });
}

/** The report is cleared as it stands; that version is kept, so that it can be seen later what was cleared. */
export async function answerReportClearance(
  work: Work,
  input: AnswerReportClearanceInput,
): Promise<ClearanceRow> {
  const note = input.note?.trim() || null;
  const known = await work.find<ReportClearance>(ReportClearance, input.id);
  if (!known) throw notFound();
  const report = await work.lock<Report>(Report, known.reportId);
  const row = await work.lock<ReportClearance>(ReportClearance, input.id);
  authoriseClearing(work.viewer.position, row);
  if (row.personId && !(await belongs(work, row.personId, row.organisationId))) throw ofAnother();
  await work.actFor(row.partnershipId, row.organisationId);
  checkInUse(report);
  if (input.answer === ClearanceAnswer.CHANGES_WANTED && !note)
    throw invalidInput([{ field: 'note', message: 'Say what has to change.' }]);
  const textHash = await checkSeen(work, report.id, input.seenHash);
  const answered = await work.update<ReportClearance>(
    ReportClearance,
    row,
    {
      ...{ status: input.answer, note, textHash, answeredAt: work.now.toISOString() },
      answeredById: work.viewer.people.get(row.partnershipId)?.id ?? null,
    },
    { version: input.expectedVersion, fieldOf: { status: 'answer' }, follows: ['answeredAt', 'textHash'] },
  );
  if (input.answer === ClearanceAnswer.CLEARED)
    await keepVersion(work, report, ReportVersionReason.CLEARED, note);
  return answered;
}

export async function archiveReportClearance(work: Work, input: ItemVersionInput): Promise<ClearanceRow> {
  const known = await work.find<ReportClearance>(ReportClearance, input.id);
  if (!known) throw notFound();
  await forVerb(work, known.reportId, 'write');
  const row = await work.lock<ReportClearance>(ReportClearance, input.id);
  if (row.status !== ClearanceStatus.REQUESTED)
    throw ruleBroken(
      'CLEARANCE_ANSWERED',
      'This was answered, and what was said stands: ask again once the report meets it.',
    );
  return putAway<ReportClearance>(work, ReportClearance, row, input, true) as Promise<ClearanceRow>;
}

/** Whether somebody has a role in an organisation now. */
async function belongs(work: Work, personId: string, organisationId: string): Promise<boolean> {
  const found = await work.query(
    `select id from memberships where person_id = $1 and organisation_id = $2 and archived_at is null limit 1`,
    [personId, organisationId],
  );
  return found.length > 0;
}
