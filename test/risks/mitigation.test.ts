import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedWith, type TwoPartners, twoPartners } from '../cross-references/two-partners.js';
import type { Person } from '../support/app.js';

interface Told {
  id: string;
  version: number;
  description: string;
  status: string;
  archivedAt: string | null;
  timing: { asWritten: string; end: string | null } | null;
  owners: { organisation: { id: string } | null }[];
  risk: { id: string; version: number };
}

const document = (
  verb: string,
  input: string,
) => `mutation($input: ${input}!) { ${verb}Mitigation(input: $input) { mitigation {
  id version description status archivedAt timing { asWritten end } owners { organisation { id } } risk { id version } } } }`;
const inputs: Record<string, string> = {
  create: 'CreateMitigationInput',
  update: 'UpdateMitigationInput',
  assign: 'AssignMitigationInput',
  rate: 'RateMitigationInput',
};

describe('a mitigation', () => {
  let world: TwoPartners;
  let riskId: string;
  beforeAll(async () => {
    world = await twoPartners();
    const plan = await world.app.build.row('plans', world.planId);
    riskId = await world.app.build.insert('risks', {
      partnershipId: world.partnershipId,
      audienceId: plan['audience_id'],
      planId: world.planId,
      workstreamId: world.workstream1,
      event: 'It may be late',
    });
  });
  afterAll(() => world.app.close());

  const ask = (who: Person, verb: string, input: object) =>
    who.query<Record<string, { mitigation: Told }>>(document(verb, inputs[verb] ?? 'ItemVersionInput'), {
      input,
    });
  const done = async (who: Person, verb: string, input: object): Promise<Told> => {
    const { data, errors } = await ask(who, verb, input);
    const told = data?.[`${verb}Mitigation`]?.mitigation;
    if (!told) throw new Error(JSON.stringify(errors));
    return told;
  };
  const refused = (code: string, who: Person, verb: string, input: object) =>
    refusedWith(world.app, code, () => ask(who, verb, input));
  const create = () => ({ riskId, description: 'Hire two analysts', timing: 'end of March 2019' });
  const lists = async (who: Person) =>
    (
      await who.ok<{
        risk: Record<'mitigations' | 'archivedMitigations', { id: string; viewerCan: object }[]>;
      }>(
        `query($id: ID!) { risk(id: $id) { ${['mitigations', 'archivedMitigations']
          .map((list) => `${list} { id viewerCan { update rate signOff assign archive } }`)
          .join(' ')} } }`,
        { id: riskId },
      )
    ).risk;
  const standing = async (id: string) => {
    const { mitigations, archivedMitigations } = await lists(world.editorNorth);
    const has = (list: { id: string }[]) => list.some((one) => one.id === id);
    return { isOpen: has(mitigations), isArchived: has(archivedMitigations) };
  };
  const abilities = async (who: Person, id: string) =>
    (await lists(who)).mitigations.find((one) => one.id === id)?.viewerCan;
  const ofSouth = () =>
    done(world.editorNorth, 'create', {
      ...create(),
      owners: [{ role: 'ACCOUNTABLE', organisationId: world.south }],
    });

  it('is added by those who keep the risk, and leaves the risk’s version alone', async () => {
    await refused('NOT_FOUND', world.stranger, 'create', create());
    await refused('FORBIDDEN', world.editorSouth, 'create', create());
    await refused('FORBIDDEN', world.viewerNorth, 'create', create());
    const made = await ofSouth();
    expect(made).toMatchObject({
      status: 'NOT_YET_RATED',
      timing: { asWritten: 'end of March 2019', end: '2019-03-31' },
      owners: [{ organisation: { id: world.south } }],
      risk: { id: riskId, version: 1 },
    });
    expect(
      await done(world.viewerNorth, 'create', create()).catch((error: Error) => error.message),
    ).toContain('FORBIDDEN');
  });

  it('is rated by those who do it; that it is done, those who keep the risk say', async () => {
    const { id } = await ofSouth();
    await refused('NOT_FOUND', world.stranger, 'rate', { id, expectedVersion: 1, status: 'GREEN' });
    expect((await done(world.editorSouth, 'rate', { id, expectedVersion: 1, status: 'GREEN' })).status).toBe(
      'GREEN',
    );
    await refused('FORBIDDEN', world.editorSouth, 'rate', { id, expectedVersion: 2, status: 'BLUE' });
    expect((await done(world.editorNorth, 'rate', { id, expectedVersion: 2, status: 'BLUE' })).status).toBe(
      'BLUE',
    );
  });

  it('is changed field by field, and a stale change to the same field is refused', async () => {
    const { id } = await ofSouth();
    await refused('INVALID_INPUT', world.editorSouth, 'update', {
      id,
      expectedVersion: 1,
      description: null,
    });
    await done(world.editorSouth, 'update', { id, expectedVersion: 1, timing: 'May 2019' });
    await refused('CONFLICT', world.editorNorth, 'update', { id, expectedVersion: 1, timing: 'June 2019' });
    const both = await done(world.editorNorth, 'update', {
      id,
      expectedVersion: 1,
      description: 'Hire three',
    });
    expect(both).toMatchObject({ description: 'Hire three', timing: { end: '2019-05-31' } });
  });

  it('is given to others, put away and brought back by those who keep the risk', async () => {
    const { id } = await ofSouth();
    const owners = [{ role: 'ACCOUNTABLE', organisationId: world.north }];
    await refused('FORBIDDEN', world.editorSouth, 'assign', { id, expectedVersion: 1, owners });
    await refused('FORBIDDEN', world.editorSouth, 'archive', { id, expectedVersion: 1 });
    expect((await done(world.editorNorth, 'assign', { id, expectedVersion: 1, owners })).owners).toEqual([
      { organisation: { id: world.north } },
    ]);
    expect((await done(world.editorNorth, 'archive', { id, expectedVersion: 2 })).archivedAt).not.toBeNull();
    expect(await standing(id)).toEqual({ isOpen: false, isArchived: true });
    expect((await done(world.editorNorth, 'restore', { id, expectedVersion: 3 })).archivedAt).toBeNull();
    expect(await standing(id)).toEqual({ isOpen: true, isArchived: false });
  });

  it('says what each may do with it: nothing, but for those who do it and those who keep the risk', async () => {
    const { id } = await ofSouth();
    const nothing = { update: false, rate: false, signOff: false, assign: false, archive: false };
    expect(await abilities(world.viewerNorth, id)).toEqual(nothing);
    expect(await abilities(world.editorSouth, id)).toEqual({ ...nothing, update: true, rate: true });
    expect(await abilities(world.editorNorth, id)).toEqual({
      update: true,
      rate: true,
      signOff: true,
      assign: true,
      archive: true,
    });
  });
});
