import { AgendaPurpose } from '../../../../schema/meeting-words.js';
import { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';
import type { PackDocument, PackItem } from './pack-document.js';

/** What a pack says in words, the same on the page, in the PDF and in Word. */

const LONG = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'UTC',
});

/** ‘2030-07-19’ is “Friday 19 July 2030”. */
export const longDay = (day: string): string => LONG.format(new Date(`${day}T00:00:00Z`)).replace(',', '');

export const PURPOSE_WORDS: Readonly<Record<AgendaPurpose, string>> = {
  [AgendaPurpose.NOTE]: 'To note',
  [AgendaPurpose.DISCUSS]: 'To discuss',
  [AgendaPurpose.DECIDE]: 'To decide',
  [AgendaPurpose.APPROVE]: 'To approve',
};

export const MARK_WORDS: Readonly<Record<PackMark, string>> = {
  [PackMark.NEW]: 'New',
  [PackMark.CHANGED]: 'Changed',
};

export const boardsOf = ({ boards }: Pick<PackDocument, 'boards'>): string =>
  boards.length > 1 ? `${boards.slice(0, -1).join(', ')} and ${boards.at(-1)}` : (boards[0] ?? '');

export const hoursOf = ({ startsAt, endsAt }: Pick<PackDocument, 'startsAt' | 'endsAt'>): string =>
  endsAt === null ? startsAt : `${startsAt} to ${endsAt}`;

/** “Agenda: Joint Board, Friday 19 July 2030”. */
export const titleOf = (pack: PackDocument): string =>
  `${pack.kind === PublicationKind.SUPPLEMENT ? 'Agenda with supplement' : 'Agenda'}: ${boardsOf(pack)}, ${longDay(pack.meetsOn)}`;

export const factsOf = (pack: PackDocument): { label: string; value: string }[] => [
  { label: 'Meeting', value: pack.meetingTitle },
  { label: 'Day', value: longDay(pack.meetsOn) },
  { label: 'Time', value: hoursOf(pack) },
  ...(pack.place ? [{ label: 'Place', value: pack.place }] : []),
  ...(pack.boards.length > 1 ? [{ label: 'Boards', value: `${boardsOf(pack)}, meeting together` }] : []),
];

/** What is said before the agenda, one paragraph each. */
export function noticesOf(pack: PackDocument): string[] {
  const said: string[] = [];
  if (pack.part === PackPart.FULL)
    said.push('For those who hold a seat on the boards that meet. Not for publication.');
  if (pack.since !== null)
    said.push(
      `This takes the place of what was published on ${longDay(pack.since)}. What is new or changed since is marked.`,
    );
  if (pack.gone.length > 0) said.push(`Not on this agenda any more: ${pack.gone.join('; ')}.`);
  return said;
}

/** “10:50, 10 minutes. To note. Presented by Ada Marlow.” */
export function aboutOf({ startsAt, minutes, purpose, presenters, keyDecisionReference }: PackItem): string {
  const time = [
    startsAt,
    minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  ].filter((part) => part !== null);
  return [
    time.join(', '),
    purpose === null ? '' : PURPOSE_WORDS[purpose],
    presenters ? `Presented by ${presenters}` : '',
    keyDecisionReference ? `Key decision ${keyDecisionReference}` : '',
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

/** “9. Restricted item”, “3. Winter plan (new)”. */
export const headingOf = ({ number, title, mark }: PackItem): string =>
  `${number}. ${title}${mark === null ? '' : ` (${MARK_WORDS[mark].toLowerCase()})`}`;

export const lateOf = ({ lateReason }: PackItem): string | null =>
  lateReason === null ? null : `Taken as urgent by the chair: ${lateReason}`;

export interface PackGroup {
  heading: string;
  /** Said below the heading. */
  notice: string | null;
  items: PackItem[];
}

/** Items under their headings, in their order. What is restricted stands apart. */
export function groupsOf(pack: PackDocument): PackGroup[] {
  const groups: PackGroup[] = [];
  const under = (heading: string, notice: string | null, item: PackItem) => {
    const last = groups.at(-1);
    if (last?.heading === heading) last.items.push(item);
    else groups.push({ heading, notice, items: [item] });
  };
  for (const item of pack.items)
    if (item.isRestricted) under('Without press and public', pack.exclusion, item);
    else under(item.section || 'Agenda', null, item);
  return groups;
}
