import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationAccounts, demonstrationPassword } from '../../server/demonstration/accounts.js';
import { attachments } from '../../server/demonstration/attachments.content.js';
import { demonstration as demo } from '../../server/demonstration/demonstration.content.js';
import { ensureDemonstration } from '../../server/demonstration/ensure.js';
import { idOf } from '../../server/demonstration/history.js';
import { loadDemonstration } from '../../server/demonstration/load.js';
import { showDemonstration } from '../../server/demonstration/mode.js';
import { lookAtFile } from '../../server/features/attachments/look/look-at-file.js';
import {
  crossReferencesAt,
  dismissalsOf,
  itemSources,
  partnersOnly,
  updatesOn,
  watchesOn,
} from '../../server/features/plans/audience.sources.js';
import { passwordFits } from '../../server/platform/auth/passwords.js';
import { startApp, type TestApp } from '../support/app.js';
import { Builders } from '../support/builders.js';
import { createDatabase } from '../support/database.js';
import { atThisPace } from '../support/pace.js';

let app: TestApp;
let tookMs: number;
const wensmere = idOf('partnership', 'wensmere');

beforeAll(async () => {
  app = await startApp();
  const began = performance.now();
  await loadDemonstration(app.database.ownerUrl, { today: '2026-11-22' });
  tookMs = performance.now() - began;
}, 60_000);

afterAll(() => app?.close());

interface Attached {
  title: string;
  address: string;
  bytes: number;
  pages: number;
}

const count = async (table: string): Promise<number> => {
  const [row] = await app.build.sql<{ n: string }>(
    `select count(*) as n from ${table} where partnership_id = $1`,
    [wensmere],
  );
  return Number(row?.n);
};
const actionId = (key: string) => idOf('action', key);
const seen = async (email: string, key: string) => {
  const person = await app.as(email);
  const { action } = await person.ok<{ action: { title: string } | null }>(
    'query ($id: ID!) { action(id: $id) { title } }',
    { id: actionId(key) },
  );
  return action !== null;
};

