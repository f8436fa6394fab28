import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldCredential, sessionCredential } from '../../server/platform/auth/credential.js';
import { hashPassword } from '../../server/platform/auth/passwords.js';
import { rotateSession, SessionRotation } from '../../server/platform/auth/sessions.js';
import { sourceSubject } from '../../server/platform/auth/throttle.js';
import { person, startApp, type TestApp } from '../support/app.js';

const PASSWORD = 'four plain words together';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { accountEmail via organisations { canEdit organisation { name } } } } }`;
const WHO = '{ viewer { accountEmail } }';
const WRONG = 'The e-mail address or the password is wrong.';

let app: TestApp;
let partnershipId: string;
let organisationId: string;
let sources = 0;

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: 'on' });
  partnershipId = await app.build.partnership();
  organisationId = await app.build.organisation(partnershipId, { name: 'Northmoor Council' });
});
afterAll(() => app.close());

/** An account with a password of its own, and the address the test tries from. */
async function account(email: string, password = PASSWORD): Promise<string> {
  await app.build.person(partnershipId, { email, organisationId });
  await app.build.sql('update accounts set password_hash = $2 where email = $1', [
    email,
    await hashPassword(password),
  ]);
  return email;
}

const newSource = () => `198.51.100.${++sources}`;

interface Tried {
  data: {
    signIn: {
      viewer: {
        accountEmail: string;
        via: string;
        organisations: { canEdit: boolean; organisation: { name: string } }[];
      };
    };
  } | null;
  errors?: { message: string; extensions: { code: string; rule?: string; retryAfterSeconds?: number } }[];
  cookie: string | null;
  secret: string;
}

async function send(query: string, variables: unknown, headers: Record<string, string> = {}, url = app.url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newSource(), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const cookie = response.headers.get('set-cookie');
  const answer = (await response.json()) as Pick<Tried, 'data' | 'errors'>;
  return { ...answer, cookie, secret: /accord=([^;]*)/.exec(cookie ?? '')?.[1] ?? '' } as Tried;
}

const tryToSignIn = (email: string, password: string, source = newSource(), extra: object = {}) =>
  send(SIGN_IN, { input: { email, password, ...extra } }, { 'x-forwarded-for': source });

const withSession = (secret: string) => person(app.url, { cookie: `accord=${secret}` });

async function signedIn(email: string, password = PASSWORD) {
  const { secret } = await tryToSignIn(email, password);
  expect(secret).not.toBe('');
  return { secret, me: withSession(secret) };
}

describe('signing in', () => {
  it('answers as the one who signed in, and gives the browser a cookie no script can read', async () => {
    const email = await account('amina@example.org');
    const { data, cookie, secret } = await tryToSignIn('Amina@Example.org', PASSWORD);
    expect(data?.signIn.viewer).toEqual({
      accountEmail: email,
      via: 'SESSION',
      organisations: [{ canEdit: true, organisation: { name: 'Northmoor Council' } }],
    });
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await withSession(secret).ok(WHO)).toEqual({ viewer: { accountEmail: email } });
  });

  it('answers an unknown address and a wrong password in the same words', async () => {
    const email = await account('bola@example.org');
    const unknown = await tryToSignIn('nobody@example.org', PASSWORD);
    const wrong = await tryToSignIn(email, 'some other words altogether');
    expect(unknown.errors).toEqual(wrong.errors);
    expect(wrong.errors?.[0]).toMatchObject({ message: WRONG, extensions: { code: 'UNAUTHENTICATED' } });
    expect(wrong.cookie).toBeNull();
  });

  it('takes as long for an unknown address as for a wrong password', { retry: 3 }, async () => {
    const email = await account(`chidi-${randomUUID()}@example.org`);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 8; round++)
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `nobody-${round}@example.org`],
      ] as const) {
        const start = performance.now();
        await tryToSignIn(address, 'some other words altogether');
        times[kind].push(performance.now() - start);
      }
    const fastest = (of: number[]) => Math.min(...of);
    // Without the work of a verification the unknown would be answered in a fraction of the time.
    expect(fastest(times.unknown)).toBeGreaterThan(fastest(times.known) * 0.6);
  });

  it('refuses an account that was closed as if there were none', async () => {
    const email = await account('dina@example.org');
    await app.build.sql('update accounts set disabled_at = now() where email = $1', [email]);
    expect((await tryToSignIn(email, PASSWORD)).errors?.[0]?.message).toBe(WRONG);
  });

  it('leaves the session it came with behind', async () => {
    const { secret, me } = await signedIn(await account('ewa@example.org'));
    const again = await send(
      SIGN_IN,
      { input: { email: 'ewa@example.org', password: PASSWORD } },
      { cookie: `accord=${secret}` },
    );
    expect(again.secret).not.toBe(secret);
    expect(await me.ok(WHO)).toEqual({ viewer: null });
  });

  it('keeps no secret anywhere in the database, only hashes', async () => {
    const { secret, me } = await signedIn(await account('farah@example.org'));
    const made = await me.ok<{ createToken: { secret: string } }>(CREATE_TOKEN, {
      input: { name: 'x', scope: 'READ', expiresOn: inDays(30) },
    });
    const tables = await app.build.sql<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables)
      for (const text of [secret, made.createToken.secret, PASSWORD]) {
        const [row] = await app.build.sql<{ n: string }>(
          `select count(*) as n from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
          [text],
        );
        expect(`${name} ${row?.n}`).toBe(`${name} 0`);
      }
  });
});

