import type { AttachmentFormat } from '../../../../schema/attachment-words.js';
import type { Diagram } from '../../../../schema/diagrams.js';
import type { AgendaPurpose, NoticeException } from '../../../../schema/meeting-words.js';
import type { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';
import type { PublicQuestions } from './questions.rules.js';

/** A pack as it is meant, before it is a page, a PDF or a Word file: all three are made from this and from nothing else. */

/** Text of one kind. */
export interface PackRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Where it leads: an address of the web. */
  readonly href?: string;
}

export interface PackCell {
  /** Whether it says what its row or its column is of. */
  readonly isHeading: boolean;
  readonly runs: readonly PackRun[];
}

export interface PackImage {
  readonly kind: 'IMAGE';
  /** Of the attachment that it is. */
  readonly id: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** What a table beside it says as well. */
export interface PackDiagram extends Diagram {
  readonly kind: 'DIAGRAM';
}

/** What a report is made of. Levels of headings are counted within the report, from 1. */
export type PackBlock =
  | {
      readonly kind: 'HEADING';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** Of what the plans said, the moment at which they said it. */
      readonly asAt?: string;
    }
  | { readonly kind: 'PARAGRAPH'; readonly runs: readonly PackRun[] }
  | { readonly kind: 'LIST'; readonly isOrdered: boolean; readonly items: readonly (readonly PackBlock[])[] }
  | {
      readonly kind: 'TABLE';
      readonly caption: string | null;
      /** Empty where no row says what the columns are of. */
      readonly headings: readonly (readonly PackRun[])[];
      readonly rows: readonly (readonly PackCell[])[];
    }
  | PackImage
  | PackDiagram;

/** A report that was signed off as it stands here. */
export interface PackReport {
  readonly title: string;
  readonly leadOrganisation: string;
  readonly otherOrganisations: readonly string[];
  readonly sponsor: string | null;
  readonly blocks: readonly PackBlock[];
}

/** Why a PDF that goes with an item is not printed with it. */
export enum Unprintable {
  LOCKED = 'LOCKED',
  BROKEN = 'BROKEN',
  LAYERED = 'LAYERED',
  /** The files of the pack are more than one document takes. */
  LEFT_OUT = 'LEFT_OUT',
}

/** A file that goes with an item: printed where it can be, and else told of by its address. */
export interface PackAttachment {
  readonly id: string;
  readonly title: string;
  /** What an image shows, in words. */
  readonly altText: string | null;
  readonly format: AttachmentFormat;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Of a PDF. */
  readonly pages: number | null;
  /** Of an image. */
  readonly width: number | null;
  readonly height: number | null;
}

/** What a published forward plan says of a line. */
export interface PlannedLine {
  readonly decidedBy: string;
  /** Null while it is for no meeting yet. */
  readonly decidesOn: string | null;
  /** Its own days, or else those of the timetable; absent in what was published before they were printed. */
  readonly draftReportDueOn?: string | null;
  readonly dispatchOn?: string | null;
  readonly isKeyDecision: boolean;
  readonly isForFullCouncil: boolean;
  /** Why it is considered without press and public; null where it is not. */
  readonly privateReason: string | null;
  readonly leadOfficers: string | null;
  readonly documents: readonly string[];
  readonly contact: string | null;
  readonly noticeException: NoticeException | null;
  readonly noticeExceptionReason: string | null;
}

export interface PackItem {
  /** Null where a pack says only that there is a restricted item. */
  readonly id: string | null;
  readonly number: number;
  readonly section: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly purpose: AgendaPurpose | null;
  readonly presenters: string | null;
  readonly summary: string | null;
  readonly keyDecisionReference: string | null;
  readonly lateReason: string | null;
  readonly isRestricted: boolean;
  /** For which of the boards that meet, by their names, where it is not for all of them. */
  readonly boards?: readonly string[];
  /** The same in words, where there is something to say. */
  readonly forBoards?: string;
  readonly mark: PackMark | null;
  readonly reports: readonly PackReport[];
  /** Whether a report is written for it that is not signed off yet. */
  readonly isReportToFollow: boolean;
  readonly attachments: readonly PackAttachment[];
  /** In a forward plan alone. */
  readonly planned?: PlannedLine;
}

/** What is considered without press and public, as the notice before the meeting tells it. */
export interface PrivateLine {
  /** Of the line of the forward plan. */
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** What was said about why it should be open; null where nothing was. */
  readonly representations: string | null;
  /** Null also while what was said is not answered. */
  readonly response: string | null;
}

/** A board that meets, as it is on the day of the meeting. */
export interface PackBoard {
  readonly name: string;
  /** A line each. */
  readonly members: readonly string[];
  /** In words. */
  readonly quorum: string;
}

export interface PackDocument {
  /** Of this form; so that what is stored can be read when the form has changed. */
  readonly form: 3;
  readonly part: PackPart;
  readonly kind: PublicationKind;
  readonly partnership: string;
  readonly boards: readonly string[];
  readonly meetingTitle: string;
  /** Of a forward plan the day it was prepared on. */
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** Each board with its members and its quorum. */
  readonly meets?: readonly PackBoard[];
  /** Until when the public may ask questions, while that day is to come. */
  readonly questions?: PublicQuestions;
  /** The day of the publication that this one is marked against. */
  readonly since: string | null;
  readonly items: readonly PackItem[];
  /** Titles that the earlier publication had and this one has not. */
  readonly gone: readonly string[];
  /** The resolutions to exclude press and public, one for each law, where there is something to exclude them from. */
  readonly exclusions: readonly string[];
  /** What the further notice of business in private tells, where the law asks for one. */
  readonly inPrivate?: readonly PrivateLine[];
  /** Of a forward plan: who decides its key decisions, where they are those of an executive. */
  readonly members?: readonly string[];
}

/** Packs of the second form had one resolution for all boards. */
interface SecondForm extends Omit<PackDocument, 'form' | 'exclusions'> {
  readonly form: 2;
  readonly exclusion: string | null;
}

/** Packs of the first form held agendas alone. */
interface FirstForm extends Omit<SecondForm, 'form' | 'items'> {
  readonly form: 1;
  readonly items: readonly Omit<PackItem, 'reports' | 'isReportToFollow' | 'attachments'>[];
}

/** A pack as it was stored, of whatever form. */
export function readPack(document: string): PackDocument {
  const stored = JSON.parse(document) as PackDocument | SecondForm | FirstForm;
  if (stored.form === 3) return stored;
  const { exclusion, ...pack } = stored;
  const items = pack.items.map((item) => ({
    ...{ reports: [], isReportToFollow: false, attachments: [] },
    ...item,
  }));
  return { ...pack, form: 3, items, exclusions: exclusion === null ? [] : [exclusion] };
}

/** Files by their SHA-256, for what a pack prints of them. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** The files a pack prints or leads to, each once, in the order in which they come. */
export const filesOf = ({ items }: Pick<PackDocument, 'items'>): (PackAttachment | PackImage)[] => {
  const all = items.flatMap(({ reports, attachments }) => [
    ...reports.flatMap(({ blocks }) => imagesIn(blocks)),
    ...attachments,
  ]);
  return [...new Map(all.map((one) => [one.id, one])).values()];
};

export const imagesIn = (blocks: readonly PackBlock[]): PackImage[] =>
  allBlocks(blocks).filter((block) => block.kind === 'IMAGE');

/** The blocks of a report with those that stand in lists. */
const allBlocks = (blocks: readonly PackBlock[]): PackBlock[] =>
  blocks.flatMap((block) => [block, ...(block.kind === 'LIST' ? block.items.flatMap(allBlocks) : [])]);
