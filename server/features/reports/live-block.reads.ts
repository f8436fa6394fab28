import type { TextBlock } from '../../../schema/report-text.js';
import { type LiveBlockKind } from '../../../schema/report-words.js';
import { BragStatus } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Placement } from '../actions/placement.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { headsOf, type ItemHead, isQuoted, titlesOf } from '../cross-references/item.reads.js';
import { Plan } from '../plans/plan.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { inTreeOrder } from '../workstreams/workstream.rules.js';
import { asManyAsFit, DUE_WITHIN_DAYS, dayWords, STATUS, scoreWords, tableOr } from './live-block.rules.js';
import { type NeedEnd, needsBlocks } from './needs-picture.rules.js';

export interface ShownLive {
  title: string;
  blocks: TextBlock[];
  /** The items it tells of, were it only by counting them. */
  restsOn: string[];
}

type Shown = Omit<ShownLive, 'title'>;

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
  const { blocks, restsOn } = await read[shows](reader, scope);
  return { title: `${TITLES[shows]}: ${scope.title}`, blocks, restsOn: [scope.id, ...restsOn] };
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
  /** Its reference where it stands beside its home; null at home. */
  placedAs: string | null;
  /** The workstream it was placed in, which may be for fewer than the action is; null at home. */
  placedIn: string | null;
  title: string;
  status: BragStatus;
  due: string | null;
  dueEnd: string | null;
}

/**
 * Common tables that end in `here`: what stands in a plan or a workstream, each action once, at home there or placed
 * there from another plan, at the top of a workstream. Each source is read once: rebuilt from the log it is dear.
 */
const HERE = (reader: Reader, { column }: Scope) => `
  with strand as materialized (
    select t.id, t.number, t.position from ${sourceOf(tableOf(Workstream), reader)} t
    where t.archived_at is null and (t.plan_id = $1 or t.id = $1)),
  placed as materialized (
    select t.action_id, t.workstream_id, t.reference, t.position from ${sourceOf(tableOf(Placement), reader)} t
    where t.${column} = $1 and t.archived_at is null),
  action as materialized (
    select t.id, t.parent_id, t.workstream_id, t.${column} as home, t.position, t.title, t.status, t.timing_as_written, t.timing_end
    from ${sourceOf(tableOf(Action), reader)} t
    where t.archived_at is null and (t.${column} = $1 or t.id = any (array(select action_id from placed)))),
  standing as (
    select a.id, a.parent_id, a.workstream_id, null as reference, a.position, false as is_placed from action a where a.home = $1
    union all select p.action_id, null, p.workstream_id, p.reference, p.position, true from placed p),
  here as materialized (
    select distinct on (s.id) s.id, s.parent_id as "parentId", a.title, a.status, a.timing_as_written as due, a.timing_end,
      a.timing_end::text as "dueEnd", w.position as strand, s.position,
      case when s.reference is not null then coalesce('WS' || w.number || ' ', '') || s.reference end as "placedAs",
      case when s.is_placed then w.id end as "placedIn"
    from standing s join action a on a.id = s.id join strand w on w.id = s.workstream_id
    order by s.id, s.is_placed, w.position, s.position)`;

const actionsIn = (reader: Reader, scope: Scope, where: string, orderBy: string, params: unknown[] = []) =>
  reader.query<ActionRow>(
    `${HERE(reader, scope)} select id, "parentId", "placedAs", "placedIn", title, status, due, "dueEnd"
     from here where ${where} order by ${orderBy}, id`,
    [scope.id, ...params],
  );

const toldOf = ({ id, placedIn }: ActionRow) => (placedIn ? [id, placedIn] : [id]);

async function statusOf(reader: Reader, scope: Scope): Promise<Shown> {
  const actions = await actionsIn(reader, scope, 'true', 'strand, position');
  const inOrder = inTreeOrder(actions, ({ parentId }) => parentId);
  return actionTable(reader, inOrder, 'No actions stand here.');
}

async function dueOf(reader: Reader, scope: Scope): Promise<Shown> {
  const actions = await actionsIn(
    reader,
    scope,
    `status <> '${BragStatus.BLUE}' and timing_end < $2::date + ${DUE_WITHIN_DAYS}`,
    'timing_end, strand, position',
    [reader.today],
  );
  return actionTable(reader, actions, 'Nothing is overdue or due in the next three months.');
}

