import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../server/demonstration/history.js';
import { loadDemonstration } from '../../server/demonstration/load.js';
import { takeBackup } from '../../server/platform/backup/backup.js';
import { checkBackup, restoreBackup } from '../../server/platform/backup/restore.js';
import { inOrder } from '../../server/platform/backup/tables.js';
import { verifyLog } from '../../server/platform/changes/verify.js';
import { migrate, migrateBack } from '../../server/platform/db/migrate.js';
import { type Person, startApp, type TestApp } from '../support/app.js';
import { Builders } from '../support/builders.js';
import { runAsCommand } from '../support/command.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { asked, contents, EDITOR, fillTheRest, isUntouched, wensmere } from '../support/kept.js';
import { answersOf, pageQueries } from '../support/pages.js';

const EARLIER = 'CreateDaysBegun1795000000400';
const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id version status } } }`;

let app: TestApp;
let folder: string;
let editor: Person;
let action: string;
/** Taken with nobody writing. */
let quiet: string;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-backup-'));
  app = await startApp();
  await loadDemonstration(app.database.ownerUrl, { today: '2026-11-22' });
  await fillTheRest(app.build);
  editor = await app.as(EDITOR);
  action = await ownAction();
  quiet = path.join(folder, 'quiet.backup');
  await takeBackup(app.database.ownerUrl, quiet);
}, 120_000);

afterAll(async () => {
  await app?.close();
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** An action the editor may rate. */
async function ownAction(): Promise<string> {
  const [row] = await app.build.sql<{ id: string }>(
    `select t.id from actions t join ownerships o on o.item_id = t.id and o.role = 'ACCOUNTABLE'
     join people p on p.organisation_id = o.organisation_id join accounts a on a.id = p.account_id
     where a.email = $1 and t.status <> 'BLUE' and t.archived_at is null order by t.id limit 1`,
    [EDITOR],
  );
  return row?.id ?? '';
}

async function rate(by: Person, build: Builders, status: string): Promise<number> {
  const expectedVersion = Number((await build.row('actions', action))['version']);
  const { rateAction } = await by.ok<{ rateAction: { action: { version: number } } }>(RATE, {
    input: { id: action, expectedVersion, status },
  });
  return rateAction.action.version;
}

async function fresh(isBare = true): Promise<TestDatabase> {
  const database = await createDatabase({ isBare });
  databases.push(database);
  return database;
}

describe('the drill: a backup taken while others write, restored into a fresh database', () => {
  let restored: TestDatabase;
  let server: TestApp;

  it('is taken by the command, whole, while writes go on', async () => {
    let isWriting = true;
    let written = 0;
    const writing = (async () => {
      while (isWriting) {
        await rate(editor, app.build, ++written % 2 ? 'RED' : 'AMBER');
      }
    })();
    const file = path.join(folder, 'busy.backup');
    const { code, out, error } = await runAsCommand('backup', [file], app.database);
    const until = written;
    isWriting = false;
    await writing;
    expect([code, error]).toEqual([0, '']);
    expect(until).toBeGreaterThan(1);
    expect(out.join('\n')).toMatch(/Partnership .*: \d+ entries, head [0-9a-f]{64}/);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    restored = await fresh();
    const ended = await runAsCommand('restore', [file], restored);
    expect([ended.code, ended.error]).toEqual([0, '']);
    expect(ended.out.join('\n')).toMatch(/intact/);
  }, 60_000);

  it('has a log that verifies, its head an entry of the log it was taken from', async () => {
    const found = await verifyLog(restored.ownerUrl);
    expect(found).toHaveLength(2);
    for (const { wrong, head } of found) {
      expect(wrong).toBeNull();
      expect((await verifyLog(app.database.ownerUrl, head)).some(({ sought }) => sought !== null)).toBe(true);
    }
  });

  it('shows one moment: every row is what the last entry about it says', async () => {
    const astray = await asked(
      restored.superuserUrl,
      `select t.id from actions t join lateral (select after from changes c where c.item_id = t.id and c.item_type = 'Action'
         and c.kind <> 'DERIVED' order by seq desc limit 1) c on true
       where to_jsonb(t) - 'created_at' - 'updated_at' <> c.after - 'created_at' - 'updated_at'`,
    );
    expect(astray).toEqual([]);
  });

  it('holds every table, and as many rows and the same as were there', async () => {
    const exact = await fresh();
    const { rows } = await restoreBackup(exact.ownerUrl, quiet);
    const there = await contents(exact.superuserUrl);
    for (const [table, { rows: count }] of Object.entries(there)) {
      expect(count, table).toBeGreaterThan(0);
      expect(count, table).toBe(rows[table]);
    }
    // The only thing that has moved since is what was rated.
    const now = await contents(app.database.superuserUrl);
    const moved = Object.keys(now).filter((table) => now[table]?.hash !== there[table]?.hash);
    expect(moved.sort()).toEqual(['actions', 'changes', 'partnership_counters']);
    // To the byte, odd characters and all.
    const texts = `select file_name, summary::text from imports`;
    expect(await asked(exact.superuserUrl, texts)).toEqual(await asked(app.database.superuserUrl, texts));
  });

  it('is guarded as before: row security forced, every trigger on', async () => {
    const guards = `
      select relname as name, relrowsecurity as security, relforcerowsecurity as forced,
        (select count(*)::int from pg_trigger where tgrelid = c.oid and tgenabled <> 'O') as off
      from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const found = await asked<{ off: number }>(restored.superuserUrl, guards);
    expect(found).toEqual(await asked(app.database.superuserUrl, guards));
    expect(found.every(({ off }) => off === 0)).toBe(true);
  });

  it('answers every page as the first server does, to everybody', async () => {
    const exact = await fresh();
    const file = path.join(folder, 'still.backup');
    await takeBackup(app.database.ownerUrl, file);
    await restoreBackup(exact.ownerUrl, file);
    server = await startApp({}, undefined, { given: exact });
    databases.splice(databases.indexOf(exact), 1); // dropped with its server
    const viewers = async (at: TestApp): Promise<Record<string, Person>> => {
      // Sessions are not kept: everybody has one, and only one, on either server.
      await at.build.sql('delete from sessions');
      const found: Record<string, Person> = { nobody: at.nobody, program: at.withToken('acc_kept') };
      for (const email of [EDITOR, 'ellen.varga@wensmere.example', 'rhiannon.askew@lorrimer.example'])
        found[email] = await at.as(email);
      return found;
    };
    const queries = await pageQueries();
    expect(queries.length).toBeGreaterThan(15);
    const [before = '', after] = await Promise.all(
      [app, server].map(async (at) => textOf(await answersOf(await viewers(at), queries, variablesOf))),
    );
    editor = await app.as(EDITOR);
    expect(after).toBe(before);
    const text = before;
    expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toContain('INVALID_INPUT');
    expect(text.length).toBeGreaterThan(100_000);
  }, 60_000);

  it('takes writes, tells them and logs them on from where the log ended', async () => {
    const [before] = await verifyLog(server.database.ownerUrl);
    const viewer = await server.as('ellen.varga@wensmere.example');
    const live = viewer.subscribe<{ changes: { itemId: string } }>(
      'subscription ($within: ID!) { changes(within: $within) { itemId } }',
      { within: wensmere },
    );
    await live.ready;
    await rate(await server.as(EDITOR), server.build, 'GREEN');
    await live.until(({ changes }) => changes.itemId === action);
    await live.stop();
    const after = await verifyLog(server.database.ownerUrl);
    expect(after.every(({ wrong }) => wrong === null)).toBe(true);
    expect(
      after.find(({ partnershipId }) => partnershipId === before?.partnershipId)?.entries,
    ).toBeGreaterThanOrEqual(before?.entries ?? 0);
  });

  it('knows no session and no file on its way any more, and answers a cursor of later with a new beginning', async () => {
    expect(
      await asked(restored.superuserUrl, 'select id from sessions union select id from uploads'),
    ).toEqual([]);
    // Further than this log has come.
    for (const status of ['RED', 'AMBER', 'RED', 'AMBER']) await rate(editor, app.build, status);
    const who = 'ellen.varga@wensmere.example';
    const { partnership } = await (await app.as(who)).ok<{ partnership: { changesCursor: string } }>(
      'query ($id: ID!) { partnership(id: $id) { changesCursor } }',
      { id: wensmere },
    );
    const live = (await server.as(who)).subscribe<{ changes: { kind: string } }>(
      'subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) { kind } }',
      { within: wensmere, after: partnership.changesCursor },
    );
    await live.until(({ changes }) => changes.kind === 'RESYNC');
    await live.stop();
    await server.close();
  });
});

