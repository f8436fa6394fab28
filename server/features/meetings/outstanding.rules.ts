import { type Withheld, wantsGround } from '../../../schema/exclusion.js';
import { AgendaPurpose, OutstandingKind, TimetableStage } from '../../../schema/meeting-words.js';
import { type ClearanceKind, ClearanceStatus } from '../../../schema/report-words.js';
import { DayCounting } from '../../../schema/vocabulary.js';
import { addDays } from '../boards/bank-holidays.rules.js';
import type { Timetable } from '../boards/timetable.rules.js';
import { clearDaysBetween } from '../boards/working-days.rules.js';
import { FurtherNoticeStands } from './further-notice.rules.js';

/** What falls due within so many working days is told before it is late. */
export const SOON_WORKING_DAYS = 10;

export interface ClearanceFact {
  readonly id: string;
  readonly kind: ClearanceKind;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly status: ClearanceStatus;
  readonly dueOn: string | null;
  readonly textHash: string | null;
}

export interface ReportFact {
  readonly id: string;
  readonly leadOrganisationId: string;
  readonly sponsorId: string | null;
  readonly authorIds: readonly string[];
  readonly draftDueOn: string | null;
  readonly isWritten: boolean;
  /** Of the report as it stands. */
  readonly hash: string;
  readonly signedOffHash: string | null;
  readonly requiredClearances: readonly ClearanceKind[];
  readonly clearances: readonly ClearanceFact[];
}

/** An item of the agenda, or a line of the forward plan that is still to be put there. */
export interface LineFact extends Withheld {
  readonly agendaItemId: string | null;
  readonly forwardPlanEntryId: string | null;
  readonly purpose: AgendaPurpose;
  readonly isStanding: boolean;
  readonly isKeyDecision: boolean;
  readonly draftReportDueOn: string | null;
  /** Its report is confidential, and may be there without this reader knowing. */
  readonly mayHaveHiddenReport: boolean;
  /** The people who would write or present it. */
  readonly leadIds: readonly string[];
  readonly hasPresenter: boolean;
  readonly addedOn: string;
  readonly lateReason: string | null;
  readonly reports: readonly ReportFact[];
  /** How far the further notice of it has come; null where none is to be given. */
  readonly furtherNotice: FurtherNoticeStands | null;
}

/** Who owes something: people by name, else an organisation, else those who keep the board. */
export interface Owing {
  readonly personIds: readonly string[];
  readonly organisationId: string | null;
  readonly boardId: string | null;
}

export interface Owed extends Owing {
  readonly kind: OutstandingKind;
  readonly stage: TimetableStage;
  readonly dueOn: string;
  readonly workingDaysLate: number;
  readonly isLate: boolean;
  readonly agendaItemId: string | null;
  readonly forwardPlanEntryId: string | null;
  readonly reportId: string | null;
  readonly clearanceId: string | null;
}

interface Facts {
  readonly boardId: string;
  readonly timetable: Timetable;
  readonly lateItemsNeedChairReason: boolean;
  /** Whether the rules of the boards have paragraphs to withhold something by. */
  readonly haveParagraphs: boolean;
  readonly lines: readonly LineFact[];
}

type Found = Pick<Owed, 'kind' | 'dueOn' | 'reportId' | 'clearanceId'> & Owing;

const STAGES: Readonly<Record<OutstandingKind, TimetableStage>> = {
  REPORT_WANTED: TimetableStage.DRAFTS,
  REPORT_EMPTY: TimetableStage.DRAFTS,
  CLEARANCE_NOT_ASKED: TimetableStage.CLEARANCES,
  CLEARANCE_UNANSWERED: TimetableStage.CLEARANCES,
  CHANGES_WANTED: TimetableStage.CLEARANCES,
  CLEARANCE_OF_EARLIER_TEXT: TimetableStage.CLEARANCES,
  SIGN_OFF_MISSING: TimetableStage.DISPATCH,
  PRESENTER_MISSING: TimetableStage.DISPATCH,
  GROUND_MISSING: TimetableStage.DISPATCH,
  LATE_REASON_MISSING: TimetableStage.DISPATCH,
  RESPONSE_MISSING: TimetableStage.FURTHER_NOTICE,
  FURTHER_NOTICE_MISSING: TimetableStage.FURTHER_NOTICE,
};

/** How many working days have gone since the last day; negative while there are some left. */
export const workingDaysLate = (dueOn: string, today: string): number =>
  today > dueOn
    ? clearDaysBetween(dueOn, addDays(today, 1), DayCounting.WORKING_DAYS)
    : 0 - clearDaysBetween(today, addDays(dueOn, 1), DayCounting.WORKING_DAYS);

