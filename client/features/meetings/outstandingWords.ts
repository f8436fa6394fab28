import type { OutstandingKind, TimetableStage } from '../../../schema/meeting-words.js';
import { formatCount, formatList } from '../../platform/format/counts.js';
import { formatDay, formatLongDay, relativeDay } from '../../platform/format/dates.js';

/** What can make something owed, or no longer so. */
export const OWED_BY: ReadonlySet<string> = new Set([
  ...['Meeting', 'AgendaItem', 'ForwardPlanEntry', 'Nudge'],
  ...['Report', 'ReportRecommendation', 'ReportClearance', 'Publication'],
]);

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Titled {
  readonly title: string;
}

/** What is owed, as far as its words go. */
export interface Owed {
  readonly id: string;
  readonly owed: `${OutstandingKind}`;
  readonly stage: `${TimetableStage}`;
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly workingDaysLate: number;
  readonly people: readonly Named[];
  readonly organisation: Named | null;
  readonly agendaItem: Titled | null;
  readonly forwardPlanEntry: Titled | null;
  readonly report: Titled | null;
  readonly clearance: { readonly clearedFor: string } | null;
  readonly nudge: { readonly nudgedOn: string; readonly nudgedBy: { readonly name: string } | null } | null;
}

/** Everything one recipient owes. The secretariat has no id: it is not nudged, it nudges. */
export interface OwedBy<T extends Owed = Owed> {
  readonly key: string;
  readonly name: string;
  readonly to: { readonly personId: string } | { readonly organisationId: string } | null;
  readonly items: readonly T[];
}

/** By who owes it: whoever is latest first, the secretariat last. What two people owe stands with both. */
export function byRecipient<T extends Owed>(items: readonly T[]): OwedBy<T>[] {
  const groups = new Map<string, OwedBy<T> & { items: T[] }>();
  const put = (key: string, name: string, to: OwedBy['to'], item: T): void => {
    const group = groups.get(key) ?? { key, name, to, items: [] };
    group.items.push(item);
    groups.set(key, group);
  };
  for (const item of items) {
    for (const { id, name } of item.people) put(id, name, { personId: id }, item);
    const { organisation } = item;
    if (organisation) put(organisation.id, organisation.name, { organisationId: organisation.id }, item);
    else if (item.people.length === 0) put('secretariat', 'The secretariat', null, item);
  }
  return [...groups.values()].sort((a, b) => Number(a.to === null) - Number(b.to === null));
}

export const titleOf = ({ report, agendaItem, forwardPlanEntry }: Owed): string =>
  (agendaItem ?? report ?? forwardPlanEntry)?.title ?? '';

const WORDS: Readonly<Record<Owed['owed'], string>> = {
  REPORT_WANTED: 'Begin a report',
  REPORT_EMPTY: 'Write the report',
  CLEARANCE_NOT_ASKED: 'Ask for the clearances that the board wants',
  CLEARANCE_UNANSWERED: 'Clear the report',
  CHANGES_WANTED: 'Make the changes that are wanted',
  CLEARANCE_OF_EARLIER_TEXT: 'Look again: the report was changed',
  SIGN_OFF_MISSING: 'Sign the report off',
  PRESENTER_MISSING: 'Say who presents it',
  GROUND_MISSING: 'Say by which paragraph it is confidential',
  RESPONSE_MISSING: 'Respond to what was said about why it should be open',
  FURTHER_NOTICE_MISSING: 'Publish the further notice of it, with the agenda',
  LATE_REASON_MISSING: 'Record the chair’s reason for taking it late',
};

/** What is to be done, in the words of whoever is asked to do it. */
export function taskOf({ owed, clearance }: Owed): string {
  return clearance ? `${WORDS[owed]} (${clearance.clearedFor.toLowerCase()})` : WORDS[owed];
}

/** How long there is, or since when there is none. */
export function dueWords({ isLate, workingDaysLate: late, dueOn }: Owed, today: string): string {
  if (isLate)
    return late === 0 ? `was due on ${formatDay(dueOn)}` : `${formatCount(late, 'working day')} late`;
  if (dueOn === today) return 'due today';
  return late === 0 ? `due on ${formatDay(dueOn)}` : `due in ${formatCount(-late, 'working day')}`;
}

export const nudgeWords = ({ nudge }: Owed, today: string): string | null =>
  nudge &&
  `nudged ${relativeDay(nudge.nudgedOn, today)}${nudge.nudgedBy ? ` by ${nudge.nudgedBy.name}` : ''}`;

/** '3 late, 1 due soon'. */
export const countWords = ({
  lateCount,
  dueSoonCount,
}: {
  lateCount: number;
  dueSoonCount: number;
}): string =>
  formatList([
    ...(lateCount > 0 ? [`${lateCount} late`] : []),
    ...(dueSoonCount > 0 ? [`${dueSoonCount} due soon`] : []),
  ]);

/** The list as text, for a mail: what each owes, by when, and how late it is. */
export function asText(
  groups: readonly OwedBy[],
  { name, meetsOn }: { readonly name: string; readonly meetsOn: string },
  today: string,
): string {
  const parts = groups.map(({ name: who, items }) =>
    [
      who,
      ...items.map(
        (item) =>
          `- ${titleOf(item)}: ${taskOf(item)}, by ${formatDay(item.dueOn)} (${dueWords(item, today)})`,
      ),
    ].join('\n'),
  );
  return [`${name}, ${formatLongDay(meetsOn)}`, ...parts].join('\n\n');
}

const DAYS = {
  ...({ DRAFTS: 'draftReportsBy', CLEARANCES: 'clearancesBy', DISPATCH: 'dispatchBy' } as const),
  FURTHER_NOTICE: 'furtherNoticeBy',
} as const;

/** How much is late of what belongs to each day of the timetable. */
export function lateByDay(items: readonly Owed[]): Partial<Record<(typeof DAYS)[Owed['stage']], number>> {
  const counts: Partial<Record<(typeof DAYS)[Owed['stage']], number>> = {};
  for (const { stage, isLate } of items) if (isLate) counts[DAYS[stage]] = (counts[DAYS[stage]] ?? 0) + 1;
  return counts;
}
