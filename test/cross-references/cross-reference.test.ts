import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

interface Told {
  id: string;
  version: number;
  status: string;
  kind: string;
  note: string | null;
  reason: string | null;
  textAsWritten: string | null;
  unresolvedBecause: string | null;
  decidedAt: string | null;
  decidedBy: { name: string } | null;
  from: { __typename: string; id: string };
  to: { __typename: string; id: string } | null;
  viewerCan: { answer: boolean; update: boolean; archive: boolean };
}

const fields = `id version status kind note reason textAsWritten unresolvedBecause decidedAt decidedBy { name }
  from { __typename ... on Action { id } ... on Risk { id } } to { __typename ... on Action { id } ... on Workstream { id } ... on ExternalDependency { id } }
  viewerCan { answer update archive }`;
const document = (verb: string) =>
  `mutation($input: ${verb === 'confirm' || verb === 'archive' || verb === 'restore' ? 'ItemVersion' : `${verb[0]?.toUpperCase()}${verb.slice(1)}CrossReference`}Input!) {
    ${verb}CrossReference(input: $input) { crossReference { ${fields} } } }`;

let world: TwoPartners;
beforeAll(async () => {
  world = await twoPartners();
});
afterAll(() => world.app.close());

const ask = (who: Person, verb: string, input: object) => who.query(document(verb), { input });
async function done(who: Person, verb: string, input: object): Promise<Told> {
  const data = await who.ok<Record<string, { crossReference: Told }>>(document(verb), { input });
  const told = data[`${verb}CrossReference`]?.crossReference;
  if (!told) throw new Error('nothing was answered');
  return told;
}
const refused = (code: string, who: Person, verb: string, input: object) =>
  refusedWith(world.app, code, () => ask(who, verb, input));
const northAction = () => world.app.build.action(world.workstream1, { ownerId: world.north });
const southAction = (values = {}) =>
  world.app.build.action(world.workstream2, { ownerId: world.south, ...values });

describe('proposing a cross-reference', () => {
  it('is for the owner of the item it is written at', async () => {
    const input = { fromId: world.a1, toId: world.b1, kind: 'DEPENDS_ON' };
    await refused('NOT_FOUND', world.stranger, 'propose', input);
    await refused('FORBIDDEN', world.viewerNorth, 'propose', input);
    await refused('FORBIDDEN', world.editorSouth, 'propose', input);
    await refused('UNAUTHENTICATED', world.app.nobody, 'propose', input);
  });

  it('makes a promise for the other end to answer, which both ends see at once', async () => {
    const [from, to] = [await northAction(), await southAction()];
    const made = await done(world.editorNorth, 'propose', {
      fromId: from,
      toId: to,
      kind: 'DEPENDS_ON',
      note: 'The shared record must be live.',
    });
    expect(made).toMatchObject({
      status: 'PROPOSED',
      kind: 'DEPENDS_ON',
      note: 'The shared record must be live.',
      decidedAt: null,
      from: { __typename: 'Action', id: from },
      to: { __typename: 'Action', id: to },
      viewerCan: { answer: false, update: true, archive: true },
    });
    const seen = await world.editorSouth.ok<{ action: { crossReferences: Told[] } }>(
      `query($id: ID!) { action(id: $id) { crossReferences { ${fields} } } }`,
      { id: to },
    );
    expect(seen.action.crossReferences).toMatchObject([
      { id: made.id, viewerCan: { answer: true, update: false, archive: true } },
    ]);
  });

  it('does not touch the version of either item', async () => {
    const [from, to] = [await northAction(), await southAction()];
    const before = [await world.app.build.row('actions', from), await world.app.build.row('actions', to)];
    await done(world.editorNorth, 'propose', { fromId: from, toId: to, kind: 'DEPENDS_ON' });
    expect([await world.app.build.row('actions', from), await world.app.build.row('actions', to)]).toEqual(
      before,
    );
  });

  it('is confirmed at once when both ends are one organisation’s, and for what no partner controls', async () => {
    const [from, to] = [await northAction(), await northAction()];
    const made = await done(world.editorNorth, 'propose', { fromId: from, toId: to, kind: 'DEPENDS_ON' });
    expect(made).toMatchObject({ status: 'CONFIRMED', decidedBy: { name: 'editorNorth' } });
    const external = await world.app.build.inPartnership('external_dependencies', world.partnershipId, {
      planId: world.planId,
      title: 'National framework',
      controlledBy: 'NHS England',
    });
    const waiting = await done(world.editorNorth, 'propose', {
      fromId: from,
      toId: external,
      kind: 'DEPENDS_ON',
    });
    expect(waiting).toMatchObject({
      status: 'CONFIRMED',
      decidedBy: null,
      to: { __typename: 'ExternalDependency' },
    });
  });

  it('stays proposed where the other end has a second owner who must agree', async () => {
    const [from, to] = [await northAction(), await northAction()];
    await world.app.build.owner('Action', to, { organisationId: world.south, role: 'JOINT' });
    const made = await done(world.editorNorth, 'propose', { fromId: from, toId: to, kind: 'DEPENDS_ON' });
    expect(made.status).toBe('PROPOSED');
  });

  it('refuses an item itself, and the same promise twice', async () => {
    const [from, to] = [await northAction(), await southAction()];
    const itself = await refused('RULE_BROKEN', world.editorNorth, 'propose', {
      fromId: from,
      toId: from,
      kind: 'RELATES_TO',
    });
    expect(itself.errors?.[0]?.extensions['rule']).toBe('NOT_TO_ITSELF');
    await done(world.editorNorth, 'propose', { fromId: from, toId: to, kind: 'DEPENDS_ON' });
    const again = await refused('RULE_BROKEN', world.editorNorth, 'propose', {
      fromId: from,
      toId: to,
      kind: 'DEPENDS_ON',
    });
    expect(again.errors?.[0]?.extensions['rule']).toBe('ALREADY_REFERENCED');
    await done(world.editorNorth, 'propose', { fromId: from, toId: to, kind: 'RELATES_TO' });
  });

  it('answers a second try with what the first made, and lets only one of two proposed at once stand', async () => {
    const [from, to] = [await northAction(), await southAction()];
    const input = { id: randomUUID(), fromId: from, toId: to, kind: 'DEPENDS_ON' };
    const made = await done(world.editorNorth, 'propose', input);
    expect((await done(world.editorNorth, 'propose', input)).id).toBe(made.id);
    const raced = { fromId: from, toId: to, kind: 'CONTRIBUTES_TO' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(world.editorNorth, 'propose', raced)));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
  });

  it('answers alike for an item that is missing and one that is hidden', async () => {
    const audienceId = await world.app.build.audience(world.partnershipId, 'ORGANISATIONS', [world.south]);
    const hidden = await southAction({ audienceId, ownAudienceId: audienceId });
    const propose = (toId: string) =>
      refused('INVALID_INPUT', world.editorNorth, 'propose', { fromId: world.a1, toId, kind: 'DEPENDS_ON' });
    expect((await propose(hidden)).errors).toEqual((await propose(randomUUID())).errors);
  });
});

