import { AttachmentFormat } from '../../../../schema/attachment-words.js';
import { listed } from '../../../../schema/exclusion.js';
import { AgendaPurpose, NoticeException } from '../../../../schema/meeting-words.js';
import { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';
import { longDay } from './days.js';
import { boardFacts } from './pack-boards.rules.js';
import {
  type PackAttachment,
  type PackDocument,
  type PackItem,
  type PackReport,
  type PlannedLine,
  Unprintable,
} from './pack-document.js';
import { QUESTIONS, questionsInWords } from './questions.rules.js';

/** What a pack says in words, the same on the page, in the PDF and in Word. */

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

export const boardsOf = ({ boards }: Pick<PackDocument, 'boards'>): string => listed(boards);

export const isForwardPlan = ({ kind }: Pick<PackDocument, 'kind'>): boolean =>
  kind === PublicationKind.FORWARD_PLAN;

export const hoursOf = ({ startsAt, endsAt }: Pick<PackDocument, 'startsAt' | 'endsAt'>): string =>
  endsAt === null ? startsAt : `${startsAt} to ${endsAt}`;

const KIND_WORDS: Readonly<Record<PublicationKind, string>> = {
  [PublicationKind.AGENDA]: 'Agenda',
  [PublicationKind.SUPPLEMENT]: 'Agenda with supplement',
  [PublicationKind.FORWARD_PLAN]: 'Forward plan',
};

/** “Agenda: Joint Board, Friday 19 July 2030”. */
export const titleOf = (pack: PackDocument): string =>
  `${KIND_WORDS[pack.kind]}: ${boardsOf(pack)}, ${longDay(pack.meetsOn)}`;

interface Fact {
  label: string;
  value: string;
}

export const AS_OF = 'As of';

export const factsOf = (pack: PackDocument): Fact[] =>
  isForwardPlan(pack)
    ? [
        { label: 'Board', value: boardsOf(pack) },
        { label: AS_OF, value: longDay(pack.meetsOn) },
        ...(pack.members?.length ? [{ label: 'Members', value: pack.members.join('; ') }] : []),
      ]
    : meetingFacts(pack);

const meetingFacts = (pack: PackDocument): Fact[] => [
  { label: 'Meeting', value: pack.meetingTitle },
  { label: 'Day', value: longDay(pack.meetsOn) },
  { label: 'Time', value: hoursOf(pack) },
  ...(pack.place ? [{ label: 'Place', value: pack.place }] : []),
  ...(pack.boards.length > 1 ? [{ label: 'Boards', value: `${boardsOf(pack)}, meeting together` }] : []),
  ...boardFacts(pack),
  ...(pack.questions ? [{ label: QUESTIONS, value: questionsInWords(pack.questions) }] : []),
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
  if (pack.gone.length > 0)
    said.push(`Not on this ${isForwardPlan(pack) ? 'plan' : 'agenda'} any more: ${pack.gone.join('; ')}.`);
  said.push(...privateNotices(pack));
  return isForwardPlan(pack) ? [...said, ...planNotices(pack)] : said;
}

/** The further notice of what is considered in private, one paragraph each (SI 2012/2089, regulation 5(5)). */
export function privateNotices({ inPrivate = [] }: Pick<PackDocument, 'inPrivate'>): string[] {
  if (inPrivate.length === 0) return [];
  return [
    'Notice under regulation 5(4) of S.I. 2012/2089: part of this meeting is to be held in private.',
    ...inPrivate.flatMap(({ title, reason, representations, response }) => [
      `“${title}” is to be considered in private. Reasons: ${ended(reason)}`,
      ...(representations === null
        ? ['Nobody has made representations about why it should be open to the public.']
        : [`Representations about why it should be open to the public: ${ended(representations)}`]),
      ...(response === null ? [] : [`Response to them: ${ended(response)}`]),
    ]),
  ];
}

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

const FULL_COUNCIL = '*';
const IN_PRIVATE = '+';

/** What the signs mean, as far as they stand in it, and where else documents may come from (SI 2012/2089, regulation 9(1)(g) and (h)). */
function planNotices({ items }: PackDocument): string[] {
  const has = (which: (line: PlannedLine) => boolean) =>
    items.some(({ planned }) => planned !== undefined && which(planned));
  const signs = [
    ...(has(({ isForFullCouncil }) => isForFullCouncil)
      ? [`${FULL_COUNCIL} goes on to the full council.`]
      : []),
    ...(has(({ privateReason }) => privateReason !== null)
      ? [`${IN_PRIVATE} its report, or a part of it, is to be considered without press and public.`]
      : []),
  ];
  return [
    ...(signs.length > 0 ? [signs.join(' ')] : []),
    ...(has(({ isKeyDecision }) => isKeyDecision)
      ? [
          'Other documents may come before whoever decides on a key decision. Ask the contact given for it what they are as they become available, and for copies, unless something forbids that they are shown.',
        ]
      : []),
  ];
}

const EXCEPTION_WORDS: Readonly<Record<NoticeException, string>> = {
  [NoticeException.GENERAL_EXCEPTION]: 'General exception',
  [NoticeException.SPECIAL_URGENCY]: 'Special urgency',
};

const dayOrNone = (on: string | null | undefined) => (on ? longDay(on) : null);

/** What a forward plan says of a line, each with its name. Its heading says which day; of a key decision it is said in full. */
export function lineFacts({ planned, keyDecisionReference }: PackItem): Fact[] {
  if (!planned) return [];
  const { decidesOn, leadOfficers, documents, contact, privateReason, noticeException } = planned;
  const said = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  return [
    ...said('Who decides', planned.isKeyDecision ? planned.decidedBy : null),
    ...said('When', planned.isKeyDecision ? (decidesOn ? longDay(decidesOn) : 'Not known yet') : null),
    ...said(
      'Key decision',
      planned.isKeyDecision ? `Yes${keyDecisionReference ? `, ${keyDecisionReference}` : ''}` : null,
    ),
    ...said(
      'Documents',
      documents.join('; ') || (planned.isKeyDecision ? 'A report; no others are known yet' : null),
    ),
    ...said('Lead officers', leadOfficers),
    ...said('Draft report by', dayOrNone(planned.draftReportDueOn)),
    ...said('Papers go out', dayOrNone(planned.dispatchOn)),
    ...said('Contact', contact),
    ...said('In private', privateReason),
    ...(noticeException ? said(EXCEPTION_WORDS[noticeException], planned.noticeExceptionReason) : []),
  ];
}

/** “10:50, 10 minutes. To note. Presented by Ada Marlow.” */
export function aboutOf(item: PackItem): string {
  const { startsAt, minutes, purpose, presenters, keyDecisionReference, planned } = item;
  const time = [
    startsAt,
    minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  ].filter((part) => part !== null);
  return [
    time.join(', '),
    purpose === null ? '' : PURPOSE_WORDS[purpose],
    item.forBoards ?? '',
    presenters ? `Presented by ${presenters}` : '',
    keyDecisionReference && !planned ? `Key decision ${keyDecisionReference}` : '',
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

/** “9. Restricted item”, “3. Winter plan (new)”. */
export const headingOf = ({ number, title, mark, planned }: PackItem): string =>
  `${number}. ${title}${signsOf(planned)}${mark === null ? '' : ` (${MARK_WORDS[mark].toLowerCase()})`}`;

/** As forward plans are printed. */
const signsOf = (planned: PlannedLine | undefined): string =>
  `${planned?.isForFullCouncil ? ` ${FULL_COUNCIL}` : ''}${planned && planned.privateReason !== null ? ` ${IN_PRIVATE}` : ''}`;

export const lateOf = ({ lateReason }: PackItem): string | null =>
  lateReason === null ? null : `Taken as urgent by the chair: ${lateReason}`;

export const TO_FOLLOW = 'Report to follow.';

/** Who wrote a report, a line each; its title where that is not the item’s. */
export const reportFactsOf = (
  { title, leadOrganisation, otherOrganisations, sponsor }: PackReport,
  item: Pick<PackItem, 'title'>,
): { label: string; value: string }[] => [
  ...(title === item.title ? [] : [{ label: 'Report', value: title }]),
  { label: 'Lead organisation', value: leadOrganisation },
  ...(otherOrganisations.length > 0 ? [{ label: 'Written with', value: listed(otherOrganisations) }] : []),
  ...(sponsor === null ? [] : [{ label: 'Sponsor', value: sponsor }]),
];

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  timeZone: 'Europe/London',
});

/** What an image shows, where it cannot be shown itself. */
export const imageWords = (alt: string): string => `Image: ${alt}`;

/** “From the plans, as at 5 May 2026, 10:14.” */
export const asAtOf = (instant: string): string =>
  `From the plans, as at ${MOMENT.format(new Date(instant)).replace(' at ', ', ')}.`;

const FORMAT_WORDS: Readonly<Record<AttachmentFormat, string>> = {
  [AttachmentFormat.PDF]: 'PDF',
  [AttachmentFormat.IMAGE]: 'Image',
  [AttachmentFormat.OFFICE]: 'Office file',
};

/** “PDF, 12 pages, 1.4 MB”. */
export const attachmentWords = ({ format, pages, bytes }: PackAttachment): string =>
  [
    FORMAT_WORDS[format],
    ...(pages === null ? [] : [`${pages} ${pages === 1 ? 'page' : 'pages'}`]),
    sizeOf(bytes),
  ].join(', ');

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Said in the place of its pages. */
export const UNPRINTABLE_WORDS: Readonly<Record<Unprintable, string>> = {
  [Unprintable.LOCKED]:
    'Its pages are not printed here: the file is locked with a password. Attach it without one.',
  [Unprintable.BROKEN]: 'Its pages are not printed here: the file is damaged. Save it anew and attach that.',
  [Unprintable.LAYERED]:
    'Its pages are not printed here: the file has hidden layers, which would show. Print it to PDF and attach that.',
  [Unprintable.LEFT_OUT]:
    'Its pages are not printed here: the files of this pack are too large for one document.',
};

/** “Attachment 2 to item 3: Budget”. */
export const attachmentHeading = (item: PackItem, index: number): string =>
  `Attachment ${index + 1} to item ${item.number}: ${item.attachments[index]?.title ?? ''}`;

export interface PackGroup {
  heading: string;
  /** Said below the heading, one paragraph each. */
  notices: readonly string[];
  items: PackItem[];
}

/** Items under their headings, in their order. What is restricted stands apart. */
export function groupsOf(pack: PackDocument): PackGroup[] {
  const groups: PackGroup[] = [];
  const under = (heading: string, notices: readonly string[], item: PackItem) => {
    const last = groups.at(-1);
    if (last?.heading === heading) last.items.push(item);
    else groups.push({ heading, notices, items: [item] });
  };
  for (const item of pack.items)
    if (item.isRestricted && !isForwardPlan(pack)) under('Without press and public', pack.exclusions, item);
    else under(item.section || 'Agenda', [], item);
  return groups;
}
