import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Person } from '../support/app.js';
import { reference, refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

const ASK = `query($of: ID!, $first: Int!) {
  possiblySameWork(of: $of, first: $first) { score words action { id title } } }`;

interface Offer {
  score: number;
  words: string[];
  action: { id: string; title: string };
}

describe('what may be the same work', () => {
  let world: TwoPartners;
  let own: string;
  let elsewhere: string;
  const titles = {
    own: 'Open community diagnostic centres in Elmsworth',
    same: 'Opening of the Elmsworth diagnostic centre',
  };
  beforeAll(async () => {
    world = await twoPartners();
    const { app, partnershipId, workstream1, north } = world;
    own = await app.build.action(workstream1, { title: titles.own, ownerId: north });
    elsewhere = await app.build.workstream(await app.build.plan(partnershipId));
    for (let n = 0; n < 20; n++)
      await app.build.action(elsewhere, { title: `Agree step ${n} of the community pathway with partners` });
  });
  afterAll(() => world.app.close());

  const offers = async (of = own, who: Person = world.viewerNorth, first = 5) =>
    (await who.ok<{ possiblySameWork: Offer[] }>(ASK, { of, first })).possiblySameWork;
  const add = (title: string, workstream = elsewhere, values = {}) =>
    world.app.build.action(workstream, { title, ...values });
  const archive = (...ids: string[]) =>
    world.app.build.sql('update actions set archived_at = now() where id = any($1::uuid[])', [ids]);

  it('is nothing while only common words are shared', async () => {
    expect(await offers()).toEqual([]);
  });

  it('is an action of another plan whose title says it in other forms of the same words, with those words', async () => {
    const same = await add(titles.same);
    const beside = await add(titles.same, world.workstream2);
    const [offer, ...more] = await offers();
    expect(more).toEqual([]);
    expect(offer?.action).toEqual({ id: same, title: titles.same });
    expect(offer?.score).toBeGreaterThan(0.5);
    expect(offer?.score).toBeLessThan(1);
    expect([...(offer?.words ?? [])].sort()).toEqual(['centres', 'diagnostic', 'elmsworth', 'open']);
    await archive(same);
    expect(await offers()).toEqual([]);
    await archive(beside);
  });

  it('is told best first and no more than asked for, and is 1 where the words are the same', async () => {
    const [like, alike] = [await add(titles.same), await add(titles.own)];
    const found = await offers();
    expect(found.map(({ action }) => action.id)).toEqual([alike, like]);
    expect(found[0]?.score).toBe(1);
    expect((await offers(own, world.viewerNorth, 1)).map(({ action }) => action.id)).toEqual([alike]);
    await archive(like, alike);
  });

  it('costs what it takes to find it, so that nobody asks for it again and again in one question', async () => {
    const times = (n: number) =>
      `query($of: ID!) { ${Array.from({ length: n }, (_, i) => `a${i}: possiblySameWork(of: $of, first: 1) { score }`).join(' ')} }`;
    const { extensions } = await world.viewerNorth.query(times(1), { of: own });
    expect(extensions?.['cost']).toBeGreaterThanOrEqual(20_000);
    expect(await world.viewerNorth.refused(times(20), { of: own })).toBe('INVALID_INPUT');
  });

  it('is no longer offered once it is said, until that is withdrawn', async () => {
    const same = await add(titles.same);
    const said = await reference(world.app, { fromId: same, toId: own, kind: 'SAME_WORK_AS' });
    expect(await offers()).toEqual([]);
    await world.app.build.sql('update cross_references set archived_at = now() where id = $1', [said]);
    expect(await offers()).toHaveLength(1);
    await archive(same);
  });

  it('is neither offered nor weighed where the viewer may not see it, and nobody learns of an action out of sight', async () => {
    const { app, partnershipId, south, editorSouth, viewerNorth, stranger } = world;
    const same = await add(titles.same);
    const before = await offers();
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [south]);
    const hidden = await add(titles.own, elsewhere, { audienceId, ownAudienceId: audienceId });
    expect(await offers()).toEqual(before);
    expect((await offers(own, editorSouth)).map(({ action }) => action.id)).toEqual([hidden, same]);
    expect(await offers(hidden, viewerNorth)).toEqual([]);
    expect(await offers(own, stranger)).toEqual([]);
    expect(await offers('00000000-0000-4000-8000-000000000000')).toEqual([]);
  });

  it('is offered for a title that is still being typed, and for nothing of the plan it is meant for', async () => {
    const ASK_AS = `query($within: ID!, $title: String!) {
      possiblySameWorkAs(within: $within, title: $title, first: 5) { score words action { id title } } }`;
    const title = 'Recruiting volunteer drivers for the mobile library';
    const typed = async (words: string, within: string, who: Person = world.viewerNorth) =>
      (await who.ok<{ possiblySameWorkAs: Offer[] }>(ASK_AS, { within, title: words })).possiblySameWorkAs;
    const there = await add(title);
    const [{ planId: elsewherePlan } = { planId: '' }] = await world.app.build.sql<{ planId: string }>(
      'select plan_id as "planId" from workstreams where id = $1',
      [elsewhere],
    );
    const [offer, ...more] = await typed('Recruit drivers for mobile libraries', world.planId);
    expect([offer?.action.id, [...(offer?.words ?? [])].sort(), more]).toEqual([
      there,
      ['drivers', 'libraries', 'mobile', 'recruit'],
      [],
    ]);
    expect(await typed('Recruit drivers for mobile libraries', elsewherePlan)).toEqual([]);
    expect(await typed('Recruit', world.planId)).toEqual([]);
    expect(await typed(title, world.planId, world.app.nobody)).toEqual([]);
    expect(await world.viewerNorth.refused(ASK_AS, { within: world.planId, title: 'x'.repeat(2_001) })).toBe(
      'INVALID_INPUT',
    );
  });
});

