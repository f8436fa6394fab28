import { exclusionResolution } from '../../../../schema/exclusion.js';
import { type AgendaPurpose } from '../../../../schema/meeting-words.js';
import { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';
import { runningOrder } from '../../../../schema/running-order.js';
import type { PackBlock, PackDocument, PackItem } from './pack-document.js';

/** An item of an agenda, and who may read it, by how the circles are drawn. */
export interface AgendaFact {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly purpose: AgendaPurpose;
  readonly presenters: string | null;
  readonly summary: string | null;
  readonly keyDecisionReference: string | null;
  readonly lateReason: string | null;
  readonly exemptionParagraphs: readonly string[];
  readonly report: readonly PackBlock[];
  /** Not restricted, and for all of the partnership as it is built. */
  readonly isPublic: boolean;
  /** For all who hold a seat on the boards that meet. */
  readonly isForBoards: boolean;
}

export interface AgendaFacts {
  readonly partnership: string;
  readonly boards: readonly string[];
  readonly meetingTitle: string;
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** In the order of the agenda. */
  readonly items: readonly AgendaFact[];
  /** Whether the rules of every board that meets want restricted items told of by number. */
  readonly saysRestrictedGap: boolean;
  /** The wording of the resolution; {paragraphs} stands for those relied on. */
  readonly exclusionWording: string;
}

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
  const { partnership, boards, meetingTitle, meetsOn, startsAt, endsAt, place } = facts;
  const open = facts.items.filter(({ isPublic }) => isPublic);
  const closed = facts.items.filter(({ isPublic, isForBoards }) => !isPublic && isForBoards);
  const isFull = part === PackPart.FULL;
  const told = isFull ? [...open, ...closed] : open;
  const items = runningOrder(
    startsAt,
    told.map((item) => ({ ...item, isRestricted: !item.isPublic })),
  ).map(({ item, number, startsAt: begins }) => itemOf(item, number, begins));
  const gap = isFull || !facts.saysRestrictedGap ? [] : closed.map((_, i) => gapOf(open.length + i + 1));
  const before = new Map(
    (earlier?.document.items ?? []).flatMap((item) => (item.id ? [[item.id, item]] : [])),
  );
  const marked = items.map((item) => ({
    ...item,
    mark: earlier ? markOf(item, before.get(item.id ?? '')) : null,
  }));
  const kept = new Set(items.map(({ id }) => id));
  return {
    form: 1,
    ...{ part, partnership, boards, meetingTitle, meetsOn, startsAt, endsAt, place },
    kind: earlier ? PublicationKind.SUPPLEMENT : PublicationKind.AGENDA,
    since: earlier?.on ?? null,
    items: [...marked, ...gap],
    gone: [...before.values()].filter(({ id }) => !kept.has(id)).map(({ title }) => title),
    exclusion: isFull ? exclusionOf(facts.exclusionWording, closed) : null,
  };
}

const itemOf = (
  {
    id,
    section,
    title,
    minutes,
    purpose,
    presenters,
    summary,
    report,
    ...item
  }: AgendaFact & { isRestricted: boolean },
  number: number,
  startsAt: string | null,
): PackItem => ({
  ...{ id, number, section, title, startsAt, minutes, purpose, presenters, summary },
  keyDecisionReference: item.keyDecisionReference,
  lateReason: item.lateReason,
  isRestricted: item.isRestricted,
  mark: null,
  report,
});

/** All that a public pack says of a restricted item, where it says anything. */
const gapOf = (number: number): PackItem => ({
  ...{
    id: null,
    number,
    section: '',
    title: 'Restricted item',
    startsAt: null,
    minutes: null,
    purpose: null,
  },
  ...{
    presenters: null,
    summary: null,
    keyDecisionReference: null,
    lateReason: null,
    mark: null,
    report: [],
  },
  isRestricted: true,
});

/** Where it stands and when it comes do not count: what is new above it moves both. */
function markOf(item: PackItem, before: PackItem | undefined): PackMark | null {
  if (!before) return PackMark.NEW;
  const said = ({ title, minutes, purpose, presenters, summary, keyDecisionReference, report }: PackItem) =>
    JSON.stringify([title, minutes, purpose, presenters, summary, keyDecisionReference, report]);
  return said(item) === said(before) ? null : PackMark.CHANGED;
}

function exclusionOf(wording: string, closed: readonly AgendaFact[]): string | null {
  if (closed.length === 0) return null;
  const paragraphs = [...new Set(closed.flatMap(({ exemptionParagraphs }) => exemptionParagraphs))];
  return exclusionResolution(wording, paragraphs.length ? paragraphs : ['relied on']);
}