/** Without what is about the session somebody came with. */
const textOf = (answers: Record<string, unknown>): string =>
  JSON.stringify(answers, (key, value) => (key === 'sessions' ? (value as unknown[]).length : value), 1);

const variables: Record<string, unknown> = {
  partnershipId: wensmere,
  within: wensmere,
  isPlan: false,
  level: 'WORKSTREAM',
  organisations: [],
  today: '2026-11-22',
  soon: '2026-12-22',
  overdueCount: 10,
  soonCount: 10,
  awaitingCount: 10,
  noticeCount: 10,
  watchedCount: 10,
  itemId: idOf('action', 'ws1-a1'),
  first: 50,
  orderBy: 'SCORE',
  of: wensmere,
  boardIds: [idOf('board', 'hwb')],
  meetsOn: '2026-12-18',
  from: '2026-01-01',
  middle: '2026-06-30',
  next: '2026-07-01',
  until: '2026-12-31',
  after: '2027-01-01',
  week: 'SECOND',
  weekday: 4,
  everyMonths: 2,
  shows: 'ACTIONS_DUE',
};
const ids: Record<string, string> = {
  Plan: idOf('plan', 'improvement'),
  MapReferences: idOf('plan', 'improvement'),
  PlanHealth: idOf('plan', 'improvement'),
  RiskRegister: idOf('plan', 'improvement'),
  ActionPanel: idOf('action', 'ws3-a1'),
  Board: idOf('board', 'hwb'),
  BoardMeetings: idOf('board', 'hwb'),
  ForwardPlan: idOf('board', 'hwb'),
  ReportTemplate: idOf('board', 'hwb'),
  Proposals: idOf('board', 'hwb'),
  Meeting: idOf('meeting', 'hwb-december'),
  OutstandingForMeeting: idOf('meeting', 'hwb-december'),
  Publishing: idOf('meeting', 'hwb-december'),
  Report: idOf('report', 'home-first'),
};