/** What is late or falls due soon, what was due first before the rest. */
export function outstandingOf(facts: Facts, today: string): Owed[] {
  return facts.lines
    .flatMap((line) =>
      owedFor(line, facts).map((found) => ({
        ...found,
        agendaItemId: line.agendaItemId,
        forwardPlanEntryId: line.forwardPlanEntryId,
        stage: STAGES[found.kind],
        workingDaysLate: workingDaysLate(found.dueOn, today),
        isLate: today > found.dueOn,
      })),
    )
    .filter((owed) => owed.workingDaysLate >= -SOON_WORKING_DAYS)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

const nobody: Owing = { personIds: [], organisationId: null, boardId: null };
const people = (personIds: readonly string[]): Owing => ({ ...nobody, personIds });

function owedFor(line: LineFact, facts: Facts): Found[] {
  const { boardId, timetable, lateItemsNeedChairReason } = facts;
  const board: Owing = { ...nobody, boardId };
  const draftsBy = line.draftReportDueOn ?? timetable.draftReportsBy.on;
  const dispatchBy = timetable.dispatchBy.on;
  const ofItem = { reportId: null, clearanceId: null, ...board, dueOn: dispatchBy };
  const found = line.reports.flatMap((report) => owedForReport(report, draftsBy, timetable));
  if (line.reports.length === 0 && wantsReport(line) && !line.mayHaveHiddenReport)
    found.push({
      ...{ ...ofItem, kind: OutstandingKind.REPORT_WANTED, dueOn: draftsBy },
      ...(line.leadIds.length > 0 ? people(line.leadIds) : board),
    });
  if (wantsGround(line, facts.haveParagraphs))
    found.push({ ...ofItem, kind: OutstandingKind.GROUND_MISSING });
  const further = line.furtherNotice && FURTHER[line.furtherNotice];
  if (further && timetable.furtherNoticeBy)
    found.push({ ...ofItem, kind: further, dueOn: timetable.furtherNoticeBy.on });
  if (line.agendaItemId === null || line.isStanding) return found;
  // Apologies and any other business present themselves.
  if (!line.hasPresenter && (line.reports.length > 0 || wantsReport(line)))
    found.push({ ...ofItem, kind: OutstandingKind.PRESENTER_MISSING });
  if (lateItemsNeedChairReason && line.addedOn > dispatchBy && !line.lateReason?.trim())
    found.push({ ...ofItem, kind: OutstandingKind.LATE_REASON_MISSING });
  return found;
}

const FURTHER: Readonly<Record<FurtherNoticeStands, OutstandingKind | null>> = {
  [FurtherNoticeStands.RESPONSE_MISSING]: OutstandingKind.RESPONSE_MISSING,
  [FurtherNoticeStands.NOT_OUT]: OutstandingKind.FURTHER_NOTICE_MISSING,
  [FurtherNoticeStands.OUT]: null,
};

/** What is only noted can do without a report, unless somebody has set a day for one. */
const wantsReport = ({ isStanding, purpose, isKeyDecision, draftReportDueOn }: LineFact): boolean =>
  !isStanding && (purpose !== AgendaPurpose.NOTE || isKeyDecision || draftReportDueOn !== null);

/** Each waits for the one before: nobody clears what is not written, or signs off what is not cleared. */
function owedForReport(report: ReportFact, draftsBy: string, timetable: Timetable): Found[] {
  const of = { reportId: report.id, clearanceId: null };
  const lead: Owing = { ...nobody, organisationId: report.leadOrganisationId };
  const writers = report.authorIds.length > 0 ? people(report.authorIds) : lead;
  if (!report.isWritten)
    return [{ ...of, ...writers, kind: OutstandingKind.REPORT_EMPTY, dueOn: report.draftDueOn ?? draftsBy }];
  const clearances: Found[] = report.clearances.flatMap((one) => {
    const kind = clearanceKind(one, report.hash);
    if (kind === null) return [];
    const asked = one.personId ? people([one.personId]) : { ...nobody, organisationId: one.organisationId };
    const owing = kind === OutstandingKind.CHANGES_WANTED ? writers : asked;
    return [{ ...of, ...owing, kind, clearanceId: one.id, dueOn: one.dueOn ?? timetable.clearancesBy.on }];
  });
  const { requiredClearances } = report;
  // One thing to do for whoever writes it, however many are wanted.
  if (requiredClearances.some((wanted) => !report.clearances.some(({ kind }) => kind === wanted)))
    clearances.push({
      ...{ ...of, ...writers, kind: OutstandingKind.CLEARANCE_NOT_ASKED, dueOn: timetable.clearancesBy.on },
    });
  if (clearances.length > 0 || report.signedOffHash === report.hash) return clearances;
  const sponsor = report.sponsorId ? people([report.sponsorId]) : lead;
  return [{ ...of, ...sponsor, kind: OutstandingKind.SIGN_OFF_MISSING, dueOn: timetable.dispatchBy.on }];
}

function clearanceKind({ status, textHash }: ClearanceFact, hash: string): OutstandingKind | null {
  if (status === ClearanceStatus.REQUESTED) return OutstandingKind.CLEARANCE_UNANSWERED;
  if (textHash !== hash) return OutstandingKind.CLEARANCE_OF_EARLIER_TEXT;
  return status === ClearanceStatus.CHANGES_WANTED ? OutstandingKind.CHANGES_WANTED : null;
}

/** What is owed is the same as long as the same people owe it for the same. */
export const keyOfOwed = (
  owed: Omit<Owing, 'boardId'> &
    Pick<Owed, 'kind' | 'agendaItemId' | 'forwardPlanEntryId' | 'reportId' | 'clearanceId'>,
): string =>
  [
    owed.kind,
    owed.clearanceId ?? owed.reportId ?? owed.agendaItemId ?? owed.forwardPlanEntryId,
    ...[...owed.personIds].sort(),
    owed.organisationId ?? '',
  ].join(' ');
