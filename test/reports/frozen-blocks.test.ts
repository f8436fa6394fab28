import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type TextBlock, wordsOf } from '../../schema/report-text.js';
import { commonSight, frozenBlocks } from '../../server/features/reports/frozen-blocks.js';
import { asManyAsFit, tableOr } from '../../server/features/reports/live-block.rules.js';
import { sightOf } from '../../server/platform/db/database.js';
import type { Person } from '../support/app.js';
import { asBase64, OpenReport, type ReportWorld, startReportWorld, WRITE } from './report-world.js';

const LIVE = `query ($shows: LiveBlockKind!, $of: ID!) { liveBlock(shows: $shows, of: $of) { title blocks } }`;

let world: ReportWorld;
let strand: string;
let plan: string;
let long: string;
beforeAll(async () => {
  world = await startReportWorld();
  const { build } = world.app;
  plan = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  strand = await build.workstream(plan, { number: '2', title: 'Discharge' });
  const onlyNorth = await build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]);
  const due = { timingAsWritten: 'May 2018', timingStart: '2018-05-01', timingEnd: '2018-05-31' };
  await build.action(strand, { reference: 'B1', title: 'Open the lounge', ownerId: world.south, ...due });
  await build.action(strand, {
    ...{ reference: 'B2', title: 'Close a ward', ownerId: world.north },
    ...{ audienceId: onlyNorth, ownAudienceId: onlyNorth },
  });
  await build.insert('risks', {
    ...{ partnershipId: world.partnershipId, planId: plan, workstreamId: strand, event: 'Carers leave' },
    ...{ audienceId: await build.audience(world.partnershipId, 'PARTNERSHIP') },
    ...{ currentLikelihood: 4, currentImpact: 5 },
  });
});
afterAll(() => world.app.close());

const shown = async (by = world.northEditor, shows = 'WORKSTREAM_STATUS') => {
  const { liveBlock } = await by.ok<{ liveBlock: { title: string; blocks: string } | null }>(LIVE, {
    ...{ shows, of: strand },
  });
  return liveBlock && `${liveBlock.title} ${liveBlock.blocks}`;
};

const onlyNorths = async () => {
  const audienceId = await world.app.build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]);
  return { audienceId, ownAudienceId: audienceId };
};

const waits = (fromId: string, toId: string, { ownAudienceId: _, ...values }: Record<string, unknown>) =>
  world.app.build.inPartnership('cross_references', world.partnershipId, {
    ...{
      kind: 'DEPENDS_ON',
      fromType: 'Action',
      toType: 'Action',
      fromId,
      toId,
      planId: plan,
      toPlanId: plan,
    },
    ...values,
  });

const placed = async (workstreamId: string, actionId: string, reference: string, audienceId?: string) => {
  const { build } = world.app;
  const { plan_id: toPlanId } = await build.row('actions', actionId);
  await build.inPartnership('placements', world.partnershipId, {
    ...{ planId: plan, toPlanId, actionId, workstreamId, reference, position: 1 },
    ...(audienceId ? { audienceId } : {}),
  });
};

const blocksOf = async (by: Person, shows: string, of: string): Promise<TextBlock[]> => {
  const { liveBlock } = await by.ok<{ liveBlock: { blocks: string } }>(LIVE, { shows, of });
  return JSON.parse(liveBlock.blocks) as TextBlock[];
};

const tableOf = async (by: Person, shows: string, of: string): Promise<string[][]> =>
  (await blocksOf(by, shows, of)).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ blocks }) => wordsOf(blocks).trim())) : [],
  );

it('shows each reader what they see in the plans, and nothing of what they do not', async () => {
  expect(await shown()).toContain('Close a ward');
  const south = await shown(world.southEditor);
  expect(south).toContain('Open the lounge');
  expect(south).not.toContain('Close a ward');
  expect(await shown(world.stranger)).toBeNull();
  expect(await shown(world.southEditor, 'ACTIONS_DUE')).toContain('May 2018 (overdue)');
  expect(await shown(world.southEditor, 'RISKS')).toContain('20 (likelihood 4, impact 5)');
  expect(await shown(world.southEditor, 'INTERDEPENDENCIES')).toContain('Nothing here waits');
});

