import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { runAsCommand } from '../support/command.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await app.build.person(await app.build.partnership(), { email: 'analyst@example.org', role: 'ADMIN' });
});
afterAll(() => app.close());

const token = (...args: string[]) => runAsCommand('token', args, app.database);

describe('the token command', () => {
  it('prints a token alone, once, that acts as its owner until the day asked for', async () => {
    const { out, code } = await token(
      '--email',
      'Analyst@example.org',
      '--scope',
      'read',
      '--name',
      'Power BI',
      '--days',
      '30',
    );
    expect(code).toBe(0);
    expect(out).toEqual([expect.stringMatching(/^acc_[\w-]{43}$/)]);
    const program = app.withToken(out[0] ?? '');
    expect(await program.ok('{ viewer { accountEmail mayWrite } }')).toEqual({
      viewer: { accountEmail: 'analyst@example.org', mayWrite: false },
    });
    const [kept] = await app.build.sql<{ name: string; days: string }>(
      `select name, (expires_at at time zone 'Europe/London')::date - (now() at time zone 'Europe/London')::date as days from tokens`,
    );
    expect(kept?.name).toBe('Power BI');
    // Good until the end of the last day.
    expect(Number(kept?.days)).toBe(31);
  });

  it('makes one that writes when asked to', async () => {
    const { out } = await token('--email', 'analyst@example.org', '--scope', 'write');
    expect(await app.withToken(out[0] ?? '').ok('{ viewer { mayWrite } }')).toEqual({
      viewer: { mayWrite: true },
    });
  });

  it.each([
    [['--email', 'nobody@example.org', '--scope', 'read'], 'Nobody here signs in with nobody@example.org.'],
    [['--email', 'analyst@example.org'], 'Say for whom and for what'],
    [['--email', 'analyst@example.org', '--scope', 'everything'], 'Say for whom and for what'],
    [
      ['--email', 'analyst@example.org', '--scope', 'read', '--days', '400'],
      '--days takes a whole number from 1 to 365.',
    ],
    [['--colour', 'blue'], 'npm run token -- --email'],
  ])('says in words what is wrong with %j, and makes nothing', async (args, words) => {
    const before = await app.build.sql('select id from tokens');
    const { out, error, code } = await token(...args);
    expect(out).toEqual([]);
    expect(error).toContain(words);
    expect(error).not.toContain(' at ');
    expect(code).toBe(1);
    expect(await app.build.sql('select id from tokens')).toHaveLength(before.length);
  });
});