const DISMISS = `mutation($input: CreateSameWorkDismissalInput!) {
  createSameWorkDismissal(input: $input) { sameWorkDismissal { id version reason } } }`;
const TAKE_BACK = `mutation($input: ItemVersionInput!) {
  archiveSameWorkDismissal(input: $input) { sameWorkDismissal { id archivedAt } } }`;
const PROPOSE = `mutation($input: ProposeCrossReferenceInput!) {
  proposeCrossReference(input: $input) { crossReference { id } } }`;

interface Dismissal {
  id: string;
  version: number;
  reason: string | null;
  dismissedBy: { id: string } | null;
  organisation: { id: string } | null;
  viewerCan: { archive: boolean };
}

describe('that it is not the same work', () => {
  let world: TwoPartners;
  /** North’s, in one plan, and South’s, in another. */
  let own: string;
  let other: string;
  beforeAll(async () => {
    world = await twoPartners();
    const { app, partnershipId, workstream1, north, south } = world;
    const elsewhere = await app.build.workstream(await app.build.plan(partnershipId));
    own = await app.build.action(workstream1, { title: 'Open a diagnostic centre', ownerId: north });
    other = await app.build.action(elsewhere, { title: 'Open a diagnostic centre', ownerId: south });
    await app.build.action(elsewhere, { title: 'Agree what is to be paid for' });
  });
  afterAll(() => world.app.close());

  const offered = async (of: string, who: Person) =>
    (await who.ok<{ possiblySameWork: Offer[] }>(ASK, { of, first: 5 })).possiblySameWork.length;
  const dismiss = (who: Person, input: object = {}) =>
    who.query<Record<string, { sameWorkDismissal: Dismissal }>>(DISMISS, {
      input: { actionId: own, otherActionId: other, ...input },
    });
  const done = async (who: Person, input: object = {}) => {
    const { data, errors } = await dismiss(who, input);
    const said = data?.['createSameWorkDismissal']?.sameWorkDismissal;
    if (!said) throw new Error(JSON.stringify(errors));
    return said;
  };
  const standing = async (of: string, who: Person) =>
    (
      await who.ok<{ action: { sameWorkDismissals: Dismissal[] } }>(
        `query($of: ID!) { action(id: $of) { sameWorkDismissals {
           id version reason dismissedBy { id } organisation { id } viewerCan { archive } } } }`,
        { of },
      )
    ).action.sameWorkDismissals;
  const takeBack = (who: Person, { id, version }: Dismissal) =>
    who.query(TAKE_BACK, { input: { id, expectedVersion: version } });
  const refused = (code: string, ask: () => Promise<Answer>) => refusedWith(world.app, code, ask);

  it('is said by an owner of either, once, with who and why, and neither is offered to anybody again', async () => {
    await refused('UNAUTHENTICATED', () => dismiss(world.app.nobody));
    await refused('NOT_FOUND', () => dismiss(world.stranger));
    await refused('FORBIDDEN', () => dismiss(world.viewerNorth));
    await refused('INVALID_INPUT', () => dismiss(world.editorNorth, { otherActionId: own }));
    await refused('INVALID_INPUT', () => dismiss(world.editorNorth, { otherActionId: world.b1 }));
    expect(await offered(own, world.viewerNorth)).toBe(1);
    const said = await done(world.editorNorth, { reason: 'One is for scans, one for blood tests.' });
    const again = await done(world.editorSouth, { actionId: other, otherActionId: own });
    expect(again.id).toBe(said.id);
    for (const [id, who] of [
      [own, world.viewerNorth],
      [other, world.editorSouth],
    ] as const) {
      expect(await offered(id, who)).toBe(0);
      expect(await standing(id, who)).toMatchObject([
        {
          ...{ id: said.id, reason: 'One is for scans, one for blood tests.' },
          ...{ organisation: { id: world.north }, viewerCan: { archive: who === world.editorSouth } },
        },
      ]);
    }
  });

  it('is said once also where two say it at once', async () => {
    const [before] = await standing(own, world.editorNorth);
    if (before) await takeBack(world.editorNorth, before);
    const [one, two] = await Promise.all([
      done(world.editorNorth),
      done(world.editorSouth, { actionId: other, otherActionId: own }),
    ]);
    expect(one.id).toBe(two.id);
  });

  it('is taken back by an owner of either, and then offered again', async () => {
    const [said] = await standing(own, world.editorNorth);
    if (!said) throw new Error('Nothing stands');
    await refused('FORBIDDEN', () => takeBack(world.viewerNorth, said));
    await refused('NOT_FOUND', () => takeBack(world.stranger, said));
    const { errors } = await takeBack(world.editorSouth, said);
    expect(errors).toBeUndefined();
    expect(await offered(own, world.viewerNorth)).toBe(1);
    expect(await standing(own, world.viewerNorth)).toEqual([]);
  });

  it('gives way to that it is, which rules it out in turn', async () => {
    await done(world.editorNorth);
    const { proposeCrossReference } = await world.editorNorth.ok<{
      proposeCrossReference: { crossReference: { id: string } };
    }>(PROPOSE, { input: { fromId: own, toId: other, kind: 'SAME_WORK_AS' } });
    expect(await standing(other, world.editorSouth)).toEqual([]);
    await refused('RULE_BROKEN', () => dismiss(world.editorSouth));
    const { id } = proposeCrossReference.crossReference;
    await world.app.build.sql(`update cross_references set status = 'DISPUTED' where id = $1`, [id]);
    await done(world.editorSouth);
    expect(await offered(own, world.viewerNorth)).toBe(0);
  });

  it('is for those who see both: of an action that is narrowed, others are told no more of it', async () => {
    const { app, south, editorNorth, editorSouth } = world;
    expect(await standing(own, editorNorth)).toHaveLength(1);
    const { version } = await app.build.row('actions', other);
    await world.leadSouth.ok(
      `mutation($input: RestrictInput!) { restrictAction(input: $input) { action { id } } }`,
      {
        input: {
          ...{ id: other, expectedVersion: version },
          audience: { kind: 'ORGANISATIONS', organisationIds: [south] },
        },
      },
    );
    expect(await standing(own, editorNorth)).toEqual([]);
    expect(await standing(own, editorSouth)).toHaveLength(1);
    await refused('NOT_FOUND', () => dismiss(editorNorth));
  });
});
