import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayBefore, handOver } from '../../server/features/organisations/post.rules.js';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let trust: string;
let administratorId: string;
let administrator: Person;
let councilAdmin: Person;
let editor: Person;
let stranger: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership({ name: 'Northmoor Partnership' });
  council = await app.build.organisation(partnershipId, { name: 'Northmoor Council' });
  trust = await app.build.organisation(partnershipId, { name: 'Eastvale Trust' });
  administratorId = await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
  await app.build.person(partnershipId, {
    email: 'council-admin@example.org',
    organisationId: council,
    role: 'ADMIN',
  });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  await app.build.person(await app.build.partnership(), { email: 'stranger@example.org', role: 'ADMIN' });
  [administrator, councilAdmin, editor, stranger] = [
    await app.as('pa@example.org'),
    await app.as('council-admin@example.org'),
    await app.as('editor@example.org'),
    await app.as('stranger@example.org'),
  ];
});
afterAll(() => app.close());

async function refusedWithoutTrace(ask: () => Promise<string>): Promise<string> {
  const before = await app.build.logLength();
  const code = await ask();
  expect(await app.build.logLength()).toBe(before);
  return code;
}

const known = (name: string, values = {}) =>
  app.build.inPartnership('people', partnershipId, { name, ...values });
const archive = (verb: string, field: string) =>
  `mutation ($input: ItemVersionInput!) { ${verb}(input: $input) { ${field} { id archivedAt version } } }`;

describe('a person', () => {
  const CREATE =
    'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id name organisation { name } version } } }';
  const UPDATE =
    'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { person { name organisation { name } version } } }';

  it('is made known by an administrator of their organisation, to the partnership and nobody else', async () => {
    const input = { id: randomUUID(), partnershipId, name: 'Sam Okafor', organisationId: council };
    for (const who of [editor, stranger])
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe('FORBIDDEN');
    for (const organisationId of [trust, null])
      expect(
        await refusedWithoutTrace(() =>
          councilAdmin.refused(CREATE, { input: { ...input, organisationId } }),
        ),
      ).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { ...input, organisationId: randomUUID() } }),
      ),
    ).toBe('INVALID_INPUT');
    const made = await councilAdmin.ok(CREATE, { input });
    expect(made).toEqual({
      createPerson: {
        person: { id: input.id, name: 'Sam Okafor', organisation: { name: 'Northmoor Council' }, version: 1 },
      },
    });
    expect(await councilAdmin.ok(CREATE, { input })).toEqual(made);
    const ask = 'query ($id: ID!) { person(id: $id) { name } }';
    expect(await editor.ok(ask, { id: input.id })).toEqual({ person: { name: 'Sam Okafor' } });
    for (const who of [stranger, app.nobody])
      expect(await who.ok(ask, { id: input.id })).toEqual({ person: null });
  });

  it('is changed by their organisation, and sent to another only by who speaks for that one too', async () => {
    const id = await known('Ada', { organisationId: council });
    const input = { id, expectedVersion: 1, name: 'Ada Byron' };
    expect(await refusedWithoutTrace(() => editor.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    expect(await refusedWithoutTrace(() => stranger.refused(UPDATE, { input }))).toBe('NOT_FOUND');
    await councilAdmin.ok(UPDATE, { input });
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { ...input, name: 'Ada King' } }),
      ),
    ).toBe('CONFLICT');
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 2, organisationId: trust } }),
      ),
    ).toBe('FORBIDDEN');
    expect(
      await administrator.ok(UPDATE, { input: { id, expectedVersion: 2, organisationId: trust } }),
    ).toMatchObject({ updatePerson: { person: { organisation: { name: 'Eastvale Trust' } } } });
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 3, name: 'x' } }),
      ),
    ).toBe('FORBIDDEN');
  });

  it('who left may do nothing from the next request on, and may be brought back', async () => {
    const id = await app.build.person(partnershipId, {
      email: 'leaver@example.org',
      organisationId: council,
    });
    const leaver = await app.as('leaver@example.org');
    const ask = '{ viewer { memberships { role } people { person { name } } } }';
    expect(await leaver.ok(ask)).toEqual({
      viewer: { memberships: [{ role: 'EDITOR' }], people: [{ person: { name: 'leaver' } }] },
    });
    await councilAdmin.ok(archive('archivePerson', 'person'), { input: { id, expectedVersion: 1 } });
    expect(await leaver.ok(ask)).toEqual({ viewer: { memberships: [], people: [] } });
    await councilAdmin.ok(archive('restorePerson', 'person'), { input: { id, expectedVersion: 2 } });
    expect(await leaver.ok(ask)).toMatchObject({ viewer: { memberships: [{ role: 'EDITOR' }] } });
  });

  it('who administers the partnership answers to the partnership, and the last one stays', async () => {
    const id = await app.build.person(partnershipId, { email: 'second-pa@example.org', role: 'ADMIN' });
    await app.build.sql('update people set organisation_id = $1 where id = $2', [council, id]);
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(archive('archivePerson', 'person'), { input: { id, expectedVersion: 2 } }),
      ),
    ).toBe('FORBIDDEN');
    await administrator.ok(archive('archivePerson', 'person'), { input: { id, expectedVersion: 2 } });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(archive('archivePerson', 'person'), {
          input: { id: administratorId, expectedVersion: 1 },
        }),
      ),
    ).toBe('RULE_BROKEN');
  });
});

