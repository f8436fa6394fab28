import { type DocumentNode, print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FrozenContent, frozenMapQuery } from '../../client/features/cross-references/frozen.queries.js';
import { frozenAnswer } from '../../client/features/cross-references/frozenAnswer.js';
import { type MapAnswer, mapQuery } from '../../client/features/cross-references/map.queries.js';
import { mapGraph } from '../../client/features/cross-references/mapGraph.js';
import { pictureOfGraph } from '../../client/features/cross-references/mapOnPaper.js';
import { svgOf } from '../../client/features/cross-references/mapPicture.js';
import { freeze } from '../cross-references/frozen.js';
import { type MapWorld, mapWorld } from '../cross-references/map-world.js';
import { reference } from '../cross-references/two-partners.js';

/** The time slider reproduces how it stood, to the letter, from the log alone; so does a frozen copy. */
const LEVELS = ['ACTION', 'WORKSTREAM', 'PRIORITY', 'ABU', 'ORGANISATION', 'BOARD', 'PLAN'] as const;
const TITLE = 'As it stood';

let world: MapWorld;
beforeAll(async () => {
  world = await mapWorld();
});
afterAll(() => world.app.close());

const drawn = (answer: MapAnswer): string => svgOf(pictureOfGraph(mapGraph(answer, world.planId), TITLE));

/** The map as the page asks for it, drawn. */
async function picture(level: string, asOf: string | null): Promise<string> {
  const { planId: within, leadNorth, id } = world;
  const opened = level === 'PRIORITY' ? [id('P2')] : [];
  const variables = { within, isPlan: true, level, opened, filter: {}, asOf };
  const { interdependencies } = await leadNorth.ok<{ interdependencies: MapAnswer }>(
    print(mapQuery as DocumentNode),
    variables,
  );
  return drawn(interdependencies);
}

async function frozenPicture(id: string): Promise<string> {
  const { frozenMap } = await world.leadNorth.ok<{ frozenMap: { content: FrozenContent } }>(
    print(frozenMapQuery as DocumentNode),
    { id },
  );
  return drawn(frozenAnswer(frozenMap.content));
}

/** Of everything that a map is made of something is said anew, put away or brought. */
async function muchChanges(): Promise<void> {
  const { app, id, leadNorth, leadSouth, north, planId, workstream1 } = world;
  const send = async (
    table: string,
    verb: string,
    type: string,
    item: string,
    more: object,
    who = leadNorth,
  ) => {
    const { version } = await app.build.row(table, item);
    await who.ok(`mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`, {
      input: { id: item, expectedVersion: version, ...more },
    });
  };
  await send('actions', 'updateAction', 'UpdateActionInput', id('A1'), {
    title: 'Quite another',
    timing: 'May 2018',
  });
  await send('actions', 'rateAction', 'RateActionInput', id('B1'), { status: 'GREEN' }, leadSouth);
  await send('actions', 'archiveAction', 'ItemVersionInput', id('A2'), {});
  await send('workstreams', 'updateWorkstream', 'UpdateWorkstreamInput', workstream1, { title: 'Renamed' });
  await send(
    'external_dependencies',
    'updateExternalDependency',
    'UpdateExternalDependencyInput',
    id('External'),
    {
      ...{ title: 'Another framework', status: 'RED' },
    },
  );
  await app.build.sql(`update organisations set name = 'North by another name' where id = $1`, [north]);
  const fresh = await app.build.workstream(planId, { number: '8', leadOrganisationId: north });
  const first = await app.build.action(fresh, { ownerId: north });
  await reference(app, { fromId: first, toId: id('B1') });
  await app.build.sql(`update cross_references set status = 'DISPUTED' where from_id = $1`, [id('B1')]);
}

it('is the same picture, letter for letter, whatever was changed, put away or brought since', async () => {
  const now = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const level of LEVELS) {
    now.set(level, await picture(level, null));
    const opened = level === 'PRIORITY' ? [world.id('P2')] : [];
    copies.set(level, (await freeze(world.leadNorth, { within: world.planId, level, opened })).id);
  }
  const [{ at = '' } = {}] = await world.app.build.sql<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  await muchChanges();
  for (const level of LEVELS) {
    const before = now.get(level) ?? '';
    expect(before).toMatch(/^<svg [\s\S]*<rect [\s\S]*<\/svg>$/);
    const changed = await picture(level, null);
    expect.soft({ [level]: changed === before }).toEqual({ [level]: false });
    expect.soft(await picture(level, at)).toBe(before);
    expect.soft(await frozenPicture(copies.get(level) ?? '')).toBe(before);
    const later = await freeze(world.leadNorth, {
      ...{ within: world.planId, level, asOf: at },
      opened: level === 'PRIORITY' ? [world.id('P2')] : [],
    });
    expect.soft(await frozenPicture(later.id)).toBe(before);
  }
});

it('is drawn of a copy for the partnership as of its live map', async () => {
  const { partnershipId: within, leadNorth } = world;
  const variables = { within, isPlan: false, level: 'WORKSTREAM', opened: [], filter: {}, asOf: null };
  const { interdependencies } = await leadNorth.ok<{ interdependencies: MapAnswer }>(
    print(mapQuery as DocumentNode),
    variables,
  );
  const { id } = await freeze(leadNorth, { within });
  expect(await frozenPicture(id)).toBe(drawn(interdependencies));
});
