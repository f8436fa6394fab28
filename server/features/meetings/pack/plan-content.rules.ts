import { listed } from '../../../../schema/exclusion.js';
import type { AgendaPurpose } from '../../../../schema/meeting-words.js';
import { PackPart, PublicationKind } from '../../../../schema/publications.js';
import { longDay } from './days.js';
import { type Earlier, gapOf, markedSince } from './pack-content.rules.js';
import type { PackDocument, PackItem, PlannedLine } from './pack-document.js';

/** A line of a forward plan, and who may read it, by how the circles are drawn. */
export interface PlanFact extends Omit<PlannedLine, 'privateReason' | 'draftReportDueOn' | 'dispatchOn'> {
  readonly draftReportDueOn: string | null;
  readonly dispatchOn: string | null;
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly purpose: AgendaPurpose;
  readonly keyDecisionReference: string | null;
  /** What the meeting is called; null while it is for none yet. */
  readonly meetingTitle: string | null;
  readonly isConfidential: boolean;
  /** As somebody wrote it for the public. */
  readonly privateReason: string | null;
  /** The wording of the paragraphs it relies on. */
  readonly grounds: readonly string[];
  readonly isPublic: boolean;
  readonly isForBoards: boolean;
}

export interface PlanFacts {
  readonly partnership: string;
  readonly board: string;
  /** The day it is prepared on. */
  readonly day: string;
  readonly members: readonly string[];
  /** In the order of the meetings; those for none yet last. */
  readonly lines: readonly PlanFact[];
  /** Whether the rules of the board want restricted lines told of. */
  readonly saysRestrictedGap: boolean;
}

/** Who decides, of one board or of several at one table. */
export const decidedBy = (boards: readonly string[]): string =>
  boards.length > 1 ? `${listed(boards)}, each for itself` : (boards[0] ?? '');

/** A forward plan for everybody: its public lines alone, numbered as if there were no others. */
export function planOf(facts: PlanFacts, earlier: Earlier | null): PackDocument {
  const items: PackItem[] = facts.lines
    .filter(({ isPublic }) => isPublic)
    .map((line, i) => lineOf(line, i + 1));
  const closed = facts.lines.filter(({ isPublic, isForBoards }) => !isPublic && isForBoards);
  const gap = facts.saysRestrictedGap
    ? closed.map((_, i) => ({ ...gapOf(items.length + i + 1), section: 'Restricted' }))
    : [];
  const { marked, ...since } = markedSince(items, earlier);
  return {
    form: 3,
    part: PackPart.PUBLIC,
    kind: PublicationKind.FORWARD_PLAN,
    ...{ partnership: facts.partnership, boards: [facts.board], meetingTitle: 'Forward plan' },
    ...{ meetsOn: facts.day, startsAt: '', endsAt: null, place: null },
    ...since,
    items: [...marked, ...gap],
    exclusions: [],
    members: facts.members,
  };
}

const lineOf = (line: PlanFact, number: number): PackItem => ({
  ...{ id: line.id, number, section: sectionOf(line), title: line.title, summary: line.summary },
  ...{ startsAt: null, minutes: null, presenters: null, lateReason: null, isRestricted: false, mark: null },
  ...{ purpose: line.purpose, keyDecisionReference: line.keyDecisionReference },
  ...{ reports: [], isReportToFollow: false, attachments: [] },
  planned: {
    ...{ decidedBy: line.decidedBy, decidesOn: line.decidesOn, leadOfficers: line.leadOfficers },
    ...{ isKeyDecision: line.isKeyDecision, isForFullCouncil: line.isForFullCouncil },
    ...{ draftReportDueOn: line.draftReportDueOn, dispatchOn: line.dispatchOn },
    ...{ documents: line.documents, contact: line.contact },
    ...{ noticeException: line.noticeException, noticeExceptionReason: line.noticeExceptionReason },
    privateReason: line.isConfidential ? reasonOf(line) : null,
  },
});

const sectionOf = ({ decidesOn, meetingTitle }: PlanFact): string =>
  decidesOn ? [longDay(decidesOn), meetingTitle].filter(Boolean).join(': ') : 'For no meeting yet';

const reasonOf = ({ privateReason, grounds }: PlanFact): string =>
  privateReason || grounds.join('; ') || 'The report will be confidential.';