describe('guessing', () => {
  it('is refused after ten tries of one account, from whichever sources, also with the right password', async () => {
    const email = await account('gita@example.org');
    for (let i = 0; i < 10; i++)
      expect((await tryToSignIn(email, `wrong number ${i}`)).errors?.[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    const refused = await tryToSignIn(email, PASSWORD);
    expect(refused.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(refused.errors?.[0]?.extensions.retryAfterSeconds).toBeLessThanOrEqual(300);
    await app.build.sql(`update sign_in_attempts set at = at - interval '6 minutes'`);
    expect((await tryToSignIn(email, PASSWORD)).data).not.toBeNull();
  });

  it('is refused after ten tries from one source, whichever accounts, those that do not exist too', async () => {
    const source = newSource();
    for (let i = 0; i < 10; i++) await tryToSignIn(`guess-${i}@example.org`, PASSWORD, source);
    expect((await tryToSignIn('guess-11@example.org', PASSWORD, source)).errors?.[0]?.extensions.code).toBe(
      'RATE_LIMITED',
    );
    expect((await tryToSignIn('guess-11@example.org', PASSWORD)).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is refused alike where there is such an account and where there is none', async () => {
    const refusals = [];
    for (const email of [await account('gwen@example.org'), 'nobody-like-gwen@example.org']) {
      for (let i = 0; i < 10; i++) await tryToSignIn(email, `wrong number ${i}`);
      const { errors, cookie } = await tryToSignIn(email, PASSWORD);
      refusals.push(JSON.stringify({ errors, cookie }).replace(/\d+/g, 'N'));
    }
    expect(refusals[0]).toContain('RATE_LIMITED');
    expect(refusals[1]).toBe(refusals[0]);
  });

  it('of many accounts in one document counts as many tries from its source', async () => {
    const source = newSource();
    const one = (i: number) =>
      `a${i}: signIn(input: { email: "spray-${i}@example.org", password: "${PASSWORD}" }) { viewer { id } }`;
    const codes: unknown[] = [];
    // A wrong one ends its document, so that no document is more than one try.
    for (let n = 0; n < 12; n++) {
      const document = `mutation { ${Array.from({ length: 25 }, (_, i) => one(25 * n + i)).join(' ')} }`;
      const { errors } = await send(document, {}, { 'x-forwarded-for': source });
      codes.push(...(errors ?? []).map(({ extensions }) => extensions.code));
    }
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(2);
  });

  it('does not hold against anybody the tries that succeeded', async () => {
    const email = await account('hana@example.org');
    const source = newSource();
    for (let i = 0; i < 12; i++) expect((await tryToSignIn(email, PASSWORD, source)).data).not.toBeNull();
  });

  it('gains nothing by aliases, by sending at once or by going to another server', async () => {
    const email = await account('ines@example.org');
    const aliases = Array.from(
      { length: 4 },
      (_, i) =>
        `a${i}: signIn(input: { email: "${email}", password: "wrong number ${i}" }) { viewer { id } }`,
    ).join(' ');
    const other = await app.another();
    try {
      const answers = await Promise.all(
        Array.from({ length: 14 }, (_, i) =>
          send(`mutation { ${aliases} }`, {}, {}, i % 2 ? other.url : app.url),
        ),
      );
      const codes = answers.flatMap(({ errors }) => errors?.map((error) => error.extensions.code) ?? []);
      expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
      // The first refusal of a document ends it: what is left of its aliases is not even tried.
      expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(4);
      const [kept] = await app.build.sql<{ n: string }>(
        `select max(n) as n from (select count(*) as n from sign_in_attempts group by subject) x`,
      );
      expect(Number(kept?.n)).toBeLessThanOrEqual(10);
    } finally {
      await other.close();
    }
  });
});

describe('a session', () => {
  it('gets a new secret each hour; the old one is good for a minute more, and then for nothing', async () => {
    const { secret, me } = await signedIn(await account('jude@example.org'));
    const { pool } = app.app.database;
    expect(await rotateSession(pool, sessionCredential(secret))).toBeNull();
    await app.build.sql(
      `update sessions set rotated_at = now() - interval '61 minutes', expires_at = now() + interval '1 hour' where token_hash = sha256($1)`,
      [secret],
    );
    const both = await Promise.all([
      rotateSession(pool, sessionCredential(secret)),
      rotateSession(pool, sessionCredential(secret)),
    ]);
    const [next] = both.filter((one) => one !== null);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    expect(next?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    expect(await me.ok(WHO)).toEqual({ viewer: { accountEmail: 'jude@example.org' } });
    expect(await withSession(next?.secret ?? '').ok(WHO)).toEqual({
      viewer: { accountEmail: 'jude@example.org' },
    });
    await app.build.sql(
      `update sessions set rotated_at = now() - interval '2 minutes' where token_hash = sha256($1)`,
      [next?.secret],
    );
    // A process that has not met the old secret asks the database at once.
    const other = await app.another();
    expect((await send(WHO, {}, { cookie: `accord=${secret}` }, other.url)).data).toEqual({ viewer: null });
    await other.close();
  });

  it('asks the database about one secret once a minute at most', async () => {
    const { secret } = await signedIn(await account('karl@example.org'));
    const rotation = new SessionRotation(app.app.database.pool);
    expect(await rotation.rotate(sessionCredential(secret))).toBeNull();
    await app.build.sql(
      `update sessions set rotated_at = now() - interval '61 minutes' where token_hash = sha256($1)`,
      [secret],
    );
    expect(await rotation.rotate(sessionCredential(secret))).toBeNull();
    expect(await new SessionRotation(app.app.database.pool).rotate(sessionCredential(secret))).not.toBeNull();
  });

  it('holds a socket open across new secrets, and no longer than itself', async () => {
    const { secret } = await signedIn(await account('kira@example.org'));
    const { database } = app.app;
    const { sessionId, accountId } = await database.whoIs(sessionCredential(secret));
    const held = heldCredential(sessionId ?? '');
    await app.build.sql(
      `update sessions set rotated_at = now() - interval '2 hours' where token_hash = sha256($1)`,
      [secret],
    );
    const next = await rotateSession(database.pool, sessionCredential(secret));
    expect((await database.whoIs(held)).accountId).toBe(accountId);
    await withSession(next?.secret ?? '').ok('mutation { signOut { endedSessionCount } }');
    expect((await database.whoIs(held)).accountId).toBeNull();
  });

  it('is never stretched beyond two weeks', async () => {
    const { secret } = await signedIn(await account('lena@example.org'));
    await app.build.sql(
      `update sessions set rotated_at = now() - interval '2 hours', created_at = now() - interval '13 days 23 hours', expires_at = now() + interval '10 minutes' where token_hash = sha256($1)`,
      [secret],
    );
    const next = await rotateSession(app.app.database.pool, sessionCredential(secret));
    expect(next?.expiresAt.getTime()).toBeLessThan(Date.now() + 61 * 60_000);
  });

  it('ends by signing out, and the cookie with it', async () => {
    const { secret, me } = await signedIn(await account('mina@example.org'));
    const out = await send('mutation { signOut { endedSessionCount } }', {}, { cookie: `accord=${secret}` });
    expect(out).toMatchObject({ data: { signOut: { endedSessionCount: 1 } }, secret: '' });
    expect(out.cookie).toMatch(/accord=;/);
    expect(await me.ok(WHO)).toEqual({ viewer: null });
  });

  it('ends with all others when signing out everywhere', async () => {
    const email = await account('nils@example.org');
    const [here, there, someoneElse] = [
      await signedIn(email),
      await signedIn(email),
      await signedIn(await account('olga@example.org')),
    ];
    expect(await here.me.ok('{ viewer { sessions { isCurrent } } }')).toEqual({
      viewer: { sessions: [{ isCurrent: false }, { isCurrent: true }] },
    });
    expect(await here.me.ok('mutation { signOutEverywhere { endedSessionCount } }')).toEqual({
      signOutEverywhere: { endedSessionCount: 2 },
    });
    for (const { me } of [here, there]) expect(await me.ok(WHO)).toEqual({ viewer: null });
    expect(await someoneElse.me.ok(WHO)).toEqual({ viewer: { accountEmail: 'olga@example.org' } });
    expect(await app.nobody.refused('mutation { signOutEverywhere { endedSessionCount } }')).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('a password', () => {
  const CHANGE =
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { accountEmail } } }';

  it('is changed by whoever knows the old one, which ends the other sessions', async () => {
    const email = await account('pia@example.org');
    const [here, there] = [await signedIn(email), await signedIn(email)];
    const newPassword = 'quite another set of words';
    expect(
      await here.me.refused(CHANGE, { input: { currentPassword: 'not the old words', newPassword } }),
    ).toBe('RULE_BROKEN');
    expect(
      await here.me.refused(CHANGE, { input: { currentPassword: PASSWORD, newPassword: 'too short' } }),
    ).toBe('INVALID_INPUT');
    expect((await tryToSignIn(email, PASSWORD)).data).not.toBeNull();
    expect(await here.me.ok(CHANGE, { input: { currentPassword: PASSWORD, newPassword } })).toEqual({
      changePassword: { viewer: { accountEmail: email } },
    });
    expect(await there.me.ok(WHO)).toEqual({ viewer: null });
    expect((await tryToSignIn(email, PASSWORD)).errors?.[0]?.message).toBe(WRONG);
    await signedIn(email, newPassword);
  });

  it('cannot be guessed from inside either', async () => {
    const { me } = await signedIn(await account('quinn@example.org'));
    const guess = (i: number) =>
      me.refused(CHANGE, {
        input: { currentPassword: `wrong number ${i}`, newPassword: 'quite another set of words' },
      });
    for (let i = 0; i < 10; i++) expect(await guess(i)).toBe('RULE_BROKEN');
    expect(await guess(11)).toBe('RATE_LIMITED');
  });
});

const CREATE_TOKEN =
  'mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id name scope } } }';
const REVOKE = 'mutation ($id: ID!) { revokeToken(input: { id: $id }) { token { revokedAt } } }';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a token', () => {
  type Made = { createToken: { secret: string; token: { id: string } } };
  const make = (me: { ok: TestApp['nobody']['ok'] }, scope: string, expiresOn = inDays(30)) =>
    me
      .ok<Made>(CREATE_TOKEN, { input: { name: 'Power BI', scope, expiresOn } })
      .then(({ createToken }) => createToken);

  it('acts as its owner until it is revoked, and is refused in the very next request', async () => {
    const email = await account('rosa@example.org');
    const { me } = await signedIn(email);
    const { secret, token } = await make(me, 'READ');
    expect(secret).toMatch(/^acc_[\w-]{43}$/);
    const program = app.withToken(secret);
    expect(
      await program.ok('{ viewer { accountEmail via mayWrite sessions { id } tokens { id } } }'),
    ).toEqual({
      viewer: { accountEmail: email, via: 'TOKEN', mayWrite: false, sessions: [], tokens: [] },
    });
    expect(await me.ok('{ viewer { tokens { id name } } }')).toEqual({
      viewer: { tokens: [{ id: token.id, name: 'Power BI' }] },
    });
    await me.ok(REVOKE, { id: token.id });
    expect(await program.refused(WHO)).toBe('UNAUTHENTICATED');
    expect(await me.ok('{ viewer { tokens { id } } }')).toEqual({ viewer: { tokens: [] } });
  });

  it('for reading changes nothing', async () => {
    const { me } = await signedIn(await account('sami@example.org'));
    await app.build.sql(
      `update memberships set role = 'ADMIN' where person_id = (select p.id from people p join accounts a on a.id = p.account_id where a.email = 'sami@example.org')`,
    );
    const rename =
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { name } } }';
    const input = { id: organisationId, expectedVersion: 1, website: 'https://northmoor.example' };
    expect(await app.withToken((await make(me, 'READ')).secret).refused(rename, { input })).toBe('FORBIDDEN');
    expect((await app.build.row('organisations', organisationId))['website']).toBeNull();
    await app.withToken((await make(me, 'WRITE')).secret).ok(rename, { input });
    expect((await app.build.row('organisations', organisationId))['website']).toBe(
      'https://northmoor.example',
    );
  });

  it('makes no further tokens, ends no sessions and changes no password', async () => {
    const { me } = await signedIn(await account('tove@example.org'));
    const program = app.withToken((await make(me, 'WRITE')).secret);
    expect(
      await program.refused(CREATE_TOKEN, { input: { name: 'more', scope: 'WRITE', expiresOn: inDays(1) } }),
    ).toBe('FORBIDDEN');
    expect(await program.refused('mutation { signOutEverywhere { endedSessionCount } }')).toBe('FORBIDDEN');
    expect(await me.ok(WHO)).toEqual({ viewer: { accountEmail: 'tove@example.org' } });
  });

  it('lives a year at most, and is nobody else’s to revoke', async () => {
    const { me } = await signedIn(await account('uwe@example.org'));
    const stranger = (await signedIn(await account('vera@example.org'))).me;
    for (const expiresOn of [inDays(400), inDays(-2)])
      expect(await me.refused(CREATE_TOKEN, { input: { name: 'x', scope: 'READ', expiresOn } })).toBe(
        'INVALID_INPUT',
      );
    const { secret, token } = await make(me, 'READ', inDays(360));
    expect(await stranger.refused(REVOKE, { id: token.id })).toBe('NOT_FOUND');
    expect(await app.withToken(secret).ok(WHO)).toEqual({ viewer: { accountEmail: 'uwe@example.org' } });
    expect(
      await app.nobody.refused(CREATE_TOKEN, { input: { name: 'x', scope: 'READ', expiresOn: inDays(1) } }),
    ).toBe('UNAUTHENTICATED');
  });

  it('dies with its owner’s account', async () => {
    const email = await account('wim@example.org');
    const program = app.withToken((await make((await signedIn(email)).me, 'READ')).secret);
    await app.build.sql('update accounts set disabled_at = now() where email = $1', [email]);
    expect(await program.refused(WHO)).toBe('UNAUTHENTICATED');
  });
});

describe('the throttle', () => {
  it('counts a whole IPv6 network as one source, and each IPv4 address as another', () => {
    expect(sourceSubject('2001:db8:0:7::1')).toBe(sourceSubject('2001:0DB8::7:ffff:ffff:ffff:2'));
    expect(sourceSubject('2001:db8:0:7::1')).not.toBe(sourceSubject('2001:db8:0:8::1'));
    expect(sourceSubject('::1')).toBe('source 0:0:0:0::/64');
    expect(sourceSubject('::ffff:192.0.2.1')).toBe(sourceSubject('192.0.2.1'));
    expect(sourceSubject('192.0.2.1')).not.toBe(sourceSubject('192.0.2.2'));
  });

  it('lets waiting tries through one by one and leaves no lock behind', async () => {
    const email = await account('xena@example.org');
    await Promise.all(Array.from({ length: 9 }, () => tryToSignIn(email, PASSWORD)));
    const client = new pg.Client({ connectionString: app.database.superuserUrl });
    await client.connect();
    await pause(50);
    const { rows } = await client.query(
      `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
