import 'reflect-metadata';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { CreateLog1795000000000 } from '../../../migrations/1795000000000-create-log.js';
import { CreatePlan1795000000100 } from '../../../migrations/1795000000100-create-plan.js';
import { CreateDaysBegun1795000000400 } from '../../../migrations/1795000000400-create-days-begun.js';
import { AddArchivedWith1795000000500 } from '../../../migrations/1795000000500-add-archived-with.js';
import { QuickenSealing1795000000600 } from '../../../migrations/1795000000600-quicken-sealing.js';
import { AddCircleOfComments1795000000700 } from '../../../migrations/1795000000700-add-circle-of-comments.js';
import { AddPromisedDays1795000000800 } from '../../../migrations/1795000000800-add-promised-days.js';
import { CreateImpactNotices1795000000900 } from '../../../migrations/1795000000900-create-impact-notices.js';
import { CreateFrozenMaps1795000001000 } from '../../../migrations/1795000001000-create-frozen-maps.js';
import { CreateWatches1795000001100 } from '../../../migrations/1795000001100-create-watches.js';
import { CreateSameWorkDismissals1795000001200 } from '../../../migrations/1795000001200-create-same-work-dismissals.js';
import { CreateRestrictedContacts1795000001300 } from '../../../migrations/1795000001300-create-restricted-contacts.js';
import { CreatePlacements1795000001400 } from '../../../migrations/1795000001400-create-placements.js';
import { CreateMeetings1795000001500 } from '../../../migrations/1795000001500-create-meetings.js';
import { CreateBoardRules1795000001600 } from '../../../migrations/1795000001600-create-board-rules.js';
import { CreatePublications1795000001700 } from '../../../migrations/1795000001700-create-publications.js';
import { CreateReports1795000001800 } from '../../../migrations/1795000001800-create-reports.js';
import { AddPackedReportVersions1795000001900 } from '../../../migrations/1795000001900-add-packed-report-versions.js';
import { CreateAttachments1795000002000 } from '../../../migrations/1795000002000-create-attachments.js';
import { CreateNudges1795000002100 } from '../../../migrations/1795000002100-create-nudges.js';
import { CreateReportTemplates1795000002200 } from '../../../migrations/1795000002200-create-report-templates.js';
import { PublishForwardPlans1795000002300 } from '../../../migrations/1795000002300-publish-forward-plans.js';
import { CreateBoardsOfChange1795000002500 } from '../../../migrations/1795000002500-create-boards-of-change.js';
import { CalendarTokens1795000002600 } from '../../../migrations/1795000002600-calendar-tokens.js';
import { KeepDaysOfSlips1795000002700 } from '../../../migrations/1795000002700-keep-days-of-slips.js';
import { TellOfMovedMeetings1795000002800 } from '../../../migrations/1795000002800-tell-of-moved-meetings.js';
import { AddBoardsOfItems1795000003000 } from '../../../migrations/1795000003000-add-boards-of-items.js';
import { AddRequiredClearances1795000003100 } from '../../../migrations/1795000003100-add-required-clearances.js';
import { AddOutlines1795000003200 } from '../../../migrations/1795000003200-add-outlines.js';
import { AddScoreOfRisks1795000003250 } from '../../../migrations/1795000003250-add-score-of-risks.js';
import { AddFurtherNotice1795000003360 } from '../../../migrations/1795000003360-add-further-notice.js';
import { AddOriginsOfItems1795000003400 } from '../../../migrations/1795000003400-add-origins-of-items.js';

export const migrations = [
  CreateLog1795000000000,
  CreatePlan1795000000100,
  CreateDaysBegun1795000000400,
  AddArchivedWith1795000000500,
  QuickenSealing1795000000600,
  AddCircleOfComments1795000000700,
  AddPromisedDays1795000000800,
  CreateImpactNotices1795000000900,
  CreateFrozenMaps1795000001000,
  CreateWatches1795000001100,
  CreateSameWorkDismissals1795000001200,
  CreateRestrictedContacts1795000001300,
  CreatePlacements1795000001400,
  CreateMeetings1795000001500,
  CreateBoardRules1795000001600,
  CreatePublications1795000001700,
  CreateReports1795000001800,
  AddPackedReportVersions1795000001900,
  CreateAttachments1795000002000,
  CreateNudges1795000002100,
  CreateReportTemplates1795000002200,
  PublishForwardPlans1795000002300,
  CreateBoardsOfChange1795000002500,
  CalendarTokens1795000002600,
  KeepDaysOfSlips1795000002700,
  TellOfMovedMeetings1795000002800,
  AddBoardsOfItems1795000003000,
  AddRequiredClearances1795000003100,
  AddOutlines1795000003200,
  AddScoreOfRisks1795000003250,
  AddFurtherNotice1795000003360,
  AddOriginsOfItems1795000003400,
];

const LOCK = 7_206_513;

/** The newest migration this version knows; a process is ready when the database has it. */
export const newestMigration = migrations.at(-1)?.name ?? '';

/**
 * Brings the database to the shape this version needs, or to an earlier one that a backup was taken in. Several
 * processes may start at once: one migrates, the others wait.
 */
export async function migrate(ownerUrl: string, upTo: string = newestMigration): Promise<void> {
  const wanted = migrations.slice(0, migrations.findIndex(({ name }) => name === upTo) + 1);
  await withSource(ownerUrl, wanted, async (source) => {
    await source.runMigrations({ transaction: 'all' });
    await source.query('grant select on migrations to accord_server');
  });
}

/** Takes back what came after: only of a database that holds nothing, whose rows would go with their columns. */
export async function migrateBack(ownerUrl: string, downTo: string): Promise<void> {
  await withSource(ownerUrl, migrations, async (source) => {
    for (const { name } of [...migrations].reverse()) {
      if (name === downTo) return;
      const done = await source.query<unknown[]>('select from migrations where name = $1', [name]);
      if (done.length > 0) await source.undoLastMigration({ transaction: 'all' });
    }
  });
}

async function withSource(
  ownerUrl: string,
  known: typeof migrations,
  work: (source: DataSource) => Promise<void>,
): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: known,
    migrationsTableName: 'migrations',
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await work(source);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
    await source.destroy();
  }
}

/** Nobody migrates while this goes on: what is read table by table must keep its shape. Others may do the same. */
export async function holdingMigrations<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
  try {
    return await work();
  } finally {
    // Of a connection that broke the lock has gone with it.
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK]).catch(() => {});
  }
}

/** The newest migration the database has had; empty for one that had none. */
export async function migrationOf(client: pg.ClientBase): Promise<string> {
  const { rows: tables } = await client.query<{ is: boolean }>(
    `select to_regclass('migrations') is not null as is`,
  );
  if (!tables[0]?.is) return '';
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations order by timestamp desc limit 1',
  );
  return rows[0]?.name ?? '';
}
