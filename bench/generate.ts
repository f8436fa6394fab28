import pg from 'pg';

/** The size every budget is stated for. */
export const SIZE = {
  organisations: 20,
  plans: 10,
  workstreams: 100,
  actions: 10_000,
  crossReferences: 20_000,
  updates: 50_000,
};

export interface Generated {
  partnershipId: string;
  /** A plan of 10 workstreams and 1,000 actions. */
  planId: string;
  organisationIds: string[];
  actionIds: string[];
  /** Accounts of different positions, by their e-mail addresses. */
  accounts: string[];
}

/**
 * Fills an empty, migrated database. Deterministic: the same plan each time, so that runs can be compared. Triggers are
 * off meanwhile: what is measured later writes its log as usual.
 */
export async function generate(superuserUrl: string, classes: number): Promise<Generated> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; select setseed(0.42);`);
    await client.query(STRUCTURE(classes));
    await client.query(PLAN);
    await client.query(
      `set session_replication_role = default; insert into partnership_counters (partnership_id) select id from partnerships; analyze;`,
    );
    const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map((row) => row.id);
    return {
      partnershipId: (await ids('select id from partnerships'))[0] ?? '',
      planId: (await ids(`select id from plans order by title limit 1`))[0] ?? '',
      organisationIds: await ids('select id from organisations order by name'),
      actionIds: await ids(
        `select a.id from actions a join plans p on p.id = a.plan_id order by p.title, a.position limit 1000`,
      ),
      accounts: await ids('select email as id from accounts order by email'),
    };
  } finally {
    await client.end();
  }
}

/** A UUID made of a kind and a number, the same in every run. */
const id = (kind: number, n: string) =>
  `('00000000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const P = id(1, '1');
const EVERYONE = id(2, '1');
const INSIDE = id(2, '2');
const base = `partnership_id, audience_id`;
const inside = `${P}, ${INSIDE}`;

const STRUCTURE = (classes: number) => `
insert into audiences (id, partnership_id, kind) values (${EVERYONE}, ${P}, 'EVERYONE'), (${INSIDE}, ${P}, 'PARTNERSHIP');
insert into partnerships (id, ${base}, name, slug) values (${P}, ${P}, ${EVERYONE}, 'A large partnership', 'large');
insert into organisations (id, ${base}, name, kind)
  select ${id(3, 'n')}, ${P}, ${EVERYONE}, 'Organisation ' || lpad(n::text, 2, '0'), 'NHS_TRUST' from generate_series(1, ${SIZE.organisations}) n;
insert into accounts (id, email, password_hash) select ${id(4, 'n')}, 'editor-' || lpad(n::text, 2, '0') || '@example.org', '-' from generate_series(1, ${classes}) n;
insert into people (id, ${base}, name, organisation_id, account_id)
  select ${id(5, 'n')}, ${inside}, 'Person ' || n, ${id(3, `1 + (n - 1) % ${SIZE.organisations}`)}, case when n <= ${classes} then ${id(4, 'n')} end from generate_series(1, 200) n;
insert into memberships (${base}, person_id, organisation_id, role)
  select ${inside}, ${id(5, 'n')}, ${id(3, `1 + (n - 1) % ${SIZE.organisations}`)}, 'EDITOR' from generate_series(1, 200) n;`;

const PLAN = `
insert into plans (id, ${base}, title, kind, starts_on, ends_on, year_one_starts_on, status)
  select ${id(6, 'n')}, ${inside}, 'Plan ' || lpad(n::text, 2, '0'), 'DELIVERY_PLAN', '2025-04-01', '2028-03-31', '2025-04-01', 'ADOPTED' from generate_series(1, ${SIZE.plans}) n;
insert into workstreams (id, ${base}, plan_id, number, title, lead_organisation_id, position)
  select ${id(7, 'n')}, ${inside}, ${id(6, `1 + (n - 1) / ${SIZE.workstreams / SIZE.plans}`)}, (1 + (n - 1) % 10)::text, 'Workstream ' || n, ${id(3, `1 + n % ${SIZE.organisations}`)}, n
  from generate_series(1, ${SIZE.workstreams}) n;
insert into actions (id, ${base}, plan_id, workstream_id, parent_id, reference, title, expected_outcome, timing_as_written, timing_start, timing_end, timing_precision, status, position)
  select ${id(8, 'n')}, ${inside}, ${id(6, `1 + (n - 1) / ${SIZE.actions / SIZE.plans}`)}, ${id(7, `1 + (n - 1) / ${SIZE.actions / SIZE.workstreams}`)},
    case when n % 10 <> 1 then ${id(8, 'n - (n - 1) % 10')} end, chr(65 + ((n - 1) / 10 % 10)) || case when n % 10 <> 1 then (n % 10)::text else '' end,
    'Agree and put in place step ' || n || ' of the shared work, with the partners it concerns', 'People wait less and are told more (measure ' || n || ')',
    to_char(date '2026-01-01' + (n % 700), 'Mon-YY'), date '2026-01-01' + (n % 700), date '2026-01-01' + (n % 700), 'MONTH',
    (array['BLUE','GREEN','GREEN','AMBER','RED','NOT_YET_RATED'])[1 + n % 6], n
  from generate_series(1, ${SIZE.actions}) n;
insert into ownerships (${base}, plan_id, item_type, item_id, role, organisation_id, person_id, position)
  select ${inside}, ${id(6, `1 + (n - 1) / ${SIZE.actions / SIZE.plans}`)}, 'Action', ${id(8, 'n')}, case k when 0 then 'ACCOUNTABLE' else 'JOINT' end,
    ${id(3, `1 + (n + k * 7) % ${SIZE.organisations}`)}, case when k = 0 then ${id(5, '1 + n % 200')} end, k
  from generate_series(1, ${SIZE.actions}) n, generate_series(0, 1) k;
insert into updates (${base}, plan_id, action_id, organisation_id, period, narrative, status, author_id)
  select ${inside}, ${id(6, `1 + (n - 1) / ${SIZE.actions / SIZE.plans}`)}, ${id(8, 'n')}, ${id(3, `1 + n % ${SIZE.organisations}`)}, date '2026-07-01' + (k || ' months')::interval,
    'In month ' || k || ' the group met twice, agreed the draft and sent it to the partners; two answers are outstanding and expected before the next meeting.', 'GREEN', ${id(5, '1 + n % 200')}
  from generate_series(1, ${SIZE.actions}) n, generate_series(0, ${SIZE.updates / SIZE.actions - 1}) k;
insert into cross_references (${base}, plan_id, to_plan_id, from_type, from_id, to_type, to_id, kind, status)
  select ${inside}, f.plan_id, t.plan_id, 'Action', f.id, 'Action', t.id, (array['DEPENDS_ON','CONTRIBUTES_TO','RELATES_TO'])[1 + n % 3], (array['PROPOSED','CONFIRMED','CONFIRMED','DISPUTED'])[1 + n % 4]
  from generate_series(1, ${SIZE.crossReferences}) n
  join actions f on f.id = ${id(8, `1 + (n * 7919) % ${SIZE.actions}`)} join actions t on t.id = ${id(8, `1 + (n * 104729 + 31) % ${SIZE.actions}`)} and t.id <> f.id;`;
