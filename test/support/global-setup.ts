import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded, stopIfAbandoned } from '../../server/platform/db/embedded.js';
import { migrate } from '../../server/platform/db/migrate.js';
import { ensureDatabase } from '../../server/platform/db/roles.js';

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string;
    templateDatabase: string;
  }
}

const TEMPLATE = 'accord_template';
const FOLDER = path.join(tmpdir(), 'accord-test-');
const A_WHILE_MS = 600_000;

/** One cluster for the whole run, and in it one migrated database that every test file's own is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await clearAfterKilledRuns();
  const dataDir = mkdtempSync(FOLDER);
  const lines: string[] = [];
  const database = await startEmbedded({ dataDir, sync: false, log: (line) => lines.push(line) });
  const tearDown = async (): Promise<void> => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = await ensureDatabase(database.superuserUrl, TEMPLATE);
    await migrate(ownerUrl);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('superuserUrl', database.superuserUrl);
  project.provide('templateDatabase', TEMPLATE);
  return tearDown;
}

/** A run that was killed could not stop its cluster; the next run does. One that has just begun is left alone. */
async function clearAfterKilledRuns(): Promise<void> {
  const folders = readdirSync(path.dirname(FOLDER)).map((name) => path.join(path.dirname(FOLDER), name));
  for (const folder of folders.filter((each) => each.startsWith(FOLDER))) {
    // A run that ends meanwhile takes its folder along.
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.uid !== process.getuid?.() || Date.now() - (found?.ctimeMs ?? 0) < A_WHILE_MS) continue;
    if (await stopIfAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