describe('a post', () => {
  const CREATE = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id title } } }';
  const UPDATE =
    'mutation ($input: UpdatePostInput!) { updatePost(input: $input) { post { title aliases } } }';
  const APPOINT =
    'mutation ($input: AppointToPostInput!) { appointToPost(input: $input) { post { holder { name } holders { fromOn untilOn isInterim person { name } } } } }';

  it('is its organisation’s to make, change and put away', async () => {
    const input = { partnershipId, title: 'Director of Public Health', organisationId: council };
    expect(await refusedWithoutTrace(() => editor.refused(CREATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(CREATE, { input: { ...input, organisationId: trust } }),
      ),
    ).toBe('FORBIDDEN');
    const { createPost } = await councilAdmin.ok<{ createPost: { post: { id: string } } }>(CREATE, { input });
    const { id } = createPost.post;
    expect(
      await refusedWithoutTrace(() =>
        stranger.refused(UPDATE, { input: { id, expectedVersion: 1, aliases: ['DPH'] } }),
      ),
    ).toBe('NOT_FOUND');
    await councilAdmin.ok(UPDATE, { input: { id, expectedVersion: 1, aliases: ['DPH'] } });
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 1, aliases: ['Director'] } }),
      ),
    ).toBe('CONFLICT');
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 2, organisationId: trust } }),
      ),
    ).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        editor.refused(archive('archivePost', 'post'), { input: { id, expectedVersion: 2 } }),
      ),
    ).toBe('FORBIDDEN');
    await councilAdmin.ok(archive('archivePost', 'post'), { input: { id, expectedVersion: 2 } });
    const someone = await known('Too late');
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(APPOINT, { input: { postId: id, personId: someone, fromOn: '2020-01-01' } }),
      ),
    ).toBe('RULE_BROKEN');
    await councilAdmin.ok(archive('restorePost', 'post'), { input: { id, expectedVersion: 3 } });
  });

  it('passes from holder to holder on a day, and may stand vacant', async () => {
    const postId = await app.build.inPartnership('posts', partnershipId, {
      title: 'Chief Nurse',
      organisationId: council,
    });
    const [ann, ben] = [await known('Ann'), await known('Ben')];
    const appoint = (personId: string | null, fromOn: string, isInterim = false) => ({
      input: { postId, personId, fromOn, isInterim },
    });
    for (const [who, code] of [
      [editor, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      expect(await refusedWithoutTrace(() => who.refused(APPOINT, appoint(ann, '2018-04-01')))).toBe(code);
    expect(
      await refusedWithoutTrace(() => councilAdmin.refused(APPOINT, appoint(randomUUID(), '2018-04-01'))),
    ).toBe('INVALID_INPUT');
    await councilAdmin.ok(APPOINT, appoint(ann, '2018-04-01', true));
    expect(await refusedWithoutTrace(() => councilAdmin.refused(APPOINT, appoint(ben, '2018-04-01')))).toBe(
      'RULE_BROKEN',
    );
    expect(await councilAdmin.ok(APPOINT, appoint(ben, '2019-03-01'))).toEqual({
      appointToPost: {
        post: {
          holder: { name: 'Ben' },
          holders: [
            { fromOn: '2019-03-01', untilOn: null, isInterim: false, person: { name: 'Ben' } },
            { fromOn: '2018-04-01', untilOn: '2019-02-28', isInterim: true, person: { name: 'Ann' } },
          ],
        },
      },
    });
    expect(await councilAdmin.ok(APPOINT, appoint(null, '2020-01-01'))).toMatchObject({
      appointToPost: { post: { holder: null } },
    });
  });

  it('is handed over so that nobody’s days overlap', () => {
    expect(dayBefore('2020-03-01')).toBe('2020-02-29');
    const terms = [
      { id: 'a', fromOn: '2018-01-01', untilOn: '2018-12-31' },
      { id: 'b', fromOn: '2019-01-01', untilOn: null },
    ];
    expect(handOver(terms, '2020-01-01')).toEqual({ ends: [terms[1]], endsOn: '2019-12-31' });
    expect(handOver(terms, '2019-01-01')).toBeNull();
    expect(handOver([], '2019-01-01')).toEqual({ ends: [], endsOn: '2018-12-31' });
  });
});

describe('a membership', () => {
  const CREATE =
    'mutation ($input: CreateMembershipInput!) { createMembership(input: $input) { membership { id role version person { name } organisation { name } } } }';
  const UPDATE =
    'mutation ($input: UpdateMembershipInput!) { updateMembership(input: $input) { membership { role } } }';
  const AWAY = archive('archiveMembership', 'membership');
  const membershipOf = async (personId: string) =>
    String((await app.build.sql('select id from memberships where person_id = $1', [personId]))[0]?.['id']);

  it('is given, changed and ended by the organisation’s own administrator; what it allows moves at once', async () => {
    const personId = await app.build.person(partnershipId, {
      email: 'newcomer@example.org',
      role: null,
      organisationId: council,
    });
    const newcomer = await app.as('newcomer@example.org');
    const input = { personId, organisationId: council, role: 'VIEWER' };
    for (const [who, code] of [
      [editor, 'FORBIDDEN'],
      [administrator, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe(code);
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(CREATE, { input: { ...input, organisationId: trust } }),
      ),
    ).toBe('FORBIDDEN');
    const { createMembership } = await councilAdmin.ok<{ createMembership: { membership: { id: string } } }>(
      CREATE,
      { input },
    );
    const { id } = createMembership.membership;
    expect(await refusedWithoutTrace(() => councilAdmin.refused(CREATE, { input }))).toBe('RULE_BROKEN');
    const mine =
      '{ viewer { organisations { role canEdit canManageMembers organisation { name viewerCan { update manageMembers } } } } }';
    const as = (role: string, canEdit: boolean) => ({
      viewer: {
        organisations: [
          {
            role,
            canEdit,
            canManageMembers: false,
            organisation: { name: 'Northmoor Council', viewerCan: { update: false, manageMembers: false } },
          },
        ],
      },
    });
    expect(await newcomer.ok(mine)).toEqual(as('VIEWER', false));
    expect(
      await refusedWithoutTrace(() =>
        newcomer.refused(UPDATE, { input: { id, expectedVersion: 1, role: 'ADMIN' } }),
      ),
    ).toBe('FORBIDDEN');
    await councilAdmin.ok(UPDATE, { input: { id, expectedVersion: 1, role: 'EDITOR' } });
    expect(await newcomer.ok(mine)).toEqual(as('EDITOR', true));
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 1, role: 'LEAD' } }),
      ),
    ).toBe('CONFLICT');
    expect(
      await refusedWithoutTrace(() => newcomer.refused(AWAY, { input: { id, expectedVersion: 2 } })),
    ).toBe('FORBIDDEN');
    await councilAdmin.ok(AWAY, { input: { id, expectedVersion: 2 } });
    expect(await newcomer.ok(mine)).toEqual({ viewer: { organisations: [] } });
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(UPDATE, { input: { id, expectedVersion: 3, role: 'LEAD' } }),
      ),
    ).toBe('RULE_BROKEN');
  });

  it('as first administrator of an organisation is the partnership’s to give, once', async () => {
    const [first, second] = [
      await known('First', { organisationId: trust }),
      await known('Second', { organisationId: trust }),
    ];
    const input = { id: randomUUID(), personId: first, organisationId: trust, role: 'ADMIN' };
    const ability = 'query ($id: ID!) { organisation(id: $id) { viewerCan { manageMembers } } }';
    expect(await administrator.ok(ability, { id: trust })).toEqual({
      organisation: { viewerCan: { manageMembers: true } },
    });
    expect(
      await refusedWithoutTrace(() => administrator.refused(CREATE, { input: { ...input, role: 'LEAD' } })),
    ).toBe('FORBIDDEN');
    const made = await administrator.ok(CREATE, { input });
    expect(await administrator.ok(CREATE, { input })).toEqual(made);
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { personId: second, organisationId: trust, role: 'ADMIN' } }),
      ),
    ).toBe('FORBIDDEN');
    expect(await administrator.ok(ability, { id: trust })).toEqual({
      organisation: { viewerCan: { manageMembers: false } },
    });
  });

  it('in the partnership is for administrators only, and two of them cannot both leave', async () => {
    const otherId = await app.build.person(partnershipId, { email: 'other-pa@example.org', role: null });
    const other = await app.as('other-pa@example.org');
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(CREATE, { input: { personId: otherId, role: 'ADMIN' } }),
      ),
    ).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { personId: otherId, role: 'LEAD' } }),
      ),
    ).toBe('INVALID_INPUT');
    await administrator.ok(CREATE, { input: { personId: otherId, role: 'ADMIN' } });
    const [mine, theirs] = [await membershipOf(administratorId), await membershipOf(otherId)];
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { id: mine, expectedVersion: 1, role: 'VIEWER' } }),
      ),
    ).toBe('INVALID_INPUT');
    const answers = await Promise.all([
      administrator.query(AWAY, { input: { id: mine, expectedVersion: 1 } }),
      other.query(AWAY, { input: { id: theirs, expectedVersion: 1 } }),
    ]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions['rule'] ?? 'left').sort()).toEqual([
      'LAST_ADMINISTRATOR',
      'left',
    ]);
    const [left] = await app.build.sql(
      'select id from memberships where id = any($1) and archived_at is null',
      [[mine, theirs]],
    );
    expect(left).toBeDefined();
    await app.build.sql('update memberships set archived_at = null where id = $1', [mine]);
  });
});