it.each([
  [0, 3, 0, 0],
  [3, 3, 3, 0],
  [4, 3, 3, 1],
])('of %i, with room for %i, shows %i and counts %i more', (all, most, shown, more) => {
  const fits = asManyAsFit(Array(all).fill('x'), most);
  expect([fits.shown.length, fits.more]).toEqual([shown, more]);
  const words = JSON.stringify(
    tableOr(
      'None.',
      ['What'],
      fits.shown.map((one) => [one]),
      more,
    ),
  );
  expect(words.includes('more, not shown')).toBe(more > 0);
});

it('shows what waits for what, with the answer and how that stands, to those who see both ends', async () => {
  const { build } = world.app;
  const needs = await build.workstream(plan, { number: '7', title: 'Transport' });
  const lounge = await build.action(needs, { reference: 'D', title: 'Cars for going home' });
  const staff = await build.action(needs, { reference: 'E', title: 'Drivers', status: 'RED' });
  await waits(lounge, staff, { status: 'CONFIRMED', promisedBy: '2030-05-01' });
  const hidden = await build.action(needs, { reference: 'F', title: 'Hidden', ...(await onlyNorths()) });
  await waits(lounge, hidden, await onlyNorths());
  const rows = await tableOf(world.southEditor, 'INTERDEPENDENCIES', needs);
  expect(rows).toEqual([
    ['What waits', 'For what', 'By', 'Answer', 'How that stands'],
    ['WS7 D Cars for going home', 'WS7 E Drivers', '1 May 2030', 'Confirmed', 'Red: significant barriers'],
  ]);
  expect(await tableOf(world.northEditor, 'INTERDEPENDENCIES', needs)).toContainEqual([
    ...['WS7 D Cars for going home', 'WS7 F Hidden', '', 'Not answered yet', 'Not yet rated'],
  ]);
  // The picture above it is of the same rows: it has neither a box nor an arrow of what its reader does not see.
  const drawn = async (by: Person) => {
    const [picture] = await blocksOf(by, 'INTERDEPENDENCIES', needs);
    if (picture?.kind !== 'diagram') throw new Error('There is no picture');
    const boxes = picture.boxes.map(({ lines }) => lines.map(({ text }) => text));
    return { boxes, looks: picture.arrows.map(({ look }) => look), alt: picture.alt };
  };
  const [waiting, waitedFor] = [
    ['WS7 D', 'Cars for going home'],
    ['WS7 E', 'Drivers', 'Status: Red'],
  ];
  expect(await drawn(world.southEditor)).toEqual({
    ...{ boxes: [waiting, waitedFor], looks: ['SOLID'] },
    alt: 'Picture of what waits for what: 2 boxes, and 1 arrow from what waits to what it waits for. The table below says the same in words.',
  });
  const north = await drawn(world.northEditor);
  expect(north.boxes).toEqual([waiting, waitedFor, ['WS7 F', 'Hidden', 'Status: Not yet rated']]);
  expect(north.looks).toEqual(['SOLID', 'DASHED']);
});

it('shows what was placed from another plan, under the reference it has there', async () => {
  const { build } = world.app;
  const elsewhere = await build.workstream(await build.plan(world.partnershipId), { number: '4' });
  const late = { timingAsWritten: 'May 2018', timingStart: '2018-05-01', timingEnd: '2018-05-31' };
  const other = await build.action(elsewhere, { reference: 'X9', title: 'Hire drivers', ...late });
  const waiting = await build.action(elsewhere, { reference: 'X10', title: 'Wash cars' });
  await waits(waiting, other, {});
  const empty = await build.workstream(plan, { number: '8', title: 'Only placed' });
  await placed(empty, other, 'C3');
  expect(await tableOf(world.southEditor, 'WORKSTREAM_STATUS', empty)).toEqual([
    ['Action', 'Lead', 'Due', 'Status'],
    ['WS8 C3 Hire drivers', 'Nobody named', 'May 2018 (overdue)', 'Not yet rated'],
  ]);
  expect(await tableOf(world.southEditor, 'ACTIONS_DUE', empty)).toHaveLength(2);
  expect(await tableOf(world.southEditor, 'INTERDEPENDENCIES', empty)).toContainEqual([
    ...['WS4 X10 Wash cars', 'WS8 C3 Hire drivers', '', 'Not answered yet', 'Not yet rated'],
  ]);
  expect((await tableOf(world.southEditor, 'WORKSTREAM_STATUS', plan)).flat()).toContain(
    'WS8 C3 Hire drivers',
  );
  // A placement for fewer leaves no trace with the others.
  const narrow = await build.workstream(plan, { number: '9', ...(await onlyNorths()) });
  await placed(narrow, other, 'Z1', (await onlyNorths()).audienceId);
  const words = async (by: Person) => JSON.stringify(await tableOf(by, 'WORKSTREAM_STATUS', plan));
  expect(await words(world.southEditor)).not.toContain('Z1');
});