describe('the demonstration as it is loaded', () => {
  // Two seconds on a quiet machine of two cores; the rest is room for a busy one.
  it('keeps nobody waiting', () => expect(tookMs).toBeLessThan(atThisPace(30_000)));

  it('holds all that the content tells', async () => {
    const references = demo.risks.flatMap((risk) => [
      ...risk.names,
      ...risk.mitigations.filter((one) => one.action),
    ]);
    expect({
      organisations: await count('organisations'),
      people: await count('people'),
      posts: await count('posts'),
      post_holders: await count('post_holders'),
      boards: await count('boards'),
      abus: await count('accountable_business_units'),
      delegations: await count('delegated_functions'),
      plans: await count('plans'),
      priorities: await count('priorities'),
      workstreams: await count('workstreams'),
      actions: await count('actions'),
      updates: await count('updates'),
      externals: await count('external_dependencies'),
      watches: await count('watches'),
      dismissals: await count('same_work_dismissals'),
      placements: await count('placements'),
      references: await count('cross_references'),
      notices: await count('impact_notices'),
      risks: await count('risks'),
      mitigations: await count('mitigations'),
      comments: await count('comments'),
    }).toEqual({
      organisations: demo.organisations.length,
      people: demo.people.length,
      posts: demo.posts.length,
      post_holders: demo.posts.flatMap((post) => post.holders).length,
      boards: demo.boards.length,
      abus: demo.abus.length,
      delegations: demo.abus.flatMap((abu) => abu.delegations).length,
      plans: demo.plans.length,
      priorities: demo.priorities.length,
      workstreams: demo.workstreams.length,
      actions: demo.actions.length,
      updates: demo.updates.length,
      externals: demo.externalDependencies.length,
      dismissals: demo.notSameWork.length,
      placements: demo.placements.length,
      watches: demo.externalDependencies.flatMap(({ watchedBy }) => watchedBy).length,
      references: demo.crossReferences.length + references.length,
      notices: demo.crossReferences.filter(({ slip }) => slip !== undefined).length,
      risks: demo.risks.length,
      mitigations: demo.risks.flatMap((risk) => risk.mitigations).length,
      comments: demo.comments.length,
    });
  });

  it('leaves every action at the status the content ends at, those signed off by their sponsor', async () => {
    const rows = await app.build.sql<{ id: string; status: string; by: string | null }>(
      'select id, status, signed_off_by_id as by from actions where partnership_id = $1',
      [wensmere],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const action of demo.actions)
      expect(found.get(actionId(action.key)), action.key).toEqual({
        id: actionId(action.key),
        status: action.status,
        by: action.signOff ? idOf('person', action.signOff.by) : null,
      });
  });

  it('leaves every cross-reference between items as it was answered', async () => {
    const rows = await app.build.sql<{ id: string; status: string }>(
      'select id, status from cross_references where to_id is not null',
    );
    const status = new Map(rows.map((row) => [row.id, row.status]));
    for (const one of demo.crossReferences.filter(({ to }) => !to.startsWith('board:')))
      expect([one.key, status.get(idOf('cross-reference', one.key))]).toEqual([one.key, one.status]);
  });

  it('reads every deadline, and says of every unrecognised name why', async () => {
    const unread = await app.build.sql(
      `select id from actions where timing_precision is null or timing_precision = 'NOT_UNDERSTOOD'`,
    );
    expect(unread).toEqual([]);
    const names = demo.risks.flatMap((risk) => risk.names.filter(({ action }) => action === undefined));
    const boards = demo.crossReferences.filter(({ to }) => to.startsWith('board:'));
    const unresolved = await app.build.sql<{ because: string | null; words: string | null }>(
      'select unresolved_because as because, text_as_written as words from cross_references where to_id is null',
    );
    expect(unresolved.length).toBe(names.length + boards.length);
    for (const one of unresolved) expect([Boolean(one.because), Boolean(one.words)]).toEqual([true, true]);
  });

  it('keeps one password for all accounts, as a hash', async () => {
    const rows = await app.build.sql<{ email: string; password_hash: string }>(
      'select email, password_hash from accounts',
    );
    expect(rows.map(({ email }) => email).sort()).toEqual(
      demonstrationAccounts()
        .map(({ email }) => email)
        .sort(),
    );
    expect(await passwordFits(rows[0]?.password_hash ?? null, demonstrationPassword)).toBe(true);
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(1);
  });
});

