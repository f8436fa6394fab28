import { NoticeException } from '../../../schema/meeting-words.js';
import { DayCounting } from '../../../schema/vocabulary.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { RuleValues } from '../boards/rule-profile.rules.js';
import { lastDispatchDay } from '../boards/working-days.rules.js';
import { longDay } from './pack/days.js';

/** A line of a forward plan, as far as notice is given of it. */
export interface Noticed {
  id: string;
  title: string;
  isKeyDecision: boolean;
  isConfidential: boolean;
  /** When it is considered; null while that is not known, and nothing can be late. */
  meetsOn: string | null;
  noticeException: NoticeException | null;
  noticeExceptionReason: string | null;
}

/** What one published forward plan tells of a line. */
export interface Told {
  publishedOn: string;
  decidesOn: string | null;
  isKeyDecision: boolean;
  isPrivate: boolean;
}

export interface Notice {
  clearDays: number;
  dueBy: string;
  givenOn: string | null;
  isShort: boolean;
}

type NoticeRules = Pick<
  RuleValues,
  'keyDecisionNoticeClearDays' | 'privateMeetingNoticeClearDays' | 'counting'
>;

type Ground = 'KEY_DECISION' | 'PRIVATE_MEETING';

/** Clear days of the strictest board, where any of them has such a rule. */
const strictest = (days: readonly (number | null)[]): number | null => {
  const given = days.filter((one) => one !== null);
  return given.length === 0 ? null : Math.max(...given);
};

/**
 * The notice of one ground, where the rules ask for it. It is given by what stood published for the day of the meeting
 * or an earlier one: of what slips, notice was given; of what is brought forward, it must be given anew.
 */
function noticeFor(
  ground: Ground,
  line: Noticed,
  rules: readonly NoticeRules[],
  told: readonly Told[],
  today: string,
): Notice | null {
  const isKey = ground === 'KEY_DECISION';
  const { meetsOn } = line;
  if (meetsOn === null || !(isKey ? line.isKeyDecision : line.isConfidential)) return null;
  const clearDays = strictest(
    rules.map((one) => (isKey ? one.keyDecisionNoticeClearDays : one.privateMeetingNoticeClearDays)),
  );
  if (clearDays === null) return null;
  const dueBy = lastDispatchDay(meetsOn, clearDays, DayCounting.CALENDAR_DAYS);
  const givenOn =
    told
      .filter((one) => one.decidesOn !== null && one.decidesOn <= meetsOn)
      .filter((one) => (isKey ? one.isKeyDecision : one.isPrivate))
      .map(({ publishedOn }) => publishedOn)
      .sort()[0] ?? null;
  return { clearDays, dueBy, givenOn, isShort: (givenOn ?? today) > dueBy };
}

const GROUNDS: readonly Ground[] = ['KEY_DECISION', 'PRIVATE_MEETING'];

/** Of a line that needs notice on both grounds, the one that is in trouble, or else the one that is due first. */
export function noticeOf(
  line: Noticed,
  rules: readonly NoticeRules[],
  told: readonly Told[],
  today: string,
): Notice | null {
  const notices = GROUNDS.flatMap((ground) => noticeFor(ground, line, rules, told, today) ?? []);
  return (
    notices.find(({ isShort }) => isShort) ??
    notices.sort((a, b) => a.dueBy.localeCompare(b.dueBy))[0] ??
    null
  );
}

/** An exception and its reason come together, for what notice is given of. */
export function checkException({
  noticeException,
  noticeExceptionReason,
  isKeyDecision,
  isConfidential,
}: {
  noticeException?: NoticeException | null;
  noticeExceptionReason?: string | null;
  isKeyDecision: boolean;
  isConfidential: boolean;
}): void {
  const reason = noticeExceptionReason?.trim();
  if (!noticeException && !reason) return;
  if (!noticeException)
    throw invalidInput([
      { field: 'noticeException', message: 'Say by what right it comes at short notice.' },
    ]);
  if (!reason)
    throw invalidInput([
      { field: 'noticeExceptionReason', message: 'Say why the notice could not be given, and who agreed.' },
    ]);
  if (!isKeyDecision && !(isConfidential && noticeException === NoticeException.SPECIAL_URGENCY))
    throw ruleBroken(
      'EXCEPTION_WITHOUT_NOTICE',
      'An exception is for a key decision; special urgency also for business in private.',
    );
}

/** Five clear days pass after the chair of scrutiny was told (SI 2012/2089, regulation 10(1)(c)). */
const GENERAL_CLEAR_DAYS = 5;

const LAW: Readonly<Record<Ground, string>> = {
  KEY_DECISION: 'SI 2012/2089, regulation 9',
  PRIVATE_MEETING: 'SI 2012/2089, regulation 5',
};

/** Refuses what would be decided, or considered in private, sooner than its notice allows, unless it is said by what right. */
export function checkNotice(
  line: Noticed,
  rules: readonly NoticeRules[],
  told: readonly Told[],
  today: string,
): void {
  for (const ground of GROUNDS) {
    const notice = noticeFor(ground, line, rules, told, today);
    if (notice?.isShort) checkExcepted(ground, line, notice, rules, today);
  }
}

function checkExcepted(
  ground: Ground,
  { title, meetsOn, noticeException }: Noticed,
  { clearDays, dueBy }: Notice,
  rules: readonly NoticeRules[],
  today: string,
): void {
  const what =
    ground === 'KEY_DECISION' ? `“${title}” is a key decision` : `“${title}” is to be considered in private`;
  const late = `${what}: ${clearDays} clear days’ notice was to be published by ${longDay(dueBy)} (${LAW[ground]}).`;
  const isGeneral = noticeException === NoticeException.GENERAL_EXCEPTION;
  if (noticeException === null || (ground === 'PRIVATE_MEETING' && isGeneral))
    throw ruleBroken(
      `${ground}_NOTICE`,
      ground === 'KEY_DECISION'
        ? `${late} Plan it for a later meeting, or record the general exception or special urgency with its reason.`
        : `${late} Plan it for a later meeting, or record special urgency with its reason.`,
    );
  if (!isGeneral || meetsOn === null) return;
  const lastDay = rules
    .map(({ counting }) => lastDispatchDay(meetsOn, GENERAL_CLEAR_DAYS, counting))
    .sort()[0];
  if (lastDay !== undefined && today > lastDay)
    throw ruleBroken(
      'GENERAL_EXCEPTION_TOO_LATE',
      `${late} The general exception was to be published by ${longDay(lastDay)} (regulation 10); after that it needs special urgency (regulation 11).`,
    );
}
