import { expect } from 'vitest';
import type { Person, TestApp } from './app.js';

/** Bringing files in as people do, for tests. */

export interface CountAnswer {
  create: number;
  update: number;
  unchanged: number;
}

export interface ImportAnswer {
  id: string;
  status: string;
  fileName: string;
  plan: { id: string; title: string } | null;
  counts: Record<string, CountAnswer>;
  skippedCount: number;
  notes: string[];
  owners: {
    asWritten: string;
    rows: number;
    isGap: boolean;
    matches: { id: string; name: string; kind: string; confidence: number; how: string }[];
    chosen: { id: string; name: string } | null;
  }[];
  timings: { rows: number; isFlagged: boolean; timing: { asWritten: string; end: string | null } }[];
  crossReferences: {
    text: string;
    from: string;
    kind: string;
    to: string | null;
    candidates: string[];
    reason: string | null;
  }[];
  changes: { item: string; field: string; before: string | null; after: string | null }[];
  kept: { item: string; field: string; here: string | null; inFile: string | null }[];
  missing: string[];
  left: string[];
  viewerCan: { apply: boolean; undo: boolean };
}

const COUNT = '{ create update unchanged }';
export const IMPORT = `id status fileName plan { id title } skippedCount notes missing left viewerCan { apply undo }
  counts { workstreams ${COUNT} actions ${COUNT} tasks ${COUNT} risks ${COUNT} mitigations ${COUNT} updates ${COUNT} crossReferences ${COUNT} }
  owners { asWritten rows isGap matches { id name kind confidence how } chosen { id name } }
  timings { rows isFlagged timing { asWritten end } }
  crossReferences { text from kind to candidates reason }
  changes { item field before after } kept { item field here inFile }`;

export const PREVIEW = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { import { ${IMPORT} } } }`;
export const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) { import { ${IMPORT} } } }`;
export const UNDO = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { import { ${IMPORT} } } }`;

export const base64 = (file: string | Uint8Array): string => Buffer.from(file).toString('base64');

export async function preview(who: Person, input: Record<string, unknown>): Promise<ImportAnswer> {
  return (await who.ok<{ previewImport: { import: ImportAnswer } }>(PREVIEW, { input })).previewImport.import;
}

export async function apply(
  who: Person,
  id: string,
  more: Record<string, unknown> = {},
): Promise<ImportAnswer> {
  return (await who.ok<{ applyImport: { import: ImportAnswer } }>(APPLY, { input: { id, ...more } }))
    .applyImport.import;
}

export async function undo(who: Person, id: string): Promise<ImportAnswer> {
  return (await who.ok<{ undoImport: { import: ImportAnswer } }>(UNDO, { input: { id } })).undoImport.import;
}

/** Everything a plan holds, and whose it is, as the database has it: for “nothing has changed”. */
export async function everythingOf(app: TestApp): Promise<unknown> {
  const tables = [
    'plans',
    'workstreams',
    'actions',
    'ownerships',
    'updates',
    'risks',
    'mitigations',
    'cross_references',
    'people',
  ];
  const found: Record<string, unknown> = {};
  for (const table of tables) found[table] = await app.build.sql(`select * from ${table} order by id`);
  return found;
}

export function countsOf({ counts }: ImportAnswer, what: keyof CountAnswer): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) => (count[what] ? [[name, count[what]]] : [])),
  );
}

export function expectUnchanged(imported: ImportAnswer): void {
  expect(countsOf(imported, 'create')).toEqual({});
  expect(countsOf(imported, 'update')).toEqual({});
}
