import http from 'node:http';
import pg from 'pg';
import { HEALTH } from './health-baseline.js';

/**
 * What the product is measured against: one hand-written SQL statement a request, the database making the JSON,
 * sent by bare http. The same role, the same row security, nothing else.
 */
const [url = '', audiences = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 16, options: '-c timezone=UTC -c jit=off' });

const PLAN_BOARD = `
  select json_build_object('id', p.id, 'title', p.title, 'status', p.status, 'workstreams', (
    select json_agg(json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'actions', coalesce(a.actions, '[]')) order by w.position)
    from workstreams w left join (
      select a.workstream_id, json_agg(json_build_object('id', a.id, 'version', a.version, 'parentId', a.parent_id, 'reference', a.reference, 'title', a.title, 'status', a.status,
        'timing', json_build_object('asWritten', a.timing_as_written, 'end', a.timing_end, 'precision', a.timing_precision),
        'isOverdue', coalesce(a.timing_end < current_date and a.status <> 'BLUE', false),
        'leads', coalesce(o.leads, '[]'), 'latestUpdate', u.latest,
        'crossReferenceCounts', json_build_object('outgoing', coalesce(f.n, 0), 'incoming', coalesce(t.n, 0))) order by a.position, a.id) as actions
      from actions a
      left join (select o.item_id, json_agg(json_build_object('role', o.role, 'organisation', json_build_object('id', g.id, 'name', g.name), 'person', case when q.id is not null then json_build_object('id', q.id, 'name', q.name) end) order by o.position) as leads
        from ownerships o left join organisations g on g.id = o.organisation_id left join people q on q.id = o.person_id where o.plan_id = $1 group by o.item_id) o on o.item_id = a.id
      left join (select distinct on (u.action_id) u.action_id, json_build_object('id', u.id, 'period', u.period, 'status', u.status) as latest
        from updates u where u.plan_id = $1 order by u.action_id, u.period desc, u.created_at desc, u.id desc) u on u.action_id = a.id
      left join (select c.from_id, count(*) n from cross_references c where c.plan_id = $1 and c.archived_at is null group by 1) f on f.from_id = a.id
      left join (select c.to_id, count(*) n from cross_references c where c.to_plan_id = $1 and c.archived_at is null group by 1) t on t.to_id = a.id
      where a.plan_id = $1 and a.archived_at is null group by a.workstream_id) a on a.workstream_id = w.id
    where w.plan_id = $1 and w.archived_at is null)) as json
  from plans p where p.id = $1`;

const ROW = `json_build_object('id', a.id, 'reference', a.reference, 'title', a.title, 'status', a.status, 'timing', json_build_object('asWritten', a.timing_as_written, 'end', a.timing_end),
  'leads', (select coalesce(json_agg(json_build_object('role', o.role, 'organisation', json_build_object('id', g.id, 'name', g.name)) order by o.position), '[]') from ownerships o left join organisations g on g.id = o.organisation_id where o.item_id = a.id))`;
const LIST = `select json_agg(x.j) as json from (select ${ROW} as j from actions a where a.plan_id = $1 and a.archived_at is null and a.status = any('{RED,AMBER}') order by a.plan_id, a.position, a.id limit 50) x`;
const OVERDUE = `select json_agg(x.j) as json from (select ${ROW} as j from actions a where a.partnership_id = $1 and a.archived_at is null and a.status <> 'BLUE' and coalesce(a.timing_end, 'infinity'::date) < current_date
  and a.id in (select o.item_id from ownerships o where o.organisation_id = $2 and o.item_type = 'Action') order by coalesce(a.timing_end, 'infinity'::date), a.id limit 50) x`;
const END = `case e.to_id when a.id then json_build_object('id', e.from_id, 'title', f.title) else json_build_object('id', e.to_id, 'title', t.title) end`;
const ACTION = `select json_build_object('id', a.id, 'title', a.title, 'status', a.status, 'leads', (select json_agg(json_build_object('role', o.role, 'organisation', json_build_object('id', g.id, 'name', g.name))) from ownerships o left join organisations g on g.id = o.organisation_id where o.item_id = a.id),
  'updates', (select json_agg(json_build_object('id', u.id, 'period', u.period, 'narrative', u.narrative, 'organisation', g.name) order by u.period desc) from updates u left join organisations g on g.id = u.organisation_id where u.action_id = a.id),
  'crossReferences', (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'status', e.status, 'end', ${END})) from cross_references e join actions f on f.id = e.from_id join actions t on t.id = e.to_id where e.from_id = a.id or e.to_id = a.id)) as json
  from actions a where a.id = $1`;
const GIVEN = (kinds: string, giver: string, receiver: string, amber: string) => `
    when c.kind ${kinds} then case when ${receiver}.archived_at is not null then 'NONE' when ${giver}.archived_at is not null then 'BROKEN' when ${giver}.status = 'BLUE' then 'NONE'
      when ${giver}.status in ('RED'${amber}) or ${giver}.timing_end < current_date or ${giver}.timing_end > ${receiver}.timing_end then 'STRAINED' else 'NONE' end`;
