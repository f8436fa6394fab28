import pg from 'pg';

export interface Size {
  organisations: number;
  plans: number;
  workstreams: number;
  actions: number;
  crossReferences: number;
  updates: number;
  /** Accounts, each in a position of its own. */
  classes: number;
}

/** The size every budget is stated for. */
export const SIZE: Size = {
  organisations: 20,
  plans: 10,
  workstreams: 100,
  actions: 10_000,
  crossReferences: 20_000,
  updates: 50_000,
  classes: 20,
};

/** A second partnership on the same server. */
const NEIGHBOUR: Size = {
  ...SIZE,
  plans: 1,
  workstreams: 10,
  actions: 1_000,
  crossReferences: 2_000,
  updates: 5_000,
};

export interface Generated {
  partnershipId: string;
  /** A plan of 10 workstreams and 1,000 actions. */
  planId: string;
  /** Owns all plans, with 12 seats and 4 boards that answer to it. */
  boardId: string;
  organisationIds: string[];
  actionIds: string[];
  /** Accounts of different positions, by their e-mail addresses. */
  accounts: string[];
  /** An editor of the neighbouring partnership, and what the first organisation there owns. */
  neighbour: { account: string; ownedIds: string[] };
  /** What the first account’s organisation owns. */
  ownedIds: string[];
}

/**
 * Fills an empty, migrated database. Deterministic: the same plan each time, so that runs can be compared. Triggers are
 * off meanwhile: what is measured later writes its log as usual.
 */
