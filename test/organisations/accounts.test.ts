import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let administrator: Person;
let councilAdmin: Person;
let editor: Person;
let stranger: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership({ name: 'Northmoor Partnership' });
  council = await app.build.organisation(partnershipId, { name: 'Northmoor Council' });
  await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
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
describe('an account', () => {
  const CREATE =
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { person { version } firstPassword expiresAt } }';
  const SIGN_IN =
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { accountEmail memberships { role } } } }';
  type Made = { createAccount: { person: { version: number }; firstPassword: string } };
  const errorOf = async (input: object) => (await app.nobody.query(SIGN_IN, { input })).errors?.[0];

  it('is given with a first password, which must be replaced when it is used', async () => {
    const personId = await known('Newly', { organisationId: council });
    await app.build.inPartnership('memberships', partnershipId, {
      personId,
      organisationId: council,
      role: 'EDITOR',
    });
    const input = { personId, email: 'newly@example.org' };
    for (const [who, code] of [
      [editor, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
      [app.nobody, 'UNAUTHENTICATED'],
    ] as const)
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe(code);
    const { firstPassword: mistaken } = (
      await councilAdmin.ok<Made>(CREATE, { input: { ...input, email: 'newley@example.org' } })
    ).createAccount;
    const { firstPassword } = (await councilAdmin.ok<Made>(CREATE, { input })).createAccount;
    expect((await errorOf({ email: 'newley@example.org', password: mistaken }))?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await errorOf({ email: input.email, password: firstPassword }))?.extensions['rule']).toBe(
      'NEW_PASSWORD',
    );
    expect(
      (await errorOf({ email: input.email, password: firstPassword, newPassword: firstPassword }))
        ?.extensions['rule'],
    ).toBe('NEW_PASSWORD');
    const own = { email: input.email, password: firstPassword, newPassword: 'words of my own choosing' };
    expect(await app.nobody.ok(SIGN_IN, { input: own })).toEqual({
      signIn: { viewer: { accountEmail: input.email, memberships: [{ role: 'EDITOR' }] } },
    });
    expect((await errorOf({ email: input.email, password: firstPassword }))?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await refusedWithoutTrace(() => councilAdmin.refused(CREATE, { input }))).toBe('RULE_BROKEN');
  });

  it('is not the organisation’s to give to somebody whom others let into a closed circle, out of its sight too', async () => {
    const trust = await app.build.organisation(partnershipId);
    const closed = await app.build.audience(partnershipId, 'ORGANISATIONS', [trust]);
    const named = await known('Named', { organisationId: council });
    const sponsor = await known('Sponsor', { organisationId: council });
    await app.build.audience(partnershipId, 'PEOPLE', [named]);
    const workstream = await app.build.workstream(
      await app.build.plan(partnershipId, { audienceId: closed }),
      { audienceId: closed },
    );
    await app.build.owner('Workstream', workstream, { personId: sponsor, role: 'SPONSOR' });
    for (const personId of [named, sponsor]) {
      const input = { personId, email: `${personId}@example.org` };
      expect(await refusedWithoutTrace(() => councilAdmin.refused(CREATE, { input }))).toBe('FORBIDDEN');
      await administrator.ok(CREATE, { input });
    }
  });

  it('that nobody used in two weeks is open to nobody', async () => {
    const personId = await known('Tardy', { organisationId: council });
    const { firstPassword } = (
      await councilAdmin.ok<Made>(CREATE, { input: { personId, email: 'tardy@example.org' } })
    ).createAccount;
    await app.build.sql(
      `update accounts set initial_until = now() - interval '1 second' where email = 'tardy@example.org'`,
    );
    expect(
      (
        await errorOf({
          email: 'tardy@example.org',
          password: firstPassword,
          newPassword: 'words of my own choosing',
        })
      )?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('answers alike whether or not somebody has the address, and touches nobody’s account', async () => {
    const [one, other] = [
      await known('One', { organisationId: council }),
      await known('Other', { organisationId: council }),
    ];
    const give = (personId: string, email: string) =>
      councilAdmin.ok<Made>(CREATE, { input: { personId, email } });
    const before = await app.build.sql(`select * from accounts where email = 'stranger@example.org'`);
    for (const version of [2, 3]) {
      const [free, taken] = [await give(one, 'free@example.org'), await give(other, 'Stranger@example.org')];
      for (const { createAccount } of [free, taken])
        expect(createAccount).toMatchObject({
          person: { version },
          firstPassword: expect.stringMatching(/^(\w{5}-){3}\w{5}$/),
        });
      expect(
        (await errorOf({ email: 'stranger@example.org', password: taken.createAccount.firstPassword }))
          ?.extensions.code,
      ).toBe('UNAUTHENTICATED');
    }
    expect(await app.build.sql(`select * from accounts where email = 'stranger@example.org'`)).toEqual(
      before,
    );
    expect(await stranger.ok('{ viewer { people { partnership { name } } } }')).not.toMatchObject({
      viewer: { people: [{ partnership: { name: 'Northmoor Partnership' } }] },
    });
  });

  it('of somebody with rights beyond the organisation is the partnership’s to give', async () => {
    const seated = await known('Seated', { organisationId: council });
    await app.build.seat(partnershipId, await app.build.board(partnershipId), seated);
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(CREATE, { input: { personId: seated, email: 'seated@example.org' } }),
      ),
    ).toBe('FORBIDDEN');
    const future = await known('Future administrator', { organisationId: council });
    await app.build.inPartnership('memberships', partnershipId, { personId: future, role: 'ADMIN' });
    expect(
      await refusedWithoutTrace(() =>
        councilAdmin.refused(CREATE, { input: { personId: future, email: 'future@example.org' } }),
      ),
    ).toBe('FORBIDDEN');
    await administrator.ok(CREATE, { input: { personId: seated, email: 'seated@example.org' } });
  });
});

describe('the viewer', () => {
  it('is nobody for the public, and says what an administrator administers', async () => {
    const ask =
      '{ viewer { accountEmail via administers { name } people { person { name } partnership { name } } memberships { role organisation { name } person { name } } } }';
    expect(await app.nobody.ok(ask)).toEqual({ viewer: null });
    expect(await administrator.ok(ask)).toEqual({
      viewer: {
        accountEmail: 'pa@example.org',
        via: 'SESSION',
        administers: [{ name: 'Northmoor Partnership' }],
        people: [{ person: { name: 'pa' }, partnership: { name: 'Northmoor Partnership' } }],
        memberships: [{ role: 'ADMIN', organisation: null, person: { name: 'pa' } }],
      },
    });
  });
});
