import type { AgendaPurpose } from '../../../../schema/meeting-words.js';
import type { PackMark, PackPart, PublicationKind } from '../../../../schema/publications.js';

/** A pack as it is meant, before it is a page, a PDF or a Word file: all three are made from this and from nothing else. */

/** Text of one kind. */
export interface PackRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Where it leads: an address of the web. */
  readonly href?: string;
}

/** What a report is made of. Levels of headings are counted within the report, from 1. */
export type PackBlock =
  | { readonly kind: 'HEADING'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'PARAGRAPH'; readonly runs: readonly PackRun[] }
  | { readonly kind: 'LIST'; readonly isOrdered: boolean; readonly items: readonly (readonly PackRun[])[] }
  | {
      readonly kind: 'TABLE';
      readonly caption: string;
      readonly headings: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

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
  readonly mark: PackMark | null;
  readonly report: readonly PackBlock[];
}

export interface PackDocument {
  /** Of this form; so that what is stored can be read when the form has changed. */
  readonly form: 1;
  readonly part: PackPart;
  readonly kind: PublicationKind;
  readonly partnership: string;
  readonly boards: readonly string[];
  readonly meetingTitle: string;
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** The day of the publication that this one is marked against. */
  readonly since: string | null;
  readonly items: readonly PackItem[];
  /** Titles that the earlier publication had and this one has not. */
  readonly gone: readonly string[];
  /** The resolution to exclude press and public, where there is something to exclude them from. */
  readonly exclusion: string | null;
}
