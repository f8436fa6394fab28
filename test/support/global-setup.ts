import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/platform/db/embedded.js';
import { migrate } from '../../server/platform/db/migrate.js';
import { ensureDatabase } from '../../server/platform/db/roles.js';

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string;
    templateDatabase: string;
  }
}

const TEMPLATE = 'accord_template';

/** One cluster for the whole run, and in it one migrated database that every test file's own is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-test-'));
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
