/** How much of a partner's file is read before it is refused. Generous for plans, small for attacks. */
export interface ImportLimits {
  /** The file as it was sent. */
  bytes: number;
  /** Everything inside a workbook once unpacked, and any one part of it. */
  inflatedBytes: number;
  zipEntries: number;
  sheets: number;
  /** Row elements, also empty ones, over all sheets. */
  rows: number;
  /** Cell elements, also empty ones, over all sheets. */
  cells: number;
  /** Characters over all cells. */
  characters: number;
  /** Processor time for the reading, and time on the clock for all of it, however busy the machine is. */
  workMilliseconds: number;
  milliseconds: number;
  heapMegabytes: number;
}

export const DEFAULT_IMPORT_LIMITS: Readonly<ImportLimits> = {
  bytes: 10 * 1024 * 1024,
  inflatedBytes: 48 * 1024 * 1024,
  zipEntries: 2_000,
  sheets: 100,
  rows: 50_000,
  cells: 400_000,
  characters: 6_000_000,
  workMilliseconds: 2_000,
  milliseconds: 10_000,
  heapMegabytes: 128,
};

/** The longest texts taken over; what is cut off is said among the skipped rows. */
export const TEXT_LIMITS = { title: 2_000, short: 2_000, long: 20_000, skipped: 300 } as const;

/** A plan that is handed over whole has its bounds: what reads it must not stall either. */
export const ACTION_LIMIT = 10_000;

/** Beyond this many, skipped rows are counted and not listed. */
export const SKIPPED_LIMIT = 5_000;
