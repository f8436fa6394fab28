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

/** Actions of other plans whose titles are most like this one’s. Of what the viewer may see: the weights too. */
export const possiblySameWork = (reader: Reader, of: string, first: number): Promise<Row[]> =>
  reader.query(ALIKE_SQL, [of, first, ALIKE, FEWEST_WORDS]);

/**
 * Titles as bags of words, compared by the angle between them; a word weighs the more the fewer actions have it. The
 * words and their stems are the database’s own text search, which every PostgreSQL has without an extension.
 */
const ALIKE_SQL = `
  with asked as materialized (
    select id, partnership_id, plan_id, title from actions where id = $1 and archived_at is null),
  titles as materialized (
    select t.id, t.plan_id, tsvector_to_array(to_tsvector('english', t.title)) as words
    from actions t join asked a on t.partnership_id = a.partnership_id where t.archived_at is null),
  uses as materialized (select t.id, t.plan_id, unnest(t.words) as word from titles t),
  weights as materialized (
    select u.word, power(ln(1 + (select count(*) from titles) / count(*)::float8), 2) as weight from uses u group by u.word),
  own as materialized (select word, weight from uses join weights using (word) where id = $1),
  shared as (
    select u.id, sum(o.weight) as common, array_agg(u.word order by o.weight desc, u.word) as words
    from uses u join own o using (word) join asked a on a.plan_id <> u.plan_id
    group by u.id having count(*) >= $4),
  lengths as (
    select u.id, sqrt(sum(w.weight)) as length from uses u join weights w using (word)
    where u.id = $1 or u.id in (select id from shared) group by u.id),
  written as materialized (
    select distinct on (l.lexeme) l.lexeme as word, w.written
    from asked a, regexp_split_to_table(lower(a.title), '[^[:alnum:]]+') with ordinality w(written, n), unnest(to_tsvector('english', w.written)) l
    order by l.lexeme, w.n),
  scored as (
    select s.id, s.words, s.common / (l.length * (select length from lengths where id = $1)) as score
    from shared s join lengths l using (id))
  select s.id, s.id as "actionId", round(s.score::numeric, 3)::float8 as score,
    array(select w.written from unnest(s.words) with ordinality x(word, n) join written w using (word) order by x.n) as words
  from scored s
  where s.score >= $3 and not exists (
    select from cross_references x where x.kind = '${CrossReferenceKind.SAME_WORK_AS}' and x.archived_at is null
      and ((x.from_id = $1 and x.to_id = s.id) or (x.to_id = $1 and x.from_id = s.id)))
    and not exists (
      select from same_work_dismissals d where d.archived_at is null
        and d.action_id = least($1::uuid, s.id) and d.other_id = greatest($1::uuid, s.id))
  order by s.score desc, s.id limit $2`;

defineReads('PossiblySameWork', { action: toOne(() => Action, 'actionId') });
