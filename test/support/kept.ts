import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { idOf } from '../../server/demonstration/history.js';
import { tablesToKeep } from '../../server/platform/backup/tables.js';
import { newestMigration } from '../../server/platform/db/migrate.js';
import type { Builders } from './builders.js';
import type { TestDatabase } from './database.js';

/** An editor of the demonstration. */
export const EDITOR = 'philippa.dunstone@wensmere.example';
export const wensmere = idOf('partnership', 'wensmere');

/** What the demonstration leaves empty, so that no table is kept untested. */
export async function fillTheRest(build: Builders): Promise<void> {
  const [account] = await build.sql<{ id: string }>('select id from accounts where email = $1', [EDITOR]);
  const plan = idOf('plan', 'improvement');
  const odd = 'tab\there, line\nhere, \\. and \\n as words, “quotes”, \u0001, 🙂';
  const importId = await build.inPartnership('imports', wensmere, {
    planId: plan,
    fileName: odd,
    status: 'APPLIED',
    summary: JSON.stringify({ odd, none: null, number: 1.25e-7 }),
  });
  await build.sql(
    'insert into import_contents select id, audience_id, jsonb_build_object($2::text, $2::text) from imports where id = $1',
    [importId, odd],
  );
  await build.sql(
    `insert into restricted_contacts (partnership_id, audience_id, plan_id, action_id, organisation_id)
     select a.partnership_id, a.audience_id, a.plan_id, a.id, o.organisation_id
     from actions a join ownerships o on o.item_id = a.id and o.role = 'ACCOUNTABLE' and o.organisation_id is not null
     where a.plan_id = $1 order by a.id limit 1`,
    [plan],
  );
  const frozen = {
    planId: plan,
    title: odd,
    level: 'PLAN',
    stoodAt: '2026-01-01T00:00:00Z',
    contentHash: odd,
  };
  const circle = await build.audience(wensmere, 'PARTNERSHIP');
  const frozenId = await build.inPartnership('frozen_maps', wensmere, { ownAudienceId: circle, ...frozen });
  await build.sql(`insert into frozen_map_contents values ($1, $2, $3, array[$4::uuid])`, [
    ...[frozenId, circle, odd, plan],
  ]);
  const [board] = await build.sql<{ id: string }>(
    'select id from boards where partnership_id = $1 order by id',
    [wensmere],
  );
  const boardId = board?.id ?? '';
  const meetingId = await build.meeting(boardId);
  await build.inPartnership('agenda_proposal_answers', wensmere, {
    ...{ boardId, kind: 'HIGH_RISK', itemType: 'Risk', itemId: randomUUID(), reason: odd },
  });
  const publicationId = await build.inPartnership('publications', wensmere, {
    ...{ meetingId, boardId, kind: 'AGENDA', lateReason: odd },
  });
  const partId = await build.inPartnership('publication_parts', wensmere, {
    ...{
      publicationId,
      meetingId,
      boardId,
      part: 'PUBLIC',
      restsOn: [],
      sha256: createHash('sha256').update('{"items":[]}').digest('hex'),
    },
  });
  await build.sql(`insert into publication_contents values ($1, $2, $3)`, [partId, circle, '{"items":[]}']);
  await build.sql(`insert into publication_files values ($1, 'PDF', $2, '\\x00ff0a5c2e')`, [partId, circle]);
  // In somebody’s hands for ever, so that no server builds in the middle of a comparison.
  await build.sql(
    `insert into publication_builds select id, partnership_id, 'infinity', 1000 from publications
     on conflict (publication_id) do update set taken_until = excluded.taken_until, starts = excluded.starts`,
  );
  await build.sql(
    `insert into report_updates (id, seq, audience_id, piece) select id, 1000000, audience_id, '\\x0000' from report_texts limit 1`,
  );
  const [report] = await build.sql<{ id: string }>('select id from reports limit 1');
  const section = { key: 'odd', title: odd, guidance: odd, isRequired: true };
  await build.inPartnership('report_templates', wensmere, {
    ...{ boardId, title: odd, sections: JSON.stringify([section]) },
  });
  const versionId = await build.inPartnership('report_versions', wensmere, {
    ...{ reportId: report?.id, boardId, reason: 'KEPT', note: odd, textHash: odd },
  });
  await build.inPartnership('nudges', wensmere, {
    ...{ boardId, meetingId, reportId: report?.id, kind: 'REPORT_EMPTY', nudgedOn: '2026-01-01' },
  });
  await build.sql('insert into report_version_contents values ($1, $2, $3)', [versionId, circle, odd]);
  await build.inPartnership('attachments', wensmere, {
    ...{ reportId: report?.id, boardId, position: 1, title: odd, fileName: odd, kind: 'PDF', bytes: 5 },
    ...{
      sha256: odd,
      foundInside: JSON.stringify([{ kind: 'METADATA', where: odd, words: odd, isTakenOut: false }]),
    },
  });
  await build.sql(
    `insert into stored_files (sha256, size, bytes, is_attached) values ($1, 5, '\\x00ff0a5c2e', true)`,
    [odd],
  );
  await build.sql(`insert into imported_items values ($1, $2, $3, 'key', '{}')`, [
    randomUUID(),
    plan,
    importId,
  ]);
  await build.sql(`insert into idempotent_creates values ($1, $2, '\\x00ff0a5c2e')`, [
    randomUUID(),
    account?.id,
  ]);
  await build.sql(
    `insert into tokens (id, account_id, name, token_hash, scope, expires_at) values ($1, $2, 'kept', $3, 'READ', now() + interval '1 day')`,
    [randomUUID(), account?.id, createHash('sha256').update('acc_kept').digest()],
  );
  // Level with the calendar, so that no server begins a day in the middle of a comparison.
  await build.sql(
    `insert into days_begun select partnership_id, (now() at time zone 'Europe/London')::date from partnership_counters
     on conflict (partnership_id) do update set day = excluded.day`,
  );
  await build.sql(
    `insert into uploads (id, account_id, file_name, content) values ($1, $2, 'a file', 'not to be kept')`,
    [randomUUID(), account?.id],
  );
}

/** Asked on a connection of its own. */
export async function asked<T extends object>(
  url: string,
  sql: string,
  params: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** Every kept table’s rows, as one number of them and one hash. */
export async function contents(url: string): Promise<Record<string, { rows: number; hash: string }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: Record<string, { rows: number; hash: string }> = {};
    for (const { table } of await tablesToKeep(client)) {
      const { rows } = await client.query(
        `select count(*)::int as rows, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash from ${table} t`,
      );
      if (table !== 'rights') found[table] = rows[0];
    }
    return found;
  } finally {
    await client.end();
  }
}

/** That nothing is in a database but the shape this version gives it. */
export async function isUntouched(database: TestDatabase): Promise<boolean> {
  const found = await contents(database.superuserUrl);
  const [last] = await asked<{ name: string }>(
    database.ownerUrl,
    'select name from migrations order by timestamp desc limit 1',
  );
  return Object.values(found).every(({ rows }) => rows === 0) && last?.name === newestMigration;
}