async function actionTable(reader: Reader, all: ActionRow[], nothing: string): Promise<Shown> {
  const { shown, more } = asManyAsFit(all);
  const ids = shown.map(({ id }) => id);
  const [heads, leads] = await Promise.all([headsOf(reader, ids), ownersOf(reader, ids)]);
  const rows = shown.map(({ id, placedAs, title, status, due, dueEnd }) => {
    const isLate = status !== BragStatus.BLUE && dueEnd !== null && dueEnd < reader.today;
    const when = due ?? dayWords(dueEnd);
    return [
      `${placedAs ?? heads.get(id)?.name ?? ''} ${title}`.trim(),
      leads.get(id) ?? 'Nobody named',
      isLate ? `${when} (overdue)` : when,
      STATUS[status],
    ];
  });
  return {
    blocks: tableOr(nothing, ['Action', 'Lead', 'Due', 'Status'], rows, more),
    restsOn: all.flatMap(toldOf),
  };
}

async function risksOf(reader: Reader, scope: Scope): Promise<Shown> {
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
     order by t.current_likelihood * t.current_impact desc nulls last, t.created_at, t.id`,
    [scope.id],
  );
  const { shown, more } = asManyAsFit(risks);
  const ids = shown.map(({ id }) => id);
  const [heads, owners] = await Promise.all([headsOf(reader, ids), ownersOf(reader, ids)]);
  const rows = shown.map(({ id, event, likelihood, impact, reviewOn }) => [
    `${heads.get(id)?.name ?? ''} ${event}`.trim(),
    scoreWords(likelihood, impact),
    owners.get(id) ?? 'Nobody named',
    dayWords(reviewOn),
  ]);
  return {
    blocks: tableOr('No risks are open here.', ['Risk', 'Score', 'Owner', 'Review'], rows, more),
    restsOn: risks.map(({ id }) => id),
  };
}

interface NeedRow {
  fromId: string;
  toId: string;
  status: string;
  by: string | null;
}

/** Dependencies with an end that stands here, both ends of which this reader sees. */
async function needsOf(reader: Reader, scope: Scope): Promise<Shown> {
  const [found, placed] = await Promise.all([
    reader.query<NeedRow>(
      `${HERE(reader, scope)}
       select t.from_id as "fromId", t.to_id as "toId", t.status, coalesce(t.promised_by, t.needed_by)::text as by
       from ${sourceOf(tableOf(CrossReference), reader)} t
       where t.kind = 'DEPENDS_ON' and t.archived_at is null and t.to_id is not null
         and ($1 in (t.from_id, t.to_id) or t.from_id in (select id from here) or t.to_id in (select id from here))
       order by coalesce(t.promised_by, t.needed_by) nulls last, t.created_at, t.id`,
      [scope.id],
    ),
    actionsIn(reader, scope, '"placedIn" is not null', 'strand'),
  ]);
  const heads = await headsOf(reader, [...new Set(found.flatMap(({ fromId, toId }) => [fromId, toId]))]);
  const needs = found.flatMap(({ fromId, toId, ...need }) => {
    const [from, to] = [heads.get(fromId), heads.get(toId)];
    return from && to ? [{ from, to, ...need }] : [];
  });
  const { shown, more } = asManyAsFit(needs);
  const titles = await titlesOf(reader, [...new Set(shown.flatMap(({ from, to }) => [from, to]))]);
  const names = new Map(placed.map(({ id, placedAs }) => [id, placedAs]));
  const endOf = ({ id, name, status }: ItemHead): NeedEnd => {
    const called = names.get(id) ?? (isQuoted(name) ? '' : name);
    return { id, name: called, title: titles.get(id) ?? '', status };
  };
  return {
    blocks: needsBlocks(
      shown.map((need) => ({ ...need, from: endOf(need.from), to: endOf(need.to) })),
      more,
    ),
    restsOn: [...new Set([...needs.flatMap(({ from, to }) => [from.id, to.id]), ...placed.flatMap(toldOf)])],
  };
}

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
