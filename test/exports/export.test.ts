import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_LIMITS } from '../../server/features/imports/import-limits.js';
import { readWorkbook } from '../../server/features/imports/read-workbook.js';
import { parseCsv, plainText } from '../../server/platform/csv.js';
import { download, FILES, partsOf, textOf } from '../support/exports.js';
import { startWorld, type World } from '../support/world.js';

/** Sixteen ways to begin a formula, or to look like one to some program. */
const FORMULAS = [
  '=1+1',
  '=cmd|’/c calc’!A1',
  '=HYPERLINK("https://evil.example","Click")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  "'=1+1",
  "''@SUM(A1)",
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
];

let world: World;
let planId: string;
let hiddenId: string;

beforeAll(async () => {
  world = await startWorld();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId, { title: 'Health & Care “2026”\r\nX-Evil: 1' });
  const workstreamId = await build.workstream(planId, {
    number: '2',
    title: 'Workforce',
    leadOrganisationId: world.north,
  });
  const first = await build.action(workstreamId, {
    reference: 'A1',
    title: 'Open the hub',
    ownerId: world.north,
  });
  const second = await build.action(workstreamId, {
    reference: 'A2',
    title: 'Lend, "the" vans',
    ownerId: world.south,
  });
  for (const [n, title] of FORMULAS.entries())
    await build.action(workstreamId, { reference: `F${n}`, title, ownerId: world.north });
  const link = `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`;
  await world.northEditor.ok(link, {
    input: { id: randomUUID(), fromId: first, toId: second, kind: 'DEPENDS_ON', neededBy: '2026-12-24' },
  });
  const secretId = await build.workstream(planId, { title: 'Zygote', leadOrganisationId: world.north });
  hiddenId = await build.action(secretId, { title: 'Zygote plans', ownerId: world.north });
  const restrict = `mutation ($input: RestrictInput!) { restrictWorkstream(input: $input) { workstream { id } } }`;
  await world.northLead.ok(restrict, {
    input: {
      id: secretId,
      expectedVersion: 1,
      audience: { kind: 'ORGANISATIONS', organisationIds: [world.north] },
    },
  });
});
afterAll(() => world.app.close());

const fetched = (file: string, who = world.northEditor, id = planId) =>
  download(world.app.url, who, id, file);
const rowsOf = async (file: string) =>
  parseCsv(await (await fetched(file)).text()).map((row) => row.map(plainText));