export async function generate(superuserUrl: string, size: Partial<Size> = {}): Promise<Generated> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; select setseed(0.42);`);
    await client.query(partnership(1, { ...SIZE, ...size }));
    await client.query(partnership(2, NEIGHBOUR));
    await client.query(
      `set session_replication_role = default; insert into partnership_counters (partnership_id) select id from partnerships; analyze;`,
    );
    const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map((row) => row.id);
    const one = async (sql: string) => (await ids(`${sql} limit 1`))[0] ?? '';
    const partnershipId = await one('select id from partnerships order by slug');
    const of = `partnership_id = '${partnershipId}'`;
    const owned = (where: string) =>
      ids(`select o.item_id as id from ownerships o join organisations g on g.id = o.organisation_id
        where g.name = 'Organisation 01' and ${where} order by o.item_id limit 200`);
    return {
      partnershipId,
      planId: await one(`select id from plans where ${of} order by title`),
      boardId: await one(`select id from boards where ${of} order by name`),
      organisationIds: await ids(`select id from organisations where ${of} order by name`),
      actionIds: await ids(
        `select a.id from actions a join plans p on p.id = a.plan_id where a.${of} order by p.title, a.position limit 1000`,
      ),
      accounts: await ids(`select email as id from accounts where email like 'editor-1-%' order by email`),
      neighbour: {
        account: await one(`select email as id from accounts where email like 'editor-2-%' order by email`),
        ownedIds: await owned(`not o.${of}`),
      },
      ownedIds: await owned(`o.${of}`),
    };
  } finally {
    await client.end();
  }
}

/** A UUID made of a kind and a number, the same in every run. */
const id = (kind: number, n: string) =>
  `('00000000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** One partnership with its plans; `k` tells it from others on the same server. */
function partnership(k: number, size: Size): string {
  const kind = (n: number) => k * 100 + n;
  const P = id(kind(1), '1');
  const EVERYONE = id(kind(2), '1');
  const INSIDE = id(kind(2), '2');
  const base = 'partnership_id, audience_id';
  const inside = `${P}, ${INSIDE}`;
  const organisation = (n: string) => id(kind(3), `1 + (${n}) % ${size.organisations}`);
  const person = (n: string) => id(kind(5), `1 + (${n}) % 200`);
  const board = (n: string) => id(kind(9), n);
  const planOf = (n: string) => id(kind(6), `1 + (${n} - 1) / ${size.actions / size.plans}`);
  const action = (n: string) => id(kind(8), n);
  return `
insert into audiences (id, partnership_id, kind) values (${EVERYONE}, ${P}, 'EVERYONE'), (${INSIDE}, ${P}, 'PARTNERSHIP');
insert into partnerships (id, ${base}, name, slug) values (${P}, ${P}, ${EVERYONE}, 'Partnership ${k}', 'partnership-${k}');
insert into organisations (id, ${base}, name, kind)
  select ${id(kind(3), 'n')}, ${P}, ${EVERYONE}, 'Organisation ' || lpad(n::text, 2, '0'), 'NHS_TRUST' from generate_series(1, ${size.organisations}) n;
insert into accounts (id, email, password_hash) select ${id(kind(4), 'n')}, 'editor-${k}-' || lpad(n::text, 3, '0') || '@example.org', '-' from generate_series(1, ${size.classes}) n;
insert into people (id, ${base}, name, organisation_id, account_id)
  select ${id(kind(5), 'n')}, ${inside}, 'Person ' || n, ${organisation('n - 1')}, case when n <= ${size.classes} then ${id(kind(4), 'n')} end from generate_series(1, 200) n;
insert into memberships (${base}, person_id, organisation_id, role)
  select ${inside}, ${id(kind(5), 'n')}, ${organisation('n - 1')}, (array['EDITOR','LEAD','VIEWER','ADMIN'])[1 + (n - 1) / ${size.organisations} % 4] from generate_series(1, 200) n;
insert into boards (id, ${base}, name, kind, reports_to_ids)
  select ${board('n')}, ${inside}, 'Board ' || n, 'health and wellbeing board', case when n > 1 then array[${board('1')}] else '{}' end from generate_series(1, 5) n;
insert into seats (${base}, board_id, person_id, organisation_id, capacity, from_on)
  select ${inside}, ${board('b')}, ${person('n * 7 + b')}, ${organisation('n * 7 + b')}, case when n = 1 then 'CHAIR' else 'MEMBER' end, '2025-04-01' from generate_series(1, 5) b, generate_series(1, 12) n;
insert into plans (id, ${base}, board_id, title, kind, starts_on, ends_on, year_one_starts_on, status)
  select ${id(kind(6), 'n')}, ${inside}, ${board('1')}, 'Plan ' || lpad(n::text, 2, '0'), 'DELIVERY_PLAN', '2025-04-01', '2028-03-31', '2025-04-01', 'ADOPTED' from generate_series(1, ${size.plans}) n;
insert into workstreams (id, ${base}, plan_id, number, title, lead_organisation_id, position)
  select ${id(kind(7), 'n')}, ${inside}, ${id(kind(6), `1 + (n - 1) / ${size.workstreams / size.plans}`)}, (1 + (n - 1) % 10)::text, 'Workstream ' || n, ${organisation('n')}, n
  from generate_series(1, ${size.workstreams}) n;
insert into actions (id, ${base}, plan_id, workstream_id, parent_id, reference, title, expected_outcome, timing_as_written, timing_start, timing_end, timing_precision, status, position)
  select ${action('n')}, ${inside}, ${planOf('n')}, ${id(kind(7), `1 + (n - 1) / ${size.actions / size.workstreams}`)},
    case when n % 10 <> 1 then ${action('n - (n - 1) % 10')} end, chr(65 + ((n - 1) / 10 % 10)) || case when n % 10 <> 1 then (n % 10)::text else '' end,
    'Agree and put in place step ' || n || ' of the shared work, with the partners it concerns', 'People wait less and are told more (measure ' || n || ')',
    to_char(date '2026-01-01' + (n % 700), 'Mon-YY'), date '2026-01-01' + (n % 700), date '2026-01-01' + (n % 700), 'MONTH',
    (array['BLUE','GREEN','GREEN','AMBER','RED','NOT_YET_RATED'])[1 + n % 6], n
  from generate_series(1, ${size.actions}) n;
insert into ownerships (${base}, plan_id, item_type, item_id, role, organisation_id, person_id, position)
  select ${inside}, ${planOf('n')}, 'Action', ${action('n')}, case j when 0 then 'ACCOUNTABLE' else 'JOINT' end,
    ${organisation('n + j * 7')}, case when j = 0 then ${person('n')} end, j
  from generate_series(1, ${size.actions}) n, generate_series(0, 1) j;
insert into updates (${base}, plan_id, action_id, organisation_id, period, narrative, status, author_id)
  select ${inside}, ${planOf('n')}, ${action('n')}, ${organisation('n')}, date '2026-07-01' + (j || ' months')::interval,
    'In month ' || j || ' the group met twice, agreed the draft and sent it to the partners; two answers are outstanding and expected before the next meeting.', 'GREEN', ${person('n')}
  from generate_series(1, ${size.actions}) n, generate_series(0, ${size.updates / size.actions - 1}) j;
insert into cross_references (${base}, plan_id, to_plan_id, from_type, from_id, to_type, to_id, kind, status)
  select ${inside}, f.plan_id, t.plan_id, 'Action', f.id, 'Action', t.id, (array['DEPENDS_ON','CONTRIBUTES_TO','RELATES_TO'])[1 + n % 3], (array['PROPOSED','CONFIRMED','CONFIRMED','DISPUTED'])[1 + n % 4]
  from generate_series(1, ${size.crossReferences}) n
  join actions f on f.id = ${action(`1 + (n::bigint * 7919) % ${size.actions}`)} join actions t on t.id = ${action(`1 + (n::bigint * 104729 + 31) % ${size.actions}`)} and t.id <> f.id;`;
}
