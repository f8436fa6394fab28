import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CreateLog1795000000000 } from '../../../migrations/1795000000000-create-log.js';
import { CreatePlan1795000000100 } from '../../../migrations/1795000000100-create-plan.js';
import { CreateDaysBegun1795000000400 } from '../../../migrations/1795000000400-create-days-begun.js';
import { AddArchivedWith1795000000500 } from '../../../migrations/1795000000500-add-archived-with.js';
import { QuickenSealing1795000000600 } from '../../../migrations/1795000000600-quicken-sealing.js';

export const migrations = [
  CreateLog1795000000000,
  CreatePlan1795000000100,
  CreateDaysBegun1795000000400,
  AddArchivedWith1795000000500,
  QuickenSealing1795000000600,
];

const LOCK = 7_206_513;

/** Brings the database to the shape this version needs. Several processes may start at once: one migrates, the others wait. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migrations',
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await source.runMigrations({ transaction: 'all' });
    await lock.query('grant select on migrations to accord_server');
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
    await source.destroy();
  }
}

/** The newest migration this version knows; a process is ready when the database has it. */
export const newestMigration =
  migrations
    .map((migration) => migration.name)
    .sort()
    .at(-1) ?? '';
