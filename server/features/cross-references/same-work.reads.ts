import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toOne } from '../../platform/reading/relations.js';
import { Action } from '../actions/action.entity.js';

/** Below this they are more often two things than one: measured over real plans in test/data/. */
const ALIKE = 0.45;
/** One word in common is a coincidence, whatever the word. */
const FEWEST_WORDS = 2;

/** A title to find the like of: `key` is the action’s id, or whatever is not an action yet. */
export interface Titled {
  key: string;
  title: string;
}

/** Where it stands or will stand: nothing of this plan is offered. */
export interface Standing {
  partnershipId: string;
  planId: string | null;
}

export interface Alike extends Row {
  key: string;
  actionId: string;
}

/** Actions of other plans whose titles are most like this one’s. Of what the viewer may see: the weights too. */
export async function possiblySameWork(reader: Reader, of: string, first: number): Promise<Alike[]> {
  const [action] = await reader.query<Standing & { title: string }>(
    `select partnership_id as "partnershipId", plan_id as "planId", title from actions where id = $1 and archived_at is null`,
    [of],
  );
  return action ? alikeTo(reader, action, [{ key: of, title: action.title }], first) : [];
}

/** The same for a title that somebody is still typing. */
export async function possiblySameWorkAs(
  reader: Reader,
  { title, within, first }: { title: string; within: string; first: number },
): Promise<Alike[]> {
  const [plan] = await reader.query<Standing>(
    `select partnership_id as "partnershipId", id as "planId" from plans where id = $1 and archived_at is null`,
    [within],
  );
  return plan ? alikeTo(reader, plan, [{ key: within, title }], first) : [];
}

/** For many titles at once: the words of all actions are weighed once. */
export const alikeTo = (
  reader: Reader,
  { partnershipId, planId }: Standing,
  titled: readonly Titled[],
  first: number,
): Promise<Alike[]> =>
  reader.query(ALIKE_SQL, [
    titled.map(({ key }) => key),
    titled.map(({ title }) => title),
    partnershipId,
    planId,
    first,
    ALIKE,
    FEWEST_WORDS,
  ]);

/**
 * Titles as bags of words, compared by the angle between them; a word weighs the more the fewer actions have it. The
 * words and their stems are the database’s own text search, which every PostgreSQL has without an extension.
 */
const ALIKE_SQL = `
  with asked as materialized (select * from unnest($1::uuid[], $2::text[]) as a (key, title)),
  titles as materialized (
    select t.id, t.plan_id, tsvector_to_array(to_tsvector('english', t.title)) as words
    from actions t where t.partnership_id = $3::uuid and t.archived_at is null),
  uses as materialized (select t.id, t.plan_id, unnest(t.words) as word from titles t),
  weights as materialized (
    select u.word, power(ln(1 + (select count(*) from titles) / count(*)::float8), 2) as weight from uses u group by u.word),
  own as materialized (
    select a.key, w.word, coalesce(k.weight, power(ln(1 + (select count(*) from titles)), 2)) as weight
    from asked a, unnest(tsvector_to_array(to_tsvector('english', a.title))) w (word) left join weights k using (word)),
  shared as (
    select o.key, u.id, sum(o.weight) as common, array_agg(u.word order by o.weight desc, u.word) as words
    from uses u join own o using (word) where u.plan_id is distinct from $4::uuid
    group by o.key, u.id having count(*) >= $7),
  lengths as materialized (
    select u.id, sqrt(sum(w.weight)) as length from uses u join weights w using (word)
    where u.id in (select id from shared) group by u.id),
  own_lengths as (select key, sqrt(sum(weight)) as length from own group by key),
  written as materialized (
    select distinct on (a.key, l.lexeme) a.key, l.lexeme as word, w.written
    from asked a, regexp_split_to_table(lower(a.title), '[^[:alnum:]]+') with ordinality w (written, n), unnest(to_tsvector('english', w.written)) l
    order by a.key, l.lexeme, w.n),
  scored as (
    select s.key, s.id, s.words, s.common / (l.length * o.length) as score
    from shared s join lengths l using (id) join own_lengths o using (key)),
  offered as (
    select s.*, row_number() over (partition by s.key order by s.score desc, s.id) as n from scored s
    where s.score >= $6 and not exists (
      select from cross_references x where x.kind = '${CrossReferenceKind.SAME_WORK_AS}' and x.archived_at is null
        and ((x.from_id = s.key and x.to_id = s.id) or (x.to_id = s.key and x.from_id = s.id)))
      and not exists (
        select from same_work_dismissals d where d.archived_at is null
          and d.action_id = least(s.key, s.id) and d.other_id = greatest(s.key, s.id)))
  select o.id, o.key, o.id as "actionId", round(o.score::numeric, 3)::float8 as score,
    array(select w.written from unnest(o.words) with ordinality x (word, n) join written w using (word) where w.key = o.key order by x.n) as words
  from offered o where o.n <= $5 order by array_position($1::uuid[], o.key), o.score desc, o.id`;

defineReads('PossiblySameWork', { action: toOne(() => Action, 'actionId') });
