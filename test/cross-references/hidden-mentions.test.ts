import { afterAll, beforeAll, expect, it } from 'vitest';
import { inPlan } from '../support/import-world.js';
import { type TwoPartners, twoPartners } from './two-partners.js';

/** Words that lead to no single item are kept with the reason why; others read both. */
let world: TwoPartners;
beforeAll(async () => {
  world = await twoPartners();
  const { app, partnershipId, north, workstream2 } = world;
  const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
  const narrowed = { audienceId, ownAudienceId: audienceId, title: 'Close a ward', ownerId: north };
  for (const reference of ['C1', 'C1', 'B1', 'D4.1', 'D4.2'])
    await app.build.action(workstream2, { ...narrowed, reference });
});
afterAll(() => world.app.close());

const reasons = async (fromId: string) =>
  world.app.build.sql<{ text: string; reason: string }>(
    `select text_as_written as text, unresolved_because as reason from cross_references where from_id = $1 and to_id is null order by 1`,
    [fromId],
  );

it('the reason counts and names nothing that its readers may not see', async () => {
  const { a1, editorNorth, leadNorth, planId, workstream1 } = world;
  const words = ['workstream 2 action B1', 'workstream 2 action C1', 'workstream 2 action D4'];
  for (const text of words)
    await editorNorth.ok(
      `mutation($from: ID!, $text: String!) { proposeCrossReference(input: {fromId: $from, text: $text, kind: DEPENDS_ON}) { crossReference { id } } }`,
      { from: a1, text },
    );
  const expected = [
    'Nobody has looked for what these words mean',
    'Workstream 2 has no C1',
    'Workstream 2 has no D4',
  ];
  expect((await reasons(a1)).map(({ reason }) => reason)).toEqual(expected);
  const { createRisk } = await leadNorth.ok<{ createRisk: { risk: { id: string } } }>(
    `mutation($plan: ID!, $ws: ID!, $event: String!) { createRisk(input: {planId: $plan, workstreamId: $ws, event: $event}) { risk { id } } }`,
    { plan: planId, ws: workstream1, event: words.join('; ') },
  );
  expect((await reasons(createRisk.risk.id)).map(({ reason }) => reason)).toEqual(expected);
});

it('nor the reason that an import keeps', async () => {
  const { app, leadNorth, planId } = world;
  const { bring } = inPlan({ app, lead: leadNorth }, planId);
  const row =
    'Workstream 1: Homes,A9,Build,,,,,Link to workstream 2 action C1. Link to workstream 2 action D4';
  await bring(`Workstream,Ref,Action,Lead,Timescale,RAG,Expected outcome,Progress update\n${row}\n`);
  const kept = await app.build.sql<{ reason: string }>(
    `select unresolved_because as reason from cross_references where unresolved_because is not null and from_id in (select id from actions where reference = 'A9')`,
  );
  expect(kept.length).toBeGreaterThan(0);
  for (const { reason } of kept) expect(reason).not.toMatch(/Close|D4\.|\d called/);
});
