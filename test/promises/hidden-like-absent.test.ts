import { randomUUID } from 'node:crypto';
import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import type { Person } from '../support/app.js';
import { ask } from './asking.js';
import { Filler, type Path } from './filler.js';
import { type HiddenWorld, type Looking, startHiddenWorld } from './hidden-world.js';
import { type Hidden, Keeper } from './keeper.js';
import { outOfSightOf, type Standing } from './out-of-sight.js';

/** Where the id of something new is sent: whoever mints the id of what is there already is told that it is taken. */
const isNew = (verb: string, path: Path) =>
  path.join('.') === 'id' &&
  /^(create|propose|report|preview|freeze|prepare|accept|decline|place|request|keep)/.test(verb);

const ASKERS = [
  'a lead of another organisation',
  'an administrator of the partnership',
  'somebody of another partnership',
] as const;

describe('what is hidden', () => {
  let world: HiddenWorld;
  let schema: GraphQLSchema;
  let narrow: Hidden;
  let filler: Filler;

  beforeAll(async () => {
    world = await startHiddenWorld();
    schema = await accordSchema();
    filler = new Filler(world, schema);
    const keeper = new Keeper(world);
    narrow = await keeper.narrow('person');
    await keeper.fill(narrow);
    await keeper.import(narrow['plan'] ?? '');
  });
  afterAll(() => world.app.close());

  const asker = (name: string): Looking =>
    world.viewers[name] ?? { person: world.app.nobody, standing: nowhere };

  it.each(ASKERS)('is to every verb of %s what is not there at all', async (name) => {
    const { person, standing } = asker(name);
    const { ids } = await outOfSightOf(world.app, standing);
    const answers = new Set<string>();
    const oracles: string[] = [];
    for (const verb of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const input = verb.args[0] && getNamedType(verb.args[0].type);
      if (!isInputObjectType(input)) continue;
      for (const path of idsIn(input).filter((one) => !isNew(verb.name, one)))
        for (const id of likely(ids, verb.name, path)) {
          const hidden = await attempt(person, verb.name, input, path, id);
          const absent = await attempt(person, verb.name, input, path, randomUUID());
          answers.add(codeIn(hidden));
          if (hidden !== absent) oracles.push(`${verb.name} ${path.join('.')}: ${hidden} ≠ ${absent}`);
        }
    }
    expect(oracles).toEqual([]);
    expect([...answers].filter((code) => code === 'INTERNAL')).toEqual([]);
    expect([...answers]).toEqual(expect.arrayContaining(['NOT_FOUND']));
  });

  it('can be subscribed to no more than what is not there', async () => {
    const { person } = asker('a lead of another organisation');
    for (const root of ['changes', 'presence'])
      for (const id of [...Object.values(narrow), randomUUID()]) {
        const live = person.subscribe(`subscription($id: ID!) { ${root}(within: $id) { __typename } }`, {
          id,
        });
        await live.ready;
        await expect(live.until(() => true)).rejects.toThrow(/"There is no such item\."/);
        await live.stop();
      }
  });

  it('takes in no file, and a file somebody else sent is none', async () => {
    const { person } = asker('a lead of another organisation');
    const [mine, theirs] = [await upload(world, person), await upload(world, world.keeper)];
    expect(Object.keys(mine).sort()).toEqual(['bytes', 'fileName', 'uploadId']);
    const preview = async (planId: string | undefined, uploadId: string) => {
      const query = 'mutation($input: PreviewImportInput!) { previewImport(input: $input) { __typename } }';
      const { text } = await ask(world.app, person, { query, variables: { input: { planId, uploadId } } });
      return text;
    };
    const absent = await preview(randomUUID(), mine.uploadId);
    expect(codeIn(absent)).toBe('NOT_FOUND');
    for (const id of [narrow['plan'], narrow['workstream']])
      expect(await preview(id, mine.uploadId)).toBe(absent);
    const { planId } = world.visible;
    expect(await preview(planId, theirs.uploadId)).toBe(await preview(planId, randomUUID()));
  });

  it('says nothing of itself but that its id is taken, however it was made', async () => {
    const { person } = asker('a lead of another organisation');
    const { ids } = await outOfSightOf(world.app, asker('a lead of another organisation').standing);
    const codes = new Set<string>();
    for (const id of ids.get('actions') ?? []) {
      const query = 'mutation($input: CreateActionInput!) { createAction(input: $input) { __typename } }';
      const input = { id, workstreamId: world.visible.southWorkstream, title: 'Mine' };
      codes.add(codeIn((await ask(world.app, person, { query, variables: { input } })).text));
    }
    expect([...codes]).toEqual(['INVALID_INPUT']);
  });

  /** One of the kind that belongs there, and one that perhaps does not. */
  function likely(ids: ReadonlyMap<string, string[]>, verb: string, path: Path): string[] {
    const kind = filler.kindOf(verb, path.at(-1) ?? '');
    const table = getMetadataArgsStorage().tables.find(
      ({ target }) => typeof target === 'function' && target.name === kind,
    )?.name;
    return [...new Set([table ?? 'risks', 'actions'])].flatMap((one) => ids.get(one)?.[0] ?? []);
  }

  /** Tries the verb with an id at one place, everything else as good as can be; the id is struck out of the answer. */
  async function attempt(
    person: Person,
    verb: string,
    input: GraphQLInputObjectType,
    path: Path,
    id: string,
  ) {
    const sent = await filler.fill(verb, input, { path, id });
    const query = `mutation($input: ${input.name}!) { ${verb}(input: $input) { __typename } }`;
    const { text } = await ask(world.app, person, { query, variables: { input: sent } });
    return text.replaceAll(id, 'ID');
  }
});

const nowhere: Standing = { partnerships: [], organisations: [], boards: [], people: [] };

const codeIn = (text: string): string => /"code":"(\w+)"/.exec(text)?.[1] ?? 'OK';

async function upload({ app }: HiddenWorld, person: Person) {
  const form = new FormData();
  form.append('file', new Blob(['Workstream,Ref,Action\nWorkstream 1: Homes,A1,Build\n']), 'Plan.csv');
  const headers = { ...person.headers, 'x-accord-upload': '1' };
  const response = await fetch(`${app.url}/imports`, { method: 'POST', body: form, headers });
  return (await response.json()) as { uploadId: string; fileName: string; bytes: number };
}

/** Every place in an input where an id may stand, inputs within inputs too. */
function idsIn(input: GraphQLInputObjectType): Path[] {
  return Object.values(input.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isInputObjectType(type)) return idsIn(type).map((path) => [field.name, ...path]);
    return type.name === 'ID' ? [[field.name]] : [];
  });
}
