import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../server/demonstration/load.js';
import { takeBackup } from '../../server/platform/backup/backup.js';
import { restoreBackup } from '../../server/platform/backup/restore.js';
import { newestMigration } from '../../server/platform/db/migrate.js';
import { Builders } from '../support/builders.js';
import { runAsCommand } from '../support/command.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { asked, contents, fillTheRest, isUntouched } from '../support/kept.js';

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let quiet: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-backup-'));
  [source, target] = [await createDatabase(), await createDatabase()];
  await loadDemonstration(source.ownerUrl, { today: '2026-11-22' });
  const build = await Builders.connect(source.superuserUrl);
  await fillTheRest(build);
  await build.close();
  quiet = path.join(folder, 'quiet.backup');
  await takeBackup(source.ownerUrl, quiet);
}, 60_000);

afterAll(async () => {
  await source?.drop();
  await target?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup that is not what was written', () => {
  const altered = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, change(readFileSync(quiet)));
    return file;
  };
  const inside = (change: (text: string) => string) => (bytes: Buffer) =>
    gzipSync(Buffer.from(change(gunzipSync(bytes).toString('utf8'))));
  /** As somebody would who knows how it is made. */
  const withSum = (change: (text: string) => string) =>
    inside((text) => {
      const body = change(text.slice(0, text.lastIndexOf('\n{') + 1));
      const closing = JSON.parse(text.slice(text.lastIndexOf('\n{') + 1)) as { rows: Record<string, number> };
      if (/"table":"comments".*\n\\\./.test(body)) closing.rows['comments'] = 0;
      const sha256 = createHash('sha256').update(body).digest('hex');
      return `${body}${JSON.stringify({ ...closing, sha256 })}\n`;
    });

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2), /cut short or altered/],
    ['without its last byte', (bytes) => bytes.subarray(0, -1), /cut short or altered/],
    ['with one bit turned', (bytes) => turned(bytes), /cut short or altered/],
    ['with something behind it', inside((text) => `${text}more`), /cut short or altered/],
    [
      'without its last line',
      inside((text) => text.slice(0, text.lastIndexOf('\n{') + 1)),
      /cut short or altered/,
    ],
    ['with a word changed', inside((text) => text.replace('AMBER', 'GREEN')), /cut short or altered/],
    [
      'without a row',
      inside((text) => text.replace(/\n[^\n{\\]+\tAction\t[^\n]+/, '')),
      /cut short or altered/,
    ],
    ['empty', () => Buffer.alloc(0), /no backup of Accord/],
    ['something else', () => Buffer.from('Dear colleagues, …'), /no backup of Accord/],
    ['another archive', () => gzipSync('{"name":"accord"}\n'), /no backup of Accord/],
    [
      'of a newer format',
      inside((text) => text.replace('"accordBackup":1', '"accordBackup":2')),
      /newer version/,
    ],
    [
      'of a newer version',
      withSum((text) => text.replaceAll(newestMigration, 'AddMore1999000000000')),
      /newer version/,
    ],
    [
      'with history rewritten and the checksum made good',
      withSum((text) => text.replace(/^(copy|.*"table":"changes".*\n[^\n]*)AMBER/m, '$1GREEN')),
      /entry \d+ is not what was written then/,
    ],
    [
      'with the log’s end taken off and all made good but its head',
      withSum((text) => text.replace(/"entries":\d+/, '"entries":1')),
      /does not end where the backup says/,
    ],
    [
      'with a row left out, the log whole and all made good but that',
      withSum((text) => text.replace(/("table":"comments".*\n)[^\n]*\n/, '$1')),
      /Of \d+ rows of comments the database took/,
    ],
    [
      'short of rows that row security hid when it was taken',
      withSum(withoutComments),
      /rows of comments are not as the log has them/,
    ],
    [
      'with a person nobody has heard of',
      withSum((text) =>
        text.replace(/("table":"memberships".*\n(?:[^\t]*\t){7})[^\t]*/, `$1${randomUUID()}`),
      ),
      /does not take what is in/,
    ],
  ])('%s is refused, and leaves nothing', async (name, change, words) => {
    const file = altered(`${name}.backup`, change);
    expect(readFileSync(file).equals(readFileSync(quiet))).toBe(false);
    const { code, error } = await runAsCommand('restore', [file], target);
    expect(error).toMatch(words);
    expect(error).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
    expect(await isUntouched(target)).toBe(true);
  });

  it('is found out without a database too', async () => {
    expect((await runAsCommand('verify-log', [quiet], target)).out[0]).toMatch(/is whole: taken 20/);
    const bad = await runAsCommand('verify-log', [altered('bad.backup', turned)], target);
    expect([bad.code, bad.error]).toEqual([1, expect.stringMatching(/cut short or altered/)]);
  });

  it('leaves nothing when the database goes away half way, and can be restored after all', async () => {
    // Slow enough to be met in the middle.
    await asked(
      target.superuserUrl,
      'alter table updates add constraint slow check (pg_sleep(0.1) is not null)',
    );
    const refused = expect(restoreBackup(target.ownerUrl, quiet)).rejects.toThrow();
    const end = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'accord restore' and query like 'copy "updates"%'`;
    await expect.poll(() => asked(target.superuserUrl, end)).toHaveLength(1);
    await refused;
    await asked(target.superuserUrl, 'alter table updates drop constraint slow');
    expect(await isUntouched(target)).toBe(true);
    await restoreBackup(target.ownerUrl, quiet);
    expect(await isUntouched(target)).toBe(false);
  });
});

/** As if nobody had been able to see them: none in the table, none counted. */
function withoutComments(text: string): string {
  return text.replace(/("table":"comments".*\n)[\s\S]*?\n\\\.\n/, '$1\\.\n');
}

/** One bit, in the middle of what is compressed. */
function turned(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('where something is already', () => {
  it('nothing is overwritten, neither a file nor a database, unless told to', async () => {
    const kept = path.join(folder, 'kept.backup');
    copyFileSync(quiet, kept);
    await expect(takeBackup(source.ownerUrl, kept)).rejects.toThrow(/is there already/);
    await expect(restoreBackup(source.ownerUrl, quiet)).rejects.toThrow(/holds something already/);

    const other = await createDatabase();
    const build = await Builders.connect(other.superuserUrl);
    await build.workstream(await build.plan(await build.partnership()));
    const before = await contents(other.superuserUrl);
    const [rights] = await build.sql<{ version: string }>('select version from rights');
    await expect(restoreBackup(other.ownerUrl, quiet)).rejects.toThrow(/holds something already/);
    expect(await contents(other.superuserUrl)).toEqual(before);
    const { code } = await runAsCommand('restore', [quiet, '--replace'], other);
    expect(code).toBe(0);
    expect((await contents(other.superuserUrl))['plans']).toEqual(
      (await contents(source.superuserUrl))['plans'],
    );
    // Whoever remembered rights of before looks again.
    const [now] = await build.sql<{ version: string }>('select version from rights');
    expect(Number(now?.version)).toBeGreaterThan(Number(rights?.version));
    await build.close();
    await other.drop();
  });

  it('a backup that fails leaves no half of itself', async () => {
    const nowhere = path.join(folder, 'no such folder', 'file');
    await expect(takeBackup(source.ownerUrl, nowhere)).rejects.toThrow();
    const empty = await createDatabase({ isBare: true });
    await expect(takeBackup(empty.ownerUrl, path.join(folder, 'nothing.backup'))).rejects.toThrow(/empty/);
    await empty.drop();
    expect(readdirSync(folder).filter((name) => /\.half$|^nothing/.test(name))).toEqual([]);
  });

  it('the commands say in words what they want', async () => {
    const says = async (name: string, args: string[]) => (await runAsCommand(name, args, source)).error;
    expect(await says('backup', [])).toContain('npm run backup -- FILE');
    expect(await says('backup', ['--all', 'x'])).toContain('npm run backup -- FILE');
    expect(await says('restore', [])).toContain('npm run restore -- FILE');
    expect(await says('restore', ['no-such-file'])).toContain('no-such-file cannot be read');
    expect(await says('verify-log', ['one', 'two'])).toContain('npm run verify');
  });
});
