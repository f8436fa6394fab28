import type { BragStatus } from '../../../schema/vocabulary.js';

/** What a partner's file says, in the domain's words, before anything is looked up or written. Types only. */

/** Where something stands in the file, so that a person can go and look. Rows count from 1, as spreadsheets do. */
export interface Source {
  sheet: string;
  row: number;
}

/** A cell that the spreadsheet itself holds as a date, no finer than it was shown. */
export interface CellDate {
  iso: string;
  precision: 'DAY' | 'MONTH';
}

export interface ParsedNarrative {
  heading: string;
  text: string;
  /** Where in its workstream the row stands, by the headings above it: those name themselves and refer to nothing. */
  isPlace?: true;
}

export interface ParsedPlan {
  title: string | null;
  workstreams: ParsedWorkstream[];
  /** Every row with something in it that did not become part of the plan, and why. */
  skipped: SkippedRow[];
  /** What a person should know before the plan is taken over: repeated references, hidden sheets, formulas. */
  notes: string[];
}

export interface ParsedWorkstream {
  key: string;
  number: string | null;
  title: string;
  sponsorsAsWritten: string | null;
  narratives: ParsedNarrative[];
  actions: ParsedAction[];
  risks: ParsedRisk[];
  source: Source;
}

export interface ParsedAction {
  /** The same for the same action when the file comes again: never made from the row number. */
  key: string;
  parentKey: string | null;
  reference: string | null;
  title: string;
  expectedOutcome: string | null;
  ownersAsWritten: string | null;
  timingAsWritten: string | null;
  timingDate: CellDate | null;
  status: BragStatus | null;
  narratives: ParsedNarrative[];
  source: Source;
}

export interface ParsedRisk {
  key: string;
  text: string;
  mitigation: string | null;
  status: BragStatus | null;
  source: Source;
}

export interface SkippedRow extends Source {
  reason: string;
  text: string;
}
