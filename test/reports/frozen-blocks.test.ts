import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { frozenBlocks } from '../../server/features/reports/frozen-blocks.js';
import { sightOf } from '../../server/platform/db/database.js';
import { asBase64, OpenReport, type ReportWorld, startReportWorld, WRITE } from './report-world.js';

const LIVE = `query ($shows: LiveBlockKind!, $of: ID!) { liveBlock(shows: $shows, of: $of) { title blocks } }`;

let world: ReportWorld;
let strand: string;
let plan: string;
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

it('freezes a report as everybody in a circle sees it, whoever freezes it', async () => {
  const { id } = await world.report();
  const page = new OpenReport(world.northEditor, id);
  await page.begun();
  await page.take().write('outcome', 'Sooner home.');
  const before = Y.encodeStateVector(page.doc);
  const block = new Y.XmlElement('live_block');
  block.setAttribute('shows', 'WORKSTREAM_STATUS');
  block.setAttribute('itemId', strand);
  page.doc.getXmlFragment('alignment').insert(0, [block]);
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
    ...{ id, partnershipId: world.partnershipId, title: 'Going home' },
    ...{ template: 'BOARD_REPORT', templateVersion: 1 },
  };
  const frozenFor = (circle: { id: string; kind: string; members: string[] }) =>
    app.database.readAs(sightOf(new Set([partners, onlyNorth])), (reader) =>
      frozenBlocks(reader, report, { asOf: null, circle }),
    );
  const forAll = await frozenFor({ id: partners, kind: 'PARTNERSHIP', members: [] });
  expect(forAll?.sections.map(({ key }) => key)).toEqual(['outcome', 'recommendations', 'alignment']);
  const words = JSON.stringify(forAll);
  for (const word of ['Sooner home.', 'To note ', 'the first year', 'Open the lounge'])
    expect(words).toContain(word);
  expect(words).not.toContain('Close a ward');
  expect(words).not.toContain('"live"');
  const forNorth = await frozenFor({ id: onlyNorth, kind: 'ORGANISATIONS', members: [world.north] });
  expect(JSON.stringify(forNorth)).toContain('Close a ward');
});