it('says in words how many more there are than it shows, of those that its reader sees', async () => {
  const { build } = world.app;
  long = await build.workstream(plan, { number: '10', title: 'Long' });
  const at = await build.row('workstreams', long);
  await build.sql(
    `insert into actions (id, partnership_id, audience_id, plan_id, workstream_id, reference, title, position)
     select gen_random_uuid(), $1, case when n > 270 then $2::uuid else $3::uuid end, $4, $5, 'L' || n, 'Step ' || n, n
     from generate_series(1, 280) n`,
    [world.partnershipId, (await onlyNorths()).audienceId, at['audience_id'], plan, long],
  );
  const blocksFor = async (by: Person) => JSON.stringify(await blocksOf(by, 'WORKSTREAM_STATUS', long));
  expect(await blocksFor(world.southEditor)).toContain('And 20 more, not shown in this table.');
  expect(await blocksFor(world.northEditor)).toContain('And 30 more, not shown in this table.');
});

it('freezes a report as everybody in a circle sees it, whoever freezes it', async () => {
  const { id } = await world.report();
  const page = new OpenReport(world.northEditor, id);
  await page.begun();
  await page.take().write('outcome', 'Sooner home.');
  const before = Y.encodeStateVector(page.doc);
  const blocks = [strand, long].map((itemId) => {
    const block = new Y.XmlElement('live_block');
    block.setAttribute('shows', 'WORKSTREAM_STATUS');
    block.setAttribute('itemId', itemId);
    return block;
  });
  page.doc.getXmlFragment('alignment').insert(0, blocks);
  const update = asBase64(Y.encodeStateAsUpdate(page.doc, before));
  await world.northEditor.ok(WRITE, { input: { id, update } });
  await page.live.stop();
  await world.northEditor.ok(
    `mutation ($input: CreateReportRecommendationInput!) { createReportRecommendation(input: $input) { reportRecommendation { id } } }`,
    { input: { reportId: id, verb: 'NOTE', text: 'the first year' } },
  );
  const { build, app } = world.app;
  const partners = await build.audience(world.partnershipId, 'PARTNERSHIP');
  const onlyNorth = await build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]);
  const report = {
    ...{ id, title: 'Going home' },
    ...{ template: 'BOARD_REPORT', templateVersion: 1, ownTemplate: null },
  };
  const frozenFor = (circle: { id: string; kind: string; members: string[] }) =>
    app.database.readAs(sightOf(new Set([partners, onlyNorth])), async (reader) => {
      const asAt = new Date().toISOString();
      return frozenBlocks(reader, report, await commonSight(reader, world.partnershipId, { circle, asAt }));
    });
  const forAll = await frozenFor({ id: partners, kind: 'PARTNERSHIP', members: [] });
  expect(forAll?.sections.map(({ key }) => key)).toEqual(['outcome', 'recommendations', 'alignment']);
  const words = JSON.stringify(forAll);
  for (const word of ['Sooner home.', 'To note ', 'the first year', 'Open the lounge', 'And 20 more'])
    expect(words).toContain(word);
  expect(words).not.toContain('Close a ward');
  expect(words).not.toContain('"live"');
  const forNorth = await frozenFor({ id: onlyNorth, kind: 'ORGANISATIONS', members: [world.north] });
  for (const word of ['Close a ward', 'And 30 more']) expect(JSON.stringify(forNorth)).toContain(word);
});
