import { type Excluder, exclusionResolutions } from '../../../../schema/exclusion.js';
import { type AgendaPurpose } from '../../../../schema/meeting-words.js';
import { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';
import { runningOrder } from '../../../../schema/running-order.js';
import { itemBoards, type MeetingBoardFact, packBoards } from './pack-boards.rules.js';
import type { PackDocument, PackItem, PrivateLine } from './pack-document.js';
import { type QuestionRules, questionsAt } from './questions.rules.js';

/** An item of an agenda with its papers, and who may read it, by how the circles are drawn. */
export interface AgendaFact
  extends Pick<
    PackItem,
    | 'section'
    | 'title'
    | 'minutes'
    | 'presenters'
    | 'summary'
    | 'keyDecisionReference'
    | 'lateReason'
    | 'reports'
    | 'isReportToFollow'
    | 'attachments'
  > {
  readonly id: string;
  readonly purpose: AgendaPurpose;
  /** For which of the boards that meet; none for all of them. */
  readonly boardIds?: readonly string[];
  readonly exemptionParagraphs: readonly string[];
  /** Not restricted, and for all of the partnership as it is built. */
  readonly isPublic: boolean;
  /** For all who hold a seat on the boards that meet. */
  readonly isForBoards: boolean;
}

/** A board that meets, and of its rules what a pack tells. */
export interface BoardFact {
  readonly id: string;
  readonly name: string;
  readonly rules: Excluder['rules'] & QuestionRules;
}

export interface AgendaFacts {
  readonly partnership: string;
  /** The day on which it is prepared. */
  readonly day: string;
  /** Those that meet, the one that convenes first. */
  readonly boards: readonly BoardFact[];
  readonly meetingTitle: string;
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** The boards that meet, with their seats on that day. */
  readonly meets?: readonly MeetingBoardFact[];
  /** In the order of the agenda. */
  readonly items: readonly AgendaFact[];
  /** What the further notice tells of. */
  readonly inPrivate?: readonly PrivateLine[];
  /** Whether the rules of every board that meets want restricted items told of by number. */
  readonly saysRestrictedGap: boolean;
}

/** Who leads or presents: people by name, then as somebody wrote it. */
export const namedAndWritten = (names: readonly string[], asWritten: string | null): string | null =>
  [...names, ...(asWritten ? [asWritten] : [])].join(', ') || null;

/** What was published before, and when. */
export interface Earlier {
  readonly on: string;
  readonly document: PackDocument;
}

/**
 * What one part of a pack holds. The public part is made of the public items alone, numbered and timed as if there were
 * no others; it is never the full part with something taken out. The full part is for the boards’ seats, and holds of the
 * restricted items those that all of them may read.
 */
export function packOf(facts: AgendaFacts, part: PackPart, earlier: Earlier | null): PackDocument {
  const { partnership, meetingTitle, meetsOn, startsAt, endsAt, place } = facts;
  const boards = facts.boards.map(({ name }) => name);
  const open = facts.items.filter(({ isPublic }) => isPublic);
  const closed = facts.items.filter(({ isPublic, isForBoards }) => !isPublic && isForBoards);
  const isFull = part === PackPart.FULL;
  const told = isFull ? [...open, ...closed] : open;
  const items = runningOrder(
    startsAt,
    told.map((item) => ({ ...item, isRestricted: !item.isPublic })),
  ).map(({ item, number, startsAt: begins }) => ({
    ...itemOf(item, number, begins),
    ...itemBoards(item, facts.meets ?? []),
  }));
  const gap = isFull || !facts.saysRestrictedGap ? [] : closed.map((_, i) => gapOf(open.length + i + 1));
  const { marked, ...since } = markedSince(items, earlier);
  const questions = questionsAt(meetsOn, facts.boards);
  return {
    form: 3,
    ...{ part, partnership, boards, meetingTitle, meetsOn, startsAt, endsAt, place },
    ...(facts.meets && { meets: packBoards(facts.meets, part) }),
    ...(questions && questions.by.is >= facts.day && { questions }),
    kind: earlier ? PublicationKind.SUPPLEMENT : PublicationKind.AGENDA,
    ...since,
    items: [...marked, ...gap],
    ...(facts.inPrivate?.length && { inPrivate: facts.inPrivate }),
    exclusions: isFull ? exclusionResolutions(facts.boards, closed.map(restricted)) : [],
  };
}

/** Items marked by how they stand to what was published before, and the titles that are there no more. */
export function markedSince(
  items: readonly PackItem[],
  earlier: Earlier | null,
): { marked: PackItem[] } & Pick<PackDocument, 'since' | 'gone'> {
  const before = new Map(
    (earlier?.document.items ?? []).flatMap((item) => (item.id ? [[item.id, item]] : [])),
  );
  const kept = new Set(items.map(({ id }) => id));
  return {
    marked: items.map((item) => ({
      ...item,
      mark: earlier ? markOf(item, before.get(item.id ?? '')) : null,
    })),
    since: earlier?.on ?? null,
    gone: [...before.values()].filter(({ id }) => !kept.has(id)).map(({ title }) => title),
  };
}

/** Named one by one: what is known of an item beyond this is not printed. */
const itemOf = (
  item: AgendaFact & { isRestricted: boolean },
  number: number,
  startsAt: string | null,
): PackItem => ({
  ...{ id: item.id, number, section: item.section, title: item.title, startsAt, minutes: item.minutes },
  ...{ purpose: item.purpose, presenters: item.presenters, summary: item.summary },
  ...{ keyDecisionReference: item.keyDecisionReference, lateReason: item.lateReason },
  ...{ isRestricted: item.isRestricted, mark: null },
  ...{ reports: item.reports, isReportToFollow: item.isReportToFollow, attachments: item.attachments },
});

/** All that is said to the public of a restricted item, where anything is. */
export const gapOf = (number: number): PackItem => ({
  ...{ id: null, number, section: '', title: 'Restricted item', startsAt: null, minutes: null },
  ...{ purpose: null, presenters: null, summary: null, keyDecisionReference: null, lateReason: null },
  ...{ mark: null, reports: [], isReportToFollow: false, attachments: [], isRestricted: true },
});

/**
 * Where it stands and when it comes do not count: what is new above it moves both. Nor does the moment at which the
 * plans were asked, but what they said does.
 */
function markOf(item: PackItem, before: PackItem | undefined): PackMark | null {
  if (!before) return PackMark.NEW;
  return isWordedAlike(item, before) ? null : PackMark.CHANGED;
}

/** Whether two say the same, wherever they stand. */
export const isWordedAlike = (one: PackItem, other: PackItem): boolean => wordsIn(one) === wordsIn(other);

/** When something was asked, and by when others are to write it, is no news of the thing itself. */
const UNMARKED = new Set(['asAt', 'draftReportDueOn', 'dispatchOn']);
/** Nor is a picture of what a table says: it came into packs after that. */
const isDiagram = (value: unknown): boolean => (value as { kind?: unknown } | null)?.kind === 'DIAGRAM';
const withoutDiagrams = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((one) => !isDiagram(one)) : value;

const wordsIn = ({
  title,
  minutes,
  purpose,
  presenters,
  summary,
  keyDecisionReference,
  ...papers
}: PackItem) =>
  JSON.stringify(
    [
      ...[title, minutes, purpose, presenters, summary, keyDecisionReference],
      ...[papers.reports, papers.isReportToFollow, papers.attachments, papers.planned, papers.boards],
    ],
    (key, value: unknown) => (UNMARKED.has(key) ? undefined : withoutDiagrams(value)),
  );

const restricted = <T extends object>(item: T) => ({ ...item, isRestricted: true });