describe('the log of the demonstration', () => {
  it('has entries of every month since the beginning, each with who did it', async () => {
    const months = await app.build.sql<{ month: string; nobody: number; actors: number }>(
      `select to_char(at, 'YYYY-MM') as month, count(*) filter (where actor_id is null or organisation_id is null) as nobody, count(distinct actor_id) as actors
       from changes where partnership_id = $1 group by 1 order by 1`,
      [wensmere],
    );
    const reporting = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
    expect(months.map(({ month }) => month)).toEqual(
      expect.arrayContaining(['2026-02', '2026-03', '2026-05', ...reporting]),
    );
    expect(months.every(({ nobody }) => nobody === 0)).toBe(true);
    for (const { month, actors } of months)
      if (reporting.includes(month)) expect(actors, month).toBeGreaterThan(8);
  });

  it('stands in the order in which things happened', async () => {
    const back = await app.build.sql(
      `select seq from (select seq, at, lag(at) over (order by seq) as before from changes where partnership_id = $1) c where at < before`,
      [wensmere],
    );
    expect(back).toEqual([]);
  });

  it('dates every row by the entry that made it', async () => {
    for (const [table, type] of [
      ['updates', 'Update'],
      ['comments', 'Comment'],
      ['actions', 'Action'],
      ['cross_references', 'CrossReference'],
    ]) {
      const astray = await app.build.sql(
        `select t.id from ${table} t join changes c on c.item_id = t.id and c.kind = 'CREATED' where c.item_type = $1 and c.at <> t.created_at`,
        [type],
      );
      expect(astray, table).toEqual([]);
    }
  });

  it('is chained without a break', async () => {
    const rows = await app.build.sql<{ canonical: string; hash: Buffer; partnership_id: string }>(
      'select change_canonical(c) as canonical, hash, partnership_id from changes c order by partnership_id, seq',
    );
    const heads = new Map<string, Buffer>();
    for (const row of rows) {
      const before = heads.get(row.partnership_id) ?? Buffer.alloc(0);
      const hash = createHash('sha256').update(before).update(row.canonical, 'utf8').digest();
      expect(hash.equals(row.hash)).toBe(true);
      heads.set(row.partnership_id, hash);
    }
    expect(heads.size).toBe(2);
    expect(rows.length).toBeGreaterThan(1_000);
  });

  it('shows an action as it stood earlier', async () => {
    const person = await app.as('oluwaseun.adeyemi@wensmere.example');
    const document =
      'query ($id: ID!, $asOf: DateTime) { action(id: $id, asOf: $asOf) { status updates { period } } }';
    const at = async (asOf?: string) =>
      (
        await person.ok<{ action: { status: string; updates: unknown[] } }>(document, {
          id: actionId('ws3-a1'),
          asOf,
        })
      ).action;
    expect((await at('2026-03-01T00:00:00Z')).status).toBe('NOT_YET_RATED');
    expect((await at('2026-07-15T00:00:00Z')).status).toBe('AMBER');
    expect((await at()).status).toBe('RED');
    expect((await at('2026-07-15T00:00:00Z')).updates.length).toBeLessThan((await at()).updates.length);
  });
});

