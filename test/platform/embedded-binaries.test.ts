import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountForPostgres,
  installedBinaries,
  isOursAlone,
  usableBinaries,
} from '../../server/platform/db/embedded-binaries.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-binaries-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The package as it lies after an installation that was not allowed to run scripts: no library links. */
function installWithoutScripts(into: string): string {
  const native = path.join(into, 'native');
  cpSync(installedBinaries(), native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !lstatSync(file).isSymbolicLink(),
  });
  cpSync(path.join(installedBinaries(), '..', 'package.json'), path.join(into, 'package.json'));
  for (const tool of ['postgres', 'initdb']) chmodSync(path.join(native, 'bin', tool), 0o644);
  return native;
}

const versionSaidBy = (postgres: string): string => {
  const account = accountForPostgres();
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' }).stdout;
};

const noSpare = (): string => {
  throw new Error('no copy was called for');
};

describe('the binaries of the embedded database', () => {
  it('run where the installation was not allowed to finish itself', () => {
    const native = installWithoutScripts(folder);
    const { postgres } = usableBinaries(native, accountForPostgres(), noSpare);
    expect(postgres).toBe(path.join(native, 'bin', 'postgres'));
    expect(versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
  });

  it('run from a private checkout, copied once where the database’s account cannot go', () => {
    const account = accountForPostgres();
    const checkout = path.join(folder, 'checkout');
    mkdirSync(checkout);
    const native = installWithoutScripts(checkout);
    chmodSync(checkout, 0o700);
    const spare = path.join(folder, 'spare');
    mkdirSync(spare);

    const { postgres } = usableBinaries(native, account, () => spare);
    // Only root lends the binaries to another account; anybody else runs them where they are.
    expect(path.relative(account ? spare : native, postgres)).not.toMatch(/^\.\./);
    expect(versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
    expect(usableBinaries(native, account, () => spare).postgres).toBe(postgres);
  });

  it('are not kept in a folder that somebody else put there or may write in', () => {
    const open = path.join(folder, 'open');
    mkdirSync(open);
    expect(isOursAlone(open)).toBe(true);
    chmodSync(open, 0o777);
    expect(isOursAlone(open)).toBe(false);
    const link = path.join(folder, 'link');
    symlinkSync(folder, link);
    expect(isOursAlone(link)).toBe(false);
  });
});
