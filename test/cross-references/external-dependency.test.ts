import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

interface Told {
  id: string;
  version: number;
  title: string;
  status: string;
  archivedAt: string | null;
  timing: { asWritten: string; end: string | null } | null;
  crossReferences: { strain: { level: string; reasons: string[] } }[];
}

const document = (
  verb: string,
  input: string,
) => `mutation($input: ${input}!) { ${verb}ExternalDependency(input: $input) {
  externalDependency { id version title status archivedAt timing { asWritten end } crossReferences { strain { level reasons } } } } }`;
const inputs: Record<string, string> = {
  create: 'CreateExternalDependencyInput',
  update: 'UpdateExternalDependencyInput',
  archive: 'ItemVersionInput',
  restore: 'ItemVersionInput',
};

describe('an external dependency', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());

  const ask = (who: Person, verb: string, input: object) =>
    who.query<Record<string, { externalDependency: Told }>>(document(verb, inputs[verb] ?? ''), { input });
  const done = async (who: Person, verb: string, input: object): Promise<Told> => {
    const { data, errors } = await ask(who, verb, input);
    const told = data?.[`${verb}ExternalDependency`]?.externalDependency;
    if (!told) throw new Error(JSON.stringify(errors));
    return told;
  };
  const refused = (code: string, who: Person, verb: string, input: object) =>
    refusedWith(world.app, code, () => ask(who, verb, input));
  const create = () => ({
    planId: world.planId,
    title: 'National framework',
    controlledBy: 'NHS England',
    timing: 'March 2019',
  });

  it('is recorded by a lead of any partner', async () => {
    await refused('NOT_FOUND', world.stranger, 'create', create());
    await refused('FORBIDDEN', world.editorNorth, 'create', create());
    await refused('UNAUTHENTICATED', world.app.nobody, 'create', create());
    const made = await done(world.leadSouth, 'create', create());
    expect(made).toMatchObject({
      status: 'NOT_YET_RATED',
      timing: { asWritten: 'March 2019', end: '2019-03-31' },
    });
  });

  it('is changed field by field, and a stale change to the same field is refused', async () => {
    const { id } = await done(world.leadSouth, 'create', create());
    await refused('FORBIDDEN', world.editorSouth, 'update', { id, expectedVersion: 1, title: 'Guidance' });
    await refused('INVALID_INPUT', world.leadNorth, 'update', { id, expectedVersion: 1, title: null });
    await done(world.leadNorth, 'update', {
      id,
      expectedVersion: 1,
      title: 'Guidance',
      timing: 'April 2019',
    });
    await refused('CONFLICT', world.leadSouth, 'update', { id, expectedVersion: 1, timing: 'May 2019' });
    const both = await done(world.leadSouth, 'update', { id, expectedVersion: 1, status: 'AMBER' });
    expect(both).toMatchObject({ title: 'Guidance', status: 'AMBER', timing: { end: '2019-04-30' } });
  });

  it('stands in its plan, soonest first, until it is put away; each is told what they may do with it', async () => {
    const planId = await world.app.build.plan(world.partnershipId, {});
    const add = (title: string, timing: string | null) =>
      done(world.leadSouth, 'create', { ...create(), planId, title, timing });
    const later = await add('A licence', 'June 2019');
    await add('A review', null);
    await add('A circular', 'May 2019');
    // What stands in no plan, the whole partnership waits for.
    const { id } = await add('A settlement', null);
    await world.app.build.sql(`update external_dependencies set plan_id = null where id = $1`, [id]);
    const seenBy = async (who: Person) =>
      (
        await who.ok<{
          plan: {
            externalDependencies: { title: string; viewerCan: object }[];
            archivedExternalDependencies: { title: string; plan: { id: string } }[];
            viewerCan: { createExternalDependency: boolean };
          };
        }>(
          `query($id: ID!) { plan(id: $id) { externalDependencies { title viewerCan { update archive } }
             archivedExternalDependencies { title plan { id } } viewerCan { createExternalDependency } } }`,
          { id: planId },
        )
      ).plan;
    const lead = await seenBy(world.leadNorth);
    expect(lead.externalDependencies.map(({ title }) => title)).toEqual([
      'A circular',
      'A licence',
      'A review',
      'A settlement',
    ]);
    expect(lead.externalDependencies[0]?.viewerCan).toEqual({ update: true, archive: true });
    expect(lead.viewerCan.createExternalDependency).toBe(true);
    const editor = await seenBy(world.editorNorth);
    expect(editor.externalDependencies[0]?.viewerCan).toEqual({ update: false, archive: false });
    expect(editor.viewerCan.createExternalDependency).toBe(false);
    await done(world.leadNorth, 'archive', { id: later.id, expectedVersion: 1 });
    const { externalDependencies, archivedExternalDependencies } = await seenBy(world.editorNorth);
    expect(externalDependencies.map(({ title }) => title)).toEqual([
      'A circular',
      'A review',
      'A settlement',
    ]);
    expect(archivedExternalDependencies).toEqual([{ title: 'A licence', plan: { id: planId } }]);
  });

  it('strains what waits for it, and breaks it when it is put away', async () => {
    const { id } = await done(world.leadSouth, 'create', { ...create(), timing: null });
    const waiting = await reference(world.app, { fromId: world.a1, toId: id, toType: 'ExternalDependency' });
    const red = await done(world.leadNorth, 'update', { id, expectedVersion: 1, status: 'RED' });
    expect(red.crossReferences).toEqual([
      { strain: { level: 'STRAINED', reasons: ['“National framework” is Red.'] } },
    ]);
    const away = await done(world.leadNorth, 'archive', { id, expectedVersion: 2 });
    expect(away.crossReferences[0]?.strain.level).toBe('BROKEN');
    await done(world.leadNorth, 'restore', { id, expectedVersion: 3 });
    const told = await world.app.build.sql(`select 1 from changes where item_id = $1 and kind = 'DERIVED'`, [
      waiting,
    ]);
    expect(told).toHaveLength(3);
  });
});
