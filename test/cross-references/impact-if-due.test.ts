import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

interface Impact {
  steps: { depth: number; soonest: string | null; item: { id: string }; reasons: string[] }[];
  organisations: { id: string }[];
}

const IMPACT = `query($of: ID!, $ifDue: Date, $ifDueAsWritten: String) {
  impact(of: $of, ifDue: $ifDue, ifDueAsWritten: $ifDueAsWritten) {
    steps { depth soonest reasons item { ... on Action { id } } } organisations { id }
  }
}`;
const NOTHING = { steps: [], organisations: [] };

let world: TwoPartners;
/** South’s, due by the end of August; North’s counts on it by the end of September, and South’s again on that. */
let needed: string;
let needing: string;
let further: string;

beforeAll(async () => {
  world = await twoPartners(() => new Date('2026-06-15T10:00:00Z'));
  const { app, workstream1, workstream2, north, south } = world;
  const dated = (timingEnd: string) => ({ timingStart: timingEnd, timingEnd, timingPrecision: 'DAY' });
  needed = await app.build.action(workstream2, { ownerId: south, ...dated('2026-08-31') });
  needing = await app.build.action(workstream1, { ownerId: north, reference: 'N1', ...dated('2026-09-30') });
  further = await app.build.action(workstream2, { ownerId: south, ...dated('2026-10-10') });
  await reference(app, { fromId: needing, toId: needed, status: 'CONFIRMED' });
  await reference(app, { fromId: further, toId: needing, status: 'CONFIRMED' });
});
afterAll(() => world.app.close());

const ask = async (who: Person, variables: object): Promise<Impact> =>
  (await who.ok<{ impact: Impact }>(IMPACT, { of: needed, ...variables })).impact;

describe('what an action would hold up', () => {
  it('is nothing as it is, and all that waits behind it once it is supposed to be later', async () => {
    expect(await ask(world.editorSouth, {})).toEqual(NOTHING);
    const impact = await ask(world.editorSouth, { ifDue: '2026-10-20' });
    expect(impact.steps).toMatchObject([
      { depth: 1, item: { id: needing }, soonest: '2026-10-20' },
      { depth: 2, item: { id: further }, soonest: '2026-10-20' },
    ]);
    expect(new Set(impact.organisations.map(({ id }) => id))).toEqual(new Set([world.north, world.south]));
  });

  it('is asked in the words in which a deadline is written, read as the plan reads them', async () => {
    const supposed = await ask(world.editorSouth, { ifDue: '2026-10-31' });
    for (const ifDueAsWritten of ['31 October 2026', 'Oct 2026', 'by the end of October 2026'])
      expect(await ask(world.editorSouth, { ifDueAsWritten })).toEqual(supposed);
    for (const ifDueAsWritten of ['TBC', 'Ongoing', 'when the review reports', '', '31 August 2026'])
      expect(await ask(world.editorSouth, { ifDueAsWritten })).toEqual(NOTHING);
  });

  it('is nothing to whoever may not see it, and leaves out what they may not see', async () => {
    expect(await ask(world.stranger, { ifDueAsWritten: 'Oct 2026' })).toEqual(NOTHING);
    const { app, partnershipId, north, workstream1 } = world;
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const hidden = await app.build.action(workstream1, {
      ...{ ownerId: north, audienceId, ownAudienceId: audienceId, timingEnd: '2026-09-30' },
    });
    await reference(app, { fromId: hidden, toId: needed, status: 'CONFIRMED' });
    const itemsOf = async (who: Person) =>
      (await ask(who, { ifDueAsWritten: 'Oct 2026' })).steps.map(({ item }) => item.id);
    expect(await itemsOf(world.editorSouth)).toEqual([needing, further]);
    expect(await itemsOf(world.editorNorth)).toContain(hidden);
  });
});
