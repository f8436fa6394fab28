import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/** Days stay text (no time zone can move them); instants become ISO text with all their microseconds. */
export function readTypesAsText(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(TIMESTAMPTZ, instantText);
  pg.types.setTypeParser(BIGINT, Number);
}

/** `2018-09-30 09:00:00.5+00` → `2018-09-30T09:00:00.5Z` (connections run in UTC). */
export function instantText(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z');
}