const totals = (ours: string, within: string, isOutside: string) => `
  with placed as materialized (
    select f.workstream_id as a, t.workstream_id as b, c.kind, c.status, case ${GIVEN(`= 'DEPENDS_ON'`, 't', 'f', `, 'AMBER'`)} ${GIVEN(`in ('CONTRIBUTES_TO', 'MITIGATES')`, 'f', 't', '')} else 'NONE' end as level
    from cross_references c join actions f on f.id = c.from_id join actions t on t.id = c.to_id
    where (${ours}) and c.archived_at is null),
  edges as materialized (
    select a, b, kind, count(*) as total, count(*) filter (where level = 'STRAINED') as strained, count(*) filter (where level = 'BROKEN') as broken,
      count(*) filter (where status = 'PROPOSED') as unanswered, count(*) filter (where status = 'DISPUTED') as disputed from placed group by a, b, kind)
  select json_build_object(
    'nodes', (select json_agg(json_build_object('id', w.id, 'isOutside', ${isOutside}) order by ${isOutside}, w.position)
      from workstreams w where (${within} and w.archived_at is null) or w.id in (select a from edges union select b from edges)),
    'edges', (select json_agg(json_build_object('fromId', a, 'toId', b, 'kind', kind, 'total', total, 'strained', strained, 'broken', broken, 'unanswered', unanswered, 'disputed', disputed) order by a, b, kind) from edges)) as json`;
const TOTALS = totals('c.plan_id = $1 or c.to_plan_id = $1', 'w.plan_id = $1', 'w.plan_id <> $1');
const WHOLE_MAP = totals('c.partnership_id = $1', 'w.partnership_id = $1', 'false');

const HEAD = (b: string) => `json_build_object('id', ${b}.id, 'name', ${b}.name)`;
const BOARD_VIEW = `select json_build_object('id', b.id, 'name', b.name, 'kind', b.kind, 'purpose', b.purpose,
  'reportsTo', (select coalesce(json_agg(${HEAD('o')}), '[]') from boards o where o.id = any(b.reports_to_ids)),
  'overseenBoards', (select coalesce(json_agg(${HEAD('o')} order by lower(o.name), o.id), '[]') from boards o where o.reports_to_ids @> array[b.id] and o.archived_at is null),
  'seats', (select json_agg(json_build_object('id', s.id, 'capacity', s.capacity, 'isVoting', s.is_voting, 'fromOn', s.from_on, 'untilOn', s.until_on, 'person', ${HEAD('p')}, 'organisation', ${HEAD('g')})
    order by array_position(array['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARIAT', 'OBSERVER'], s.capacity), s.from_on, s.id)
    from seats s left join people p on p.id = s.person_id left join organisations g on g.id = s.organisation_id where s.board_id = b.id and s.archived_at is null),
  'plans', (select json_agg(json_build_object('id', l.id, 'title', l.title, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'status', l.status, 'summary', c.counts) order by l.starts_on desc, l.ends_on desc, lower(l.title), l.id)
    from plans l left join lateral (select json_build_object('total', count(*), 'blue', count(*) filter (where a.status = 'BLUE'), 'green', count(*) filter (where a.status = 'GREEN'),
        'amber', count(*) filter (where a.status = 'AMBER'), 'red', count(*) filter (where a.status = 'RED'), 'notYetRated', count(*) filter (where a.status = 'NOT_YET_RATED'),
        'overdue', count(*) filter (where a.timing_end < current_date and a.status <> 'BLUE')) as counts
      from actions a where a.plan_id = l.id and a.archived_at is null and not exists (select 1 from actions d where d.parent_id = a.id and d.archived_at is null)) c on true
    where l.board_id = b.id and l.archived_at is null)) as json
  from boards b where b.id = $1`;

async function inTransaction<T>(mode: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`begin ${mode}; select set_config('app.audiences', '${audiences}', true)`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

const read = (name: string, text: string, values: unknown[]) =>
  inTransaction('read only', async (client) =>
    JSON.stringify((await client.query<{ json: unknown }>({ name, text, values })).rows[0]?.json ?? null),
  );

const routes: Record<string, (values: string[]) => Promise<string>> = {
  '/plan-board': (values) => read('plan-board', PLAN_BOARD, values),
  '/totals': (values) => read('totals', TOTALS, values),
  '/whole-map': (values) => read('whole-map', WHOLE_MAP, values),
  '/health': (values) => read('health', HEALTH, values),
  '/board-view': (values) => read('board-view', BOARD_VIEW, values),
  '/list': (values) => read('list', LIST, values),
  '/overdue': (values) => read('overdue', OVERDUE, values),
  '/action': (values) => read('action', ACTION, values),
  // The bare two-statement transaction: the row, and one row of a log.
  '/update': ([id, title, partnership]) =>
    inTransaction('', async (client) => {
      const { rows } = await client.query({
        name: 'u',
        text: 'update baseline_actions set title = $2, version = version + 1 where id = $1 returning id, version, title',
        values: [id, title],
      });
      await client.query({
        name: 'l',
        text: 'insert into baseline_log (partnership_id, item_id, after) values ($1, $2, $3)',
        values: [partnership, id, JSON.stringify(rows[0])],
      });
      return JSON.stringify(rows[0]);
    }),
};

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const route = routes[request.url ?? ''];
    const values = JSON.parse(Buffer.concat(chunks).toString()) as string[];
    (route ?? (async () => '{}'))(values).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as { port: number }).port}`));