describe('what the demonstration keeps to a few', () => {
  const narrowed = (kind: string) =>
    demo.actions.filter(({ audience }) => audience?.kind === kind).map(({ key }) => key);
  const everybody = demo.accounts.map(({ email }) => email);
  const emails = (people: string[]) =>
    demo.accounts.filter(({ person }) => people.includes(person)).map(({ email }) => email);

  it.each([
    ['ORGANISATIONS', emails(['dunstone'])],
    ['BOARD', emails(['siddiqi', 'varga'])],
    ['PEOPLE', emails(['siddiqi', 'wieczorek'])],
  ])('is read by those it is for and by nobody else: %s', async (kind, readers) => {
    for (const key of narrowed(kind)) {
      const who: string[] = [];
      for (const email of everybody) if (await seen(email, key)) who.push(email);
      expect(who.sort(), key).toEqual([...readers].sort());
    }
    expect(narrowed(kind).length).toBeGreaterThan(0);
  });

  it('never shows through updates, owners, cross-references, comments or the log', async () => {
    const keys = demo.actions.filter(({ audience }) => audience).map(({ key }) => actionId(key));
    for (const [table, column] of [
      ['updates', 'action_id'],
      ['ownerships', 'item_id'],
      ['comments', 'item_id'],
      ['cross_references', 'from_id'],
      ['cross_references', 'to_id'],
    ]) {
      const wide = await app.build.sql(
        `select t.id from ${table} t join audiences a on a.id = t.audience_id where t.${column} = any ($1::uuid[]) and a.kind in ('EVERYONE', 'PARTNERSHIP')`,
        [keys],
      );
      expect(wide, `${table}.${column}`).toEqual([]);
    }
    const told = await app.build.sql(
      `select c.seq from changes c join audiences a on a.id in (c.audience_id, c.audience_before_id)
       where (c.item_id = any ($1::uuid[]) or c.about_id = any ($1::uuid[])) and a.kind in ('EVERYONE', 'PARTNERSHIP')`,
      [keys],
    );
    expect(told).toEqual([]);
  });

  it('stands in the very circles the product settles', async () => {
    const items = Object.values(itemSources).map(({ table, select }) => ({
      table,
      select,
      params: [] as unknown[],
    }));
    const ids = (
      await app.build.sql<{ id: string }>(
        `select id from plans union select id from priorities union select id from workstreams union select id from actions
         union select id from risks union select id from mitigations union select id from external_dependencies`,
      )
    ).map(({ id }) => id);
    const [circle] = await app.build.sql<{ id: string }>(
      `select id from audiences where partnership_id = $1 and kind = 'PARTNERSHIP'`,
      [wensmere],
    );
    const hanging = [
      ...[updatesOn, watchesOn, crossReferencesAt, dismissalsOf].map((source) => ({
        ...source,
        params: [ids],
      })),
      ...partnersOnly.map((source) => ({ ...source, params: [ids, circle?.id] })),
    ];
    for (const { table, select, params } of [...items, ...hanging]) {
      const astray = await app.build.sql(
        `select s.id from (${select}) s join ${table} t on t.id = s.id
         where t.partnership_id = '${wensmere}' and s.a is not null and t.audience_id <> intersect_audiences(s.a, s.b)`,
        params,
      );
      expect(astray, table).toEqual([]);
    }
  });

  it('shows the public the adopted strategy, and nobody by name', async () => {
    const id = idOf('plan', 'strategy');
    const { actions } = await app.nobody.ok<{
      actions: { nodes: { id: string; leads: { person: unknown }[] }[] };
    }>('query ($id: ID!) { actions(within: $id, first: 200) { nodes { id leads { person { name } } } } }', {
      id,
    });
    const open = demo.actions.filter((one) => one.workstream.startsWith('ws') && !one.audience);
    expect(actions.nodes.map((one) => one.id).sort()).toEqual(open.map(({ key }) => actionId(key)).sort());
    expect(actions.nodes.flatMap(({ leads }) => leads.filter(({ person }) => person !== null))).toEqual([]);
    const improvement = { id: idOf('plan', 'improvement') };
    const { actions: none } = await app.nobody.ok<{ actions: { nodes: unknown[] } }>(
      'query ($id: ID!) { actions(within: $id, first: 200) { nodes { id } } }',
      improvement,
    );
    expect(none.nodes).toEqual([]);
  });

  it('has a pack that waits as the product would make it: with who meets, and for whom each item is', async () => {
    interface Told {
      meets: unknown;
      items: { title: string; boards?: string[]; forBoards?: string; attachments: unknown[] }[];
    }
    const told = (document: string): Told => {
      const { meets, items } = JSON.parse(document) as Told;
      return {
        meets,
        items: items.map(({ title, boards, forBoards, attachments }) => ({
          ...{ title, attachments, ...(boards && { boards }), ...(forBoards && { forBoards }) },
        })),
      };
    };
    const [waiting] = await app.build.sql<{ document: string }>(
      'select document from publication_contents where id = $1',
      [idOf('publication-part', 'hwb-december/2026-11-20/PUBLIC')],
    );
    const ellen = await app.as('ellen.varga@wensmere.example');
    const { preparePublication } = await ellen.ok<{
      preparePublication: { publication: { parts: { part: string; document: string }[] } };
    }>(
      'mutation ($input: PreparePublicationInput!) { preparePublication(input: $input) { publication { parts { part document } } } }',
      { input: { meetingId: idOf('meeting', 'hwb-december') } },
    );
    const now = preparePublication.publication.parts.find(({ part }) => part === 'PUBLIC');
    expect(told(waiting?.document ?? '')).toEqual(told(now?.document ?? ''));
    expect(JSON.stringify(told(now?.document ?? '').meets)).toContain(', chair, ');
    expect(told(now?.document ?? '').items.flatMap(({ attachments: all }) => all)).toHaveLength(
      attachments.length,
    );
  });

  it('has a file with an item, as it would be kept had somebody sent it: looked at, and with nothing hidden in it', async () => {
    const ellen = await app.as('ellen.varga@wensmere.example');
    const { meeting } = await ellen.ok<{ meeting: { agendaItems: { attachments: Attached[] }[] } }>(
      `query ($id: ID!) { meeting(id: $id) { agendaItems { attachments { title fileName address bytes pages } } } }`,
      { id: idOf('meeting', 'hwb-december') },
    );
    const all = meeting.agendaItems.flatMap((item) => item.attachments);
    expect(all.map(({ title }) => title)).toEqual(attachments.map(({ title }) => title));
    for (const { address, bytes, pages } of all) {
      const answer = await fetch(`${app.url}${address}`, { headers: ellen.headers });
      const file = new Uint8Array(await answer.arrayBuffer());
      expect(file).toHaveLength(bytes);
      expect(await lookAtFile(file)).toMatchObject({ kind: 'PDF', pages, findings: [] });
    }
  });

  it('shares nothing with the partnership beside it', async () => {
    expect(await seen('rhiannon.askew@lorrimer.example', 'imp1-a')).toBe(false);
    const neighbour = idOf('action', 'lorrimer/1');
    const document = 'query ($id: ID!) { action(id: $id) { title } }';
    const asked = async (email: string) =>
      (await (await app.as(email)).ok<{ action: unknown }>(document, { id: neighbour })).action;
    expect(await asked('rhiannon.askew@lorrimer.example')).not.toBeNull();
    expect(await asked('ellen.varga@wensmere.example')).toBeNull();
  });
});

