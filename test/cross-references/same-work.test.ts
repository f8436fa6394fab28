import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

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
});