describe('proposing in people’s words', () => {
  const propose = (text: string, more = {}) =>
    done(world.editorNorth, 'propose', { fromId: world.a1, text, kind: 'RELATES_TO', ...more });

  it('finds the item that is meant', async () => {
    const to = await southAction({ reference: 'B7' });
    expect(await propose('Link to Workstream 2, Action B7')).toMatchObject({
      to: { id: to },
      textAsWritten: 'Link to Workstream 2, Action B7',
      unresolvedBecause: null,
    });
  });

  it('keeps words that lead nowhere, or to two items, and says why', async () => {
    expect(await propose('WS2 B99')).toMatchObject({
      to: null,
      textAsWritten: 'WS2 B99',
      unresolvedBecause: 'Workstream 2 has no B99',
    });
    await southAction({ reference: 'B4' });
    await southAction({ reference: 'B4' });
    expect(await propose('WS2 B4')).toMatchObject({
      to: null,
      unresolvedBecause: 'In workstream 2 there are 2 called B4: say which is meant',
    });
    expect(await propose('the digital people')).toMatchObject({ to: null, status: 'PROPOSED' });
    expect((await propose('WS2 B1', { resolve: false })).to).toBeNull();
  });

  it('lets the owner say what the words mean, once', async () => {
    const to = await southAction();
    const made = await propose('WS2 B98');
    const input = { id: made.id, expectedVersion: made.version, toId: to };
    await refused('FORBIDDEN', world.editorSouth, 'update', input);
    expect(await done(world.editorNorth, 'update', input)).toMatchObject({
      to: { id: to },
      unresolvedBecause: null,
      textAsWritten: 'WS2 B98',
    });
    await refused('RULE_BROKEN', world.editorNorth, 'update', {
      ...input,
      expectedVersion: made.version + 1,
      toId: world.b1,
    });
  });

  it('refuses words that name several items, and no words at all', async () => {
    for (const text of ['WS2 actions B1, B2 and B3', ' '])
      await refused('INVALID_INPUT', world.editorNorth, 'propose', {
        fromId: world.a1,
        text,
        kind: 'RELATES_TO',
      });
  });
});