function variablesOf({
  name,
  variables: wanted,
}: {
  name: string;
  variables: { name: string; isRequired: boolean }[];
}) {
  const given = wanted
    .filter(({ isRequired }) => isRequired)
    .map((one) => {
      const value = one.name === 'id' ? (ids[name] ?? wensmere) : variables[one.name];
      if (value === undefined) throw new Error(`Say what $${one.name} of ${name} is`);
      return [one.name, value];
    });
  return Object.fromEntries(given) as Record<string, unknown>;
}

describe('a backup of an earlier version', () => {
  let file: string;
  beforeAll(async () => {
    const old = await fresh();
    await migrate(old.ownerUrl, EARLIER);
    const build = await Builders.connect(old.superuserUrl);
    const partnership = await build.partnership({ name: 'Long ago' });
    const organisation = await build.organisation(partnership);
    await build.person(partnership, { email: 'old@example.org', organisationId: organisation });
    await build.action(await build.workstream(await build.plan(partnership)), { ownerId: organisation });
    await build.close();
    file = path.join(folder, 'old.backup');
    await takeBackup(old.ownerUrl, file);
    expect((await checkBackup(file)).preamble.migration).toBe(EARLIER);
  });

  it.each([
    ['never migrated', true],
    ['just migrated to today’s shape', false],
  ])('comes up to today’s in a database %s', async (_, isBare) => {
    const database = await fresh(isBare);
    const steps = () =>
      asked<{ id: number }>(
        database.ownerUrl,
        `select id from migrations where timestamp > 1795000000400 order by id`,
      );
    const before = isBare ? [] : await steps();
    await restoreBackup(database.ownerUrl, file);
    // Each later step was taken with the rows there: one that fills in what is new would have seen them.
    for (const { id } of await steps()) expect(before.map((step) => step.id)).not.toContain(id);
    const server = await startApp({}, undefined, { given: database });
    databases.splice(databases.indexOf(database), 1);
    try {
      const old = await server.as('old@example.org');
      const { partnerships } = await old.ok<{ partnerships: { id: string; name: string }[] }>(
        '{ partnerships { id name } }',
      );
      expect(partnerships.map(({ name }) => name)).toEqual(['Long ago']);
      const found = await old.ok<{ actions: { nodes: { id: string; version: number }[] } }>(
        'query ($id: ID!) { actions(within: $id, first: 5) { nodes { id version } } }',
        { id: partnerships[0]?.id },
      );
      const [one] = found.actions.nodes;
      await old.ok(RATE, { input: { id: one?.id, expectedVersion: one?.version, status: 'RED' } });
      expect((await verifyLog(database.ownerUrl)).map(({ wrong }) => wrong)).toEqual([null]);
    } finally {
      await server.close();
    }
  });

  it('cannot take the place of what is there', async () => {
    await expect(restoreBackup(app.database.ownerUrl, file, { replace: true })).rejects.toThrow(
      /of an earlier version/,
    );
  });

  it('leaves the shape as it was when it is refused', async () => {
    const database = await fresh(false);
    await migrateBack(database.ownerUrl, EARLIER);
    await migrate(database.ownerUrl);
    expect(await isUntouched(database)).toBe(true);
  });
});

describe('what is kept', () => {
  it('needs no counter to be set: no kept table numbers its rows by itself', async () => {
    const numbered = await asked(
      app.database.superuserUrl,
      `select table_name from information_schema.columns where table_schema = 'public'
       and (column_default like 'nextval%' or is_identity = 'YES') and table_name not in ('change_buffer', 'migrations')`,
    );
    expect(numbered).toEqual([]);
  });

  it('is put in order, parents first, and tables in a ring are named', () => {
    const rests = new Map([
      ['c', ['b']],
      ['b', ['a']],
    ]);
    expect(inOrder(['c', 'b', 'a'], rests)).toEqual(['a', 'b', 'c']);
    expect(() => inOrder(['a', 'b'], new Map([...rests, ['a', ['b']]]))).toThrow('a → b → a');
  });
});