describe('a plan as a spreadsheet', () => {
  it('has a row for every action, in the plan’s order, under headings', async () => {
    const [headings, first, second] = await rowsOf('actions.csv');
    expect(headings?.slice(0, 3)).toEqual(['Workstream', 'Reference', 'Action']);
    expect(first?.slice(0, 5)).toEqual([
      'Workstream 2: Workforce',
      'A1',
      'Open the hub',
      '',
      'Northmoor Council',
    ]);
    expect(second?.slice(1, 3)).toEqual(['A2', 'Lend, "the" vans']);
  });

  it('has what stands in it from another plan in its place, under its reference here, and says where its home is', async () => {
    const { build } = world.app;
    const homeId = await build.plan(world.partnershipId, { title: 'The other plan' });
    const home = await build.workstream(homeId, { number: '5', leadOrganisationId: world.north });
    const actionId = await build.action(home, {
      reference: 'Z4',
      title: 'Hire drivers',
      ownerId: world.north,
    });
    const [first] = await build.sql<{ workstream: string; position: number }>(
      `select workstream_id as workstream, position from actions where plan_id = $1 and reference = 'A1'`,
      [planId],
    );
    const placed = await build.inPartnership('placements', world.partnershipId, {
      ...{ planId, toPlanId: homeId, actionId, workstreamId: first?.workstream, reference: 'A1b' },
      position: (first?.position ?? 0) + 0.5,
    });
    const [headings, , row, next] = await rowsOf('actions.csv');
    expect(row?.slice(0, 3)).toEqual(['Workstream 2: Workforce', 'A1b', 'Hire drivers']);
    expect(row?.[headings?.indexOf('From another plan') ?? -1]).toBe('WS5 Z4 The other plan');
    expect(next?.[1]).toBe('A2');
    await build.sql('update placements set archived_at = now() where id = $1', [placed]);
    expect((await rowsOf('actions.csv')).map((one) => one[1])).not.toContain('A1b');
  });

  it('tells each cross-reference once, with both ends, the days and whether it holds', async () => {
    const [, ...rows] = await rowsOf('cross-references.csv');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.map((cell) => cell.replace(/ \(Health.*/s, ''))).toEqual([
      'WS2 A1: Open the hub',
      'Depends on',
      'WS2 A2: Lend, "the" vans',
      'Proposed',
      '2026-12-24',
      '',
      'None',
    ]);
  });

  it('says the same in the workbook as in the files, sheet by sheet', async () => {
    const bytes = new Uint8Array(await (await fetched('plan.xlsx')).arrayBuffer());
    const { grids } = readWorkbook(bytes, DEFAULT_IMPORT_LIMITS);
    expect(grids.map(({ name }) => name)).toEqual(['Actions', 'Risks', 'Cross-references']);
    const words = (grid: (typeof grids)[number] | undefined, column: number) =>
      grid?.rows.map(({ cells }) => cells.get(column)?.text.trim() ?? '');
    const csv = await rowsOf('actions.csv');
    expect(words(grids[0], 1)).toEqual(csv.map((row) => row[1]));
    expect(words(grids[2], 0)).toHaveLength((await rowsOf('cross-references.csv')).length);
  });

  it('runs nowhere, and every text comes back as it was written', async () => {
    const csv = parseCsv(await (await fetched('actions.csv')).text());
    const titles = csv.filter(([, reference]) => /^F\d/.test(reference ?? '')).map((row) => row[2] ?? '');
    expect(titles.filter((title) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(title))).toEqual([]);
    expect(titles.map(plainText)).toEqual(FORMULAS);

    const parts = partsOf(new Uint8Array(await (await fetched('plan.xlsx')).arrayBuffer()));
    const xml = Object.values(parts).join('');
    expect(xml).not.toMatch(/<f[\s>]/);
    const escaped = xml
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('&apos;', "'")
      .replaceAll('&#39;', "'");
    expect(FORMULAS.filter((text) => !escaped.includes(text.trim()))).toEqual([]);
  });

  it('is a file to be kept under the plan’s name, and by nothing in between', async () => {
    const { headers } = await fetched('actions.csv');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="health-care-2026-x-evil-1-\d{4}-\d\d-\d\d-actions\.csv"$/,
    );
    expect(headers.get('x-evil')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('what somebody may not see', () => {
  it('is in no file of theirs, and in the files of those who may', async () => {
    for (const file of FILES) {
      expect(await textOf(await fetched(file, world.southEditor))).not.toMatch(/zygote/i);
      expect(await textOf(await fetched(file, world.southEditor))).not.toContain(hiddenId);
    }
    expect(await textOf(await fetched('actions.csv', world.northViewer))).toContain('Zygote plans');
    expect(await textOf(await fetched('plan.xlsx', world.northViewer))).toContain('Zygote plans');
  });

  it('is asked for anew with every download', async () => {
    const { northEditor, app } = world;
    expect((await fetched('actions.csv', northEditor)).status).toBe(200);
    const narrow = await app.build.plan(world.partnershipId, { title: 'Narrow' });
    expect((await fetched('actions.csv', world.southEditor, narrow)).status).toBe(200);
    const restrict = `mutation ($input: RestrictInput!) { restrictPlan(input: $input) { plan { id } } }`;
    await world.admin.ok(restrict, {
      input: {
        id: narrow,
        expectedVersion: 1,
        audience: { kind: 'PEOPLE', personIds: [world.personIds['admin']] },
      },
    });
    const hidden = await fetched('actions.csv', world.southEditor, narrow);
    const absent = await fetched('actions.csv', world.southEditor, randomUUID());
    expect([hidden.status, await hidden.text()]).toEqual([404, await absent.text()]);
  });

  it('is refused in words: a file there is not, an address that is none', async () => {
    const other = await fetched('plan.docx');
    expect(other.status).toBe(400);
    expect(await other.json()).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT', fields: [{ field: 'file' }] } }],
    });
    expect((await fetched('__proto__')).status).toBe(400);
    expect((await fetched('plan.xlsx', world.northEditor, 'nonsense')).status).toBe(404);
  });
});