describe('answering a cross-reference', () => {
  const proposed = async () => {
    const id = await reference(world.app, { fromId: await northAction(), toId: await southAction() });
    return { id, expectedVersion: 1 };
  };

  it('is for the owner of the other end', async () => {
    const input = await proposed();
    await refused('NOT_FOUND', world.stranger, 'confirm', input);
    for (const who of [world.editorNorth, world.viewerNorth]) {
      await refused('FORBIDDEN', who, 'confirm', input);
      await refused('FORBIDDEN', who, 'dispute', { ...input, reason: 'No.' });
    }
    expect(await done(world.editorSouth, 'confirm', input)).toMatchObject({
      status: 'CONFIRMED',
      decidedBy: { name: 'editorSouth' },
    });
  });

  it('needs a reason to dispute, shown to both ends; who disputed may confirm after all', async () => {
    const input = await proposed();
    await refused('INVALID_INPUT', world.editorSouth, 'dispute', { ...input, reason: ' ' });
    const disputed = await done(world.editorSouth, 'dispute', {
      ...input,
      reason: 'We stopped this in May.',
    });
    expect(disputed).toMatchObject({ status: 'DISPUTED', reason: 'We stopped this in May.' });
    const confirmed = await done(world.editorSouth, 'confirm', {
      ...input,
      expectedVersion: disputed.version,
    });
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', reason: null });
  });

  it('tells the second of two who answer at once what the first said', async () => {
    const input = await proposed();
    await done(world.editorSouth, 'dispute', { ...input, reason: 'No.' });
    await refused('CONFLICT', world.leadSouth, 'confirm', input);
  });

  it('is asked anew when the promise becomes another kind', async () => {
    const input = await proposed();
    const confirmed = await done(world.editorSouth, 'confirm', input);
    const noted = await done(world.editorNorth, 'update', {
      id: input.id,
      expectedVersion: confirmed.version,
      note: 'By May.',
    });
    expect(noted.status).toBe('CONFIRMED');
    const changed = await done(world.editorNorth, 'update', {
      id: input.id,
      expectedVersion: noted.version,
      kind: 'FUNDED_BY',
    });
    expect(changed).toMatchObject({ status: 'PROPOSED', decidedBy: null, decidedAt: null });
    await refused('CONFLICT', world.editorNorth, 'update', {
      id: input.id,
      expectedVersion: noted.version,
      kind: 'MEASURED_BY',
    });
  });
});

describe('withdrawing a cross-reference', () => {
  const standingAt = async (id: string) =>
    (
      await world.editorSouth.ok<{ action: object }>(
        `query($id: ID!) { action(id: $id) { crossReferences { id } withdrawnCrossReferences { id } } }`,
        { id },
      )
    ).action;

  it('is for the owner of either end, and can be taken back unless it was written again meanwhile', async () => {
    const [fromId, toId] = [await northAction(), await southAction()];
    const id = await reference(world.app, { fromId, toId });
    await refused('NOT_FOUND', world.stranger, 'archive', { id, expectedVersion: 1 });
    await refused('FORBIDDEN', world.viewerNorth, 'archive', { id, expectedVersion: 1 });
    await done(world.editorSouth, 'archive', { id, expectedVersion: 1 });
    await refused('RULE_BROKEN', world.editorSouth, 'confirm', { id, expectedVersion: 2 });
    expect(await standingAt(fromId)).toEqual({ crossReferences: [], withdrawnCrossReferences: [{ id }] });
    expect(await standingAt(toId)).toEqual({ crossReferences: [], withdrawnCrossReferences: [{ id }] });
    await done(world.editorNorth, 'restore', { id, expectedVersion: 2 });
    expect(await standingAt(toId)).toEqual({ crossReferences: [{ id }], withdrawnCrossReferences: [] });
    await done(world.editorNorth, 'archive', { id, expectedVersion: 3 });
    await done(world.editorNorth, 'propose', { fromId, toId, kind: 'DEPENDS_ON' });
    await refused('RULE_BROKEN', world.editorNorth, 'restore', { id, expectedVersion: 4 });
  });
});

describe('suggestions', () => {
  it('find the references in a narrative and what each leads to', async () => {
    const [c, d, d2] = [
      await southAction({ reference: 'C' }),
      await southAction({ reference: 'D' }),
      await southAction({ reference: 'D' }),
    ];
    await reference(world.app, { fromId: world.a1, toId: c, kind: 'RELATES_TO' });
    const text = 'Depends on workstream 2 actions C and D; see also B77';
    const { suggestCrossReferences: found } = await world.viewerNorth.ok<{
      suggestCrossReferences: (Record<string, unknown> & { candidates: { id: string }[] })[];
    }>(
      `query($text: String!, $at: ID!) { suggestCrossReferences(text: $text, at: $at) {
        text kind workstream reference isReferenced unresolvedBecause item { ... on Action { id } } candidates { __typename ... on Action { id } } } }`,
      { text, at: world.a1 },
    );
    expect(found).toMatchObject([
      {
        kind: 'DEPENDS_ON',
        workstream: '2',
        reference: 'C',
        item: { id: c },
        isReferenced: true,
        candidates: [],
      },
      { kind: 'DEPENDS_ON', reference: 'D', item: null, isReferenced: false },
      { reference: 'B77', item: null, unresolvedBecause: 'Workstream 1 has no B77' },
    ]);
    expect(new Set(found[1]?.candidates.map(({ id }) => id))).toEqual(new Set([d, d2]));
  });
});