describe('the accounts of the demonstration', () => {
  const document = '{ demonstration { password accounts { email name jobTitle organisation shows } } }';

  it('are told to whoever asks a server of the demonstration, and by no other', async () => {
    expect((await app.nobody.ok<{ demonstration: unknown }>(document)).demonstration).toBeNull();
    showDemonstration(true);
    const { demonstration } = await app.nobody.ok<{ demonstration: unknown }>(document);
    showDemonstration(false);
    expect(demonstration).toEqual({ password: demonstrationPassword, accounts: demonstrationAccounts() });
  });
});

describe('filling an empty database', () => {
  it('happens once, though two servers start at the same time', async () => {
    const database = await createDatabase();
    const build = await Builders.connect(database.superuserUrl);
    try {
      const [one, other] = await Promise.all([
        ensureDemonstration(database.ownerUrl),
        ensureDemonstration(database.ownerUrl),
      ]);
      expect([one.length, other.length]).toEqual([
        demonstrationAccounts().length,
        demonstrationAccounts().length,
      ]);
      const [row] = await build.sql<{ n: number }>('select count(*) as n from partnerships');
      expect(row?.n).toBe(2);
    } finally {
      await build.close();
      await database.drop();
    }
  });

  it('leaves a database alone that holds a partnership', async () => {
    const database = await createDatabase();
    const build = await Builders.connect(database.superuserUrl);
    try {
      await build.partnership();
      const before = await build.logLength();
      expect(await ensureDemonstration(database.ownerUrl)).toEqual([]);
      expect(await build.logLength()).toBe(before);
    } finally {
      await build.close();
      await database.drop();
    }
  });

  it('tells the story only as far as the day asked for', async () => {
    const database = await createDatabase();
    const build = await Builders.connect(database.superuserUrl);
    try {
      await loadDemonstration(database.ownerUrl, { today: '2026-08-31' });
      const [row] = await build.sql<{ latest: string; updates: number }>(
        `select to_char(max(at), 'YYYY-MM-DD') as latest, (select count(*) from updates) as updates from changes`,
      );
      expect(row).toEqual({
        latest: '2026-08-31',
        updates: demo.updates.filter(({ reportedOn }) => reportedOn <= '2026-08-31').length,
      });
    } finally {
      await build.close();
      await database.drop();
    }
  });
});
