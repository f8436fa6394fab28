import type { TextBlock } from '../../../schema/report-text.js';
import { type LiveBlockKind } from '../../../schema/report-words.js';
import { BragStatus } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { headsOf } from '../cross-references/item.reads.js';
import { Plan } from '../plans/plan.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { inTreeOrder } from '../workstreams/workstream.rules.js';
import { DUE_WITHIN_DAYS, dayWords, STATUS, scoreWords, tableOr } from './live-block.rules.js';

export interface ShownLive {
  title: string;
  blocks: TextBlock[];
}

/** More than this nobody reads in a paper. */
const MOST = 100;

/** A plan or a workstream, as this reader sees it. */
interface Scope {
  id: string;
  title: string;
  column: 'plan_id' | 'workstream_id';
}

/** What a block shows to this reader, at the moment they look at; null for what is missing or not theirs to see. */
export async function liveBlock(reader: Reader, shows: LiveBlockKind, of: string): Promise<ShownLive | null> {
  const scope = await scopeOf(reader, of);
  if (!scope) return null;
  const read = {
    WORKSTREAM_STATUS: statusOf,
    RISKS: risksOf,
    ACTIONS_DUE: dueOf,
    INTERDEPENDENCIES: needsOf,
  };
  return { title: `${TITLES[shows]}: ${scope.title}`, blocks: await read[shows](reader, scope) };
}

const TITLES: Record<LiveBlockKind, string> = {
  WORKSTREAM_STATUS: 'How its actions stand',
  RISKS: 'Open risks',
  ACTIONS_DUE: 'Actions overdue or due soon',
  INTERDEPENDENCIES: 'What waits for what',
};

async function scopeOf(reader: Reader, id: string): Promise<Scope | null> {
  const [found] = await reader.query<Scope>(
    `select t.id, coalesce('WS' || t.number || ' ', '') || t.title as title, 'workstream_id' as column
     from ${sourceOf(tableOf(Workstream), reader)} t where t.id = $1 and t.archived_at is null
     union all select t.id, t.title, 'plan_id' from ${sourceOf(tableOf(Plan), reader)} t where t.id = $1 and t.archived_at is null`,
    [id],
  );
  return found ?? null;
}

interface ActionRow {
  id: string;
  parentId: string | null;
  title: string;
  status: BragStatus;
  due: string | null;
  dueEnd: string | null;
}

const actionsIn = (reader: Reader, scope: Scope, where: string, orderBy: string, params: unknown[] = []) =>
  reader.query<ActionRow>(
    `select t.id, t.parent_id as "parentId", t.title, t.status, t.timing_as_written as due, t.timing_end::text as "dueEnd"
     from ${sourceOf(tableOf(Action), reader)} t
     where t.${scope.column} = $1 and t.archived_at is null and ${where} order by ${orderBy} limit ${MOST}`,
    [scope.id, ...params],
  );

async function statusOf(reader: Reader, scope: Scope): Promise<TextBlock[]> {
  const actions = await actionsIn(reader, scope, 'true', 't.position, t.id');
  const inOrder = inTreeOrder(actions, ({ parentId }) => parentId);
  return actionTable(reader, inOrder, 'No actions stand here.');
}

async function dueOf(reader: Reader, scope: Scope): Promise<TextBlock[]> {
  const actions = await actionsIn(
    reader,
    scope,
    `t.status <> '${BragStatus.BLUE}' and t.timing_end < $2::date + ${DUE_WITHIN_DAYS}`,
    't.timing_end, t.position, t.id',
    [reader.today],
  );
  return actionTable(reader, actions, 'Nothing is overdue or due in the next three months.');
}

async function actionTable(reader: Reader, actions: ActionRow[], nothing: string): Promise<TextBlock[]> {
  const ids = actions.map(({ id }) => id);
  const [heads, leads] = await Promise.all([headsOf(reader, ids), ownersOf(reader, ids)]);
  const rows = actions.map(({ id, title, status, due, dueEnd }) => {
    const isLate = status !== BragStatus.BLUE && dueEnd !== null && dueEnd < reader.today;
    const when = due ?? dayWords(dueEnd);
    return [
      `${heads.get(id)?.name ?? ''} ${title}`.trim(),
      leads.get(id) ?? 'Nobody named',
      isLate ? `${when} (overdue)` : when,
      STATUS[status],
    ];
  });
  return tableOr(nothing, ['Action', 'Lead', 'Due', 'Status'], rows);
}

