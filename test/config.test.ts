import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../server/config.js';
import { ConfigError } from '../server/config-values.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const GIVEN = {
  DATABASE_URL: 'postgres://accord_owner:a@db:5432/accord',
  SECRET: '0123456789abcdef0123456789abcdef',
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ name }) => name);
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('keeps attached files in a bucket where all of it is said, and names what is missing', () => {
    const keys = { S3_BUCKET: 'papers', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(readConfig(GIVEN).files).toBeUndefined();
    expect(readConfig({ ...GIVEN, ...keys, S3_ENDPOINT: 'https://s3.example' }).files).toEqual({
      ...{ endpoint: 'https://s3.example', bucket: 'papers', region: 'us-east-1' },
      ...{ accessKeyId: 'id', secretAccessKey: 'secret' },
    });
    expect(problemsOf({ ...GIVEN, S3_ENDPOINT: 'https://s3.example' })).toEqual(Object.keys(keys));
    expect(problemsOf({ ...GIVEN, ...keys })).toEqual(Object.keys(keys));
  });

  it('is safe with nothing set: this machine alone, the embedded database, a secret of its own', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      database: { kind: 'embedded', dataDir: path.join(folder, 'postgres') },
      demonstration: true,
      publicOrigins: ['http://localhost:4000', 'http://127.0.0.1:4000'],
      secureCookies: false,
      trustProxy: false,
    });
    expect(config.secret).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps the secret between starts, readable to nobody else', () => {
    const { secret } = readConfig({ DATA_DIR: folder });
    expect(readConfig({ DATA_DIR: folder }).secret).toBe(secret);
    const file = path.join(folder, 'secret');
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes a given database: no demonstration, no introspection, unless asked for', () => {
    expect(readConfig(GIVEN)).toMatchObject({
      database: { kind: 'given', ownerUrl: GIVEN.DATABASE_URL, serverUrl: undefined },
      secret: GIVEN.SECRET,
      demonstration: false,
      introspection: false,
    });
    expect(readConfig({ ...GIVEN, DEMONSTRATION: 'on', INTROSPECTION: 'yes' })).toMatchObject({
      demonstration: true,
      introspection: true,
    });
  });

  it('asks for a secret when several processes may share the database', () => {
    expect(() => readConfig({ DATABASE_URL: GIVEN.DATABASE_URL })).toThrow(/SECRET: is missing.*DATA_DIR/s);
    expect(problemsOf({ DATABASE_URL: GIVEN.DATABASE_URL, DATA_DIR: folder })).toEqual([]);
  });

  it('turns secure cookies on when people come by https', () => {
    expect(readConfig({ ...GIVEN, PUBLIC_ORIGIN: 'https://plan.example.org' }).secureCookies).toBe(true);
    expect(
      readConfig({ ...GIVEN, PUBLIC_ORIGIN: 'https://plan.example.org', SECURE_COOKIES: 'off' })
        .secureCookies,
    ).toBe(false);
  });

  it('takes several origins', () => {
    const { publicOrigins } = readConfig({
      ...GIVEN,
      PUBLIC_ORIGIN: 'https://a.example, https://b.example:8443/',
    });
    expect(publicOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
  });

  it('names everything that is wrong at once', () => {
    expect(
      problemsOf({
        PORT: '80 80',
        DATABASE_URL: 'mysql://a@b/c',
        SECRET: 'short',
        SECURE_COOKIES: 'perhaps',
        PUBLIC_ORIGIN: 'https://plan.example.org/path',
        LOG_LEVEL: 'loud',
        DATABASE_POOL: '1',
      }).sort(),
    ).toEqual([
      'DATABASE_POOL',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_ORIGIN',
      'SECRET',
      'SECURE_COOKIES',
    ]);
  });

  it.each([
    ['postgres://hunter2.example/database'],
    ['postgres://role:hunter2@db.example'],
    ['host=db password=hunter2'],
  ])('refuses the database address %s without repeating it', (url) => {
    expect(() => readConfig({ ...GIVEN, DATABASE_URL: url })).toThrow(/DATABASE_URL: /);
    expect(() => readConfig({ ...GIVEN, DATABASE_URL: url })).not.toThrow('hunter2');
  });

  it('refuses a server role’s address without the owner’s', () => {
    expect(problemsOf({ DATA_DIR: folder, DATABASE_SERVER_URL: GIVEN.DATABASE_URL })).toEqual([
      'DATABASE_URL',
    ]);
  });

  it('takes an empty setting for one that is not set', () => {
    expect(readConfig({ ...GIVEN, PORT: '', LOG_LEVEL: ' ' })).toMatchObject({
      port: 4000,
      logLevel: 'info',
    });
  });
});
