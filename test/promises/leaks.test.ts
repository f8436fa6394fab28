import {
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import { wordsOfFile } from '../support/packs.js';
import { askAll, downloadAll, type Told, typesIn } from './asking.js';
import { type HiddenWorld, momentIn, startHiddenWorld } from './hidden-world.js';
import { Keeper } from './keeper.js';
import { outOfSightOf, type Standing, tablesWithAudience } from './out-of-sight.js';
import { idsOfEveryKind, poolOf } from './pool.js';
import { type Walk, walkOf } from './schema-walk.js';
import { tracesIn, tracesOf } from './traces.js';

/** Types of which no walk can hold anything, and why. Any that could be held fails the test. */
const OUT_OF_REACH: Record<string, string> = {
  Demonstration: 'only where the product shows itself with made-up people',
  DemonstrationAccount: 'only where the product shows itself with made-up people',
};

/** What is never hidden from anybody, being the public’s by its nature. */
const PUBLIC_BY_NATURE = [
  'accountable_business_units',
  'board_rules',
  'boards',
  'delegated_functions',
  'organisations',
  'partnerships',
];

/** Thousands of questions, by everybody: it grows with the schema. */
const A_LONG_WALK = 900_000;

describe('what is hidden', () => {
  let world: HiddenWorld;
  let schema: GraphQLSchema;
  let walk: Walk;
  let keepers: Told[];
  let planIds: string[];

  beforeAll(async () => {
    world = await startHiddenWorld();
    schema = await accordSchema();
    const keeper = new Keeper(world);
    const narrow = await keeper.narrow('organisation');
    const items = await keeper.fill(narrow);
    await keeper.import(narrow['plan'] ?? '');
    await keeper.rework(narrow, items);
    const others = [await keeper.narrow('board'), await keeper.narrow('person')];
    for (const one of others) await keeper.fillSome(one);
    await keeper.pack();
    const plans = [narrow, ...others].map((one) => one['plan'] ?? '');
    planIds = [world.visible.planId, ...plans];
    // One moment at which something hidden stood open for an instant, and now.
    const moments = [...keeper.moments.slice(0, 1), await momentIn(world)];
    const walkTo = (ids: string[]) => walkOf(schema, poolOf(world, ids, plans, moments), 1);
    walk = walkTo(await idsOfEveryKind(world.app, 4));
    const all = walkTo(await idsOfEveryKind(world.app));
    keepers = await askAll(world.app, world.keeper, all.questions);
  }, A_LONG_WALK);
  afterAll(() => world.app.close());

  it(
    'is nowhere in any answer to anybody outside',
    async () => {
      for (const [name, { person, standing }] of Object.entries(world.viewers)) {
        const sought = tracesOf(await outOfSightOf(world.app, standing));
        const told = [
          ...(await askAll(world.app, person, walk.questions)),
          ...(await downloadAll(world.app, person, planIds)),
        ];
        expect.soft({ [name]: tracesIn(told, sought) }).toEqual({ [name]: [] });
      }
    },
    A_LONG_WALK,
  );

  it('is found by the same walk by whoever may see it: every word and every id', async () => {
    const hidden = await outOfSightOf(world.app, world.viewers['public']?.standing ?? nobody);
    const alsoFromKeeper = tracesOf(await outOfSightOf(world.app, world.keepersStanding));
    const text = keepers.map((one) => one.text).join('\n');
    const sought = [...hidden.words, ...[...hidden.ids.values()].flat()];
    const missed = sought.filter((word) => !text.includes(word) && !alsoFromKeeper.includes(word));
    expect(missed).toEqual([]);
  });

  it('is not in the words of the public pack: on the page, in the PDF or in Word', async () => {
    const { meeting } = world.visible;
    const words = { PUBLIC: '', FULL: '' };
    const { publications } = (
      await world.keeper.ok<{ meeting: { publications: { parts: PackPart[] }[] } }>(PACKS, { id: meeting })
    ).meeting;
    for (const { part, document, files } of publications.flatMap(({ parts }) => parts)) {
      words[part] += document;
      for (const { format, url } of files) {
        const answer = await fetch(`${world.app.url}${url}`, { headers: world.keeper.headers });
        words[part] += await wordsOfFile(format, new Uint8Array(await answer.arrayBuffer()));
      }
    }
    expect(words.PUBLIC).toContain('Open to all partners');
    // What a paper shows of the plans, two people have agreed to publish, as far as all partners see it: nothing else.
    const { words: hidden } = await outOfSightOf(
      world.app,
      world.viewers['a lead of another organisation']?.standing ?? nobody,
    );
    expect([...hidden].filter((word) => words.PUBLIC.includes(word))).toEqual([]);
    expect(words.FULL).toMatch(/Quokka/);
  });

  it('is of every kind there is', async () => {
    const tables = (await tablesWithAudience(world.app.build)).map(({ table }) => table);
    const ofPublic = await outOfSightOf(world.app, world.viewers['public']?.standing ?? nobody);
    expect(tables.filter((table) => !ofPublic.ids.has(table))).toEqual(PUBLIC_BY_NATURE);
    const ofPartner = await outOfSightOf(
      world.app,
      world.viewers['a lead of another organisation']?.standing ?? nobody,
    );
    expect(tables.filter((table) => !ofPartner.ids.has(table))).toEqual(
      [...PUBLIC_BY_NATURE, 'post_holders', 'posts', 'report_templates', 'seats'].sort(),
    );
  });

  it('is looked for in every field, with every argument, and something stands in every type', () => {
    const held = typesIn(keepers);
    const missed = everythingIn(schema).filter((name) => {
      const [type = ''] = name.split('.');
      return !walk.asked.has(name) || (isObjectType(schema.getType(type)) && !held.has(type));
    });
    expect([...new Set(missed.map((name) => name.split('.')[0]))]).toEqual(Object.keys(OUT_OF_REACH));
  });
});

const PACKS = `query ($id: ID!) { meeting(id: $id) { publications { parts { part document files { format url } } } } }`;

interface PackPart {
  part: 'PUBLIC' | 'FULL';
  document: string;
  files: { format: string; url: string }[];
}

const nobody: Standing = { partnerships: [], organisations: [], boards: [], people: [] };

/** Every field that a question can reach or send. */
function everythingIn(schema: GraphQLSchema): string[] {
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = (name: string) => {
    if (visited.has(name)) return;
    visited.add(name);
    const type = schema.getType(name);
    if (isUnionType(type)) for (const one of type.getTypes()) visit(one.name);
    if (!isObjectType(type) && !isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      names.add(`${name}.${field.name}`);
      visit(nameOf(field.type));
      if ('args' in field)
        for (const arg of field.args) {
          names.add(`${name}.${field.name}(${arg.name})`);
          visit(nameOf(arg.type));
        }
    }
  };
  visit('Query');
  return [...names];
}

const nameOf = (type: GraphQLType): string => getNamedType(type).name;