async function risksOf(reader: Reader, scope: Scope): Promise<TextBlock[]> {
  const risks = await reader.query<{
    id: string;
    event: string;
    likelihood: number | null;
    impact: number | null;
    reviewOn: string | null;
  }>(
    `select t.id, t.event, t.current_likelihood as likelihood, t.current_impact as impact, t.review_on::text as "reviewOn"
     from ${sourceOf(tableOf(Risk), reader)} t
     where t.${scope.column} = $1 and t.archived_at is null and t.status = 'OPEN'
     order by t.current_likelihood * t.current_impact desc nulls last, t.created_at, t.id limit ${MOST}`,
    [scope.id],
  );
  const ids = risks.map(({ id }) => id);
  const [heads, owners] = await Promise.all([headsOf(reader, ids), ownersOf(reader, ids)]);
  return tableOr(
    'No risks are open here.',
    ['Risk', 'Score', 'Owner', 'Review'],
    risks.map(({ id, event, likelihood, impact, reviewOn }) => [
      `${heads.get(id)?.name ?? ''} ${event}`.trim(),
      scoreWords(likelihood, impact),
      owners.get(id) ?? 'Nobody named',
      dayWords(reviewOn),
    ]),
  );
}

/** Dependencies with an end here, both ends of which this reader sees. */
async function needsOf(reader: Reader, scope: Scope): Promise<TextBlock[]> {
  const actions = sourceOf(tableOf(Action), reader);
  const found = await reader.query<{
    fromId: string;
    toId: string;
    status: string;
    by: string | null;
  }>(
    `select t.from_id as "fromId", t.to_id as "toId", t.status, coalesce(t.promised_by, t.needed_by)::text as by
     from ${sourceOf(tableOf(CrossReference), reader)} t
     where t.kind = 'DEPENDS_ON' and t.archived_at is null and t.to_id is not null
       and exists (select 1 from ${actions} a where a.id in (t.from_id, t.to_id) and a.${scope.column} = $1)
     order by coalesce(t.promised_by, t.needed_by) nulls last, t.created_at, t.id limit ${MOST}`,
    [scope.id],
  );
  const heads = await headsOf(
    reader,
    found.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const rows = found.flatMap(({ fromId, toId, status, by }) => {
    const [from, to] = [heads.get(fromId), heads.get(toId)];
    if (!from || !to) return [];
    return [
      [from.name, to.name, dayWords(by), ANSWERS[status] ?? status, to.status ? STATUS[to.status] : ''],
    ];
  });
  const head = ['What waits', 'For what', 'By', 'Answer', 'How that stands'];
  return tableOr('Nothing here waits for anything else.', head, rows);
}

const ANSWERS: Record<string, string> = {
  PROPOSED: 'Not answered yet',
  COUNTERED: 'Another day was offered',
  CONFIRMED: 'Confirmed',
  DISPUTED: 'Disputed',
};

/** Who answers for items, by name; the accountable one first. */
async function ownersOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.query<{ itemId: string; name: string }>(
    `select t.item_id as "itemId", string_agg(coalesce(o.name, u.name, b.name, p.title, h.name, t.outside_body, t.as_written), ', '
         order by t.role <> 'ACCOUNTABLE', t.position, t.id) as name
     from ${sourceOf(tableOf(Ownership), reader)} t left join organisations o on o.id = t.organisation_id
       left join accountable_business_units u on u.id = t.abu_id left join boards b on b.id = t.board_id
       left join posts p on p.id = t.post_id left join people h on h.id = t.person_id
     where t.item_id = any ($1::uuid[]) and t.archived_at is null and t.role in ('ACCOUNTABLE', 'JOINT')
     group by t.item_id`,
    [ids],
  );
  return new Map(rows.map(({ itemId, name }) => [itemId, name]));
}
