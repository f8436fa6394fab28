import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { groupBy } from '../../platform/reading/relations.js';
import { itemTables } from '../cross-references/item.reads.js';
import { intersection, narrowed } from '../plans/audience.service.js';
import type { Meeting } from './meeting.entity.js';
import type { PartCircles } from './publication.circles.js';

interface Part {
  id: string;
  audienceId: string;
}

/** Who sees a part sees all of it: its row, what it holds and its files. Call it under every audience. */
export async function openPart(work: Work, partId: string, audienceId: string): Promise<void> {
  for (const [table, column] of PARTS)
    await work.query(`update ${table} set audience_id = $2 where ${column} = $1`, [partId, audienceId]);
}

const PARTS = [
  ['publication_parts', 'id'],
  ['publication_contents', 'id'],
  ['publication_files', 'part_id'],
] as const;

/** What a part can tell of: items of an agenda, lines of a forward plan, reports, and what those show of the plans. */
const tables = () => ['agenda_items', 'forward_plan_entries', 'reports', ...itemTables()];

/**
 * What waits to be published and tells of something that was restricted since is withheld from all who do not see that
 * any more. What was published stays as it is: it can only be recalled. Call it under every audience.
 */
export async function settlePublications(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const told = tables()
    .map((table) => `select id, audience_id from ${table} where id = any ($1::uuid[])`)
    .join(' union all ');
  const parts = await work.query<Part & { toldOf: string }>(
    `select distinct t.id, t.audience_id as "audienceId", i.audience_id as "toldOf"
     from publication_parts t join publications b on b.id = t.publication_id and b.published_at is null
       join (${told}) i on i.id = any (t.rests_on)
     where t.rests_on && $1::uuid[] order by t.id, i.audience_id`,
    [ids],
  );
  for (const [id, told] of groupBy(parts, (part) => part.id)) {
    const own = told[0]?.audienceId ?? '';
    const audienceId = await narrowed(
      work,
      own,
      told.map(({ toldOf }) => toldOf),
    );
    if (audienceId !== own) await openPart(work, id, audienceId);
  }
}

/** The same for parts that were written just now, with all they tell of held: so that none is narrowed unseen. */
export async function settleNewParts(work: Work, ids: readonly string[]): Promise<void> {
  for (const table of tables())
    await work.query(`select id from ${table} where id = any ($1::uuid[]) order by id for share`, [ids]);
  await settlePublications(work, ids);
}

/**
 * The packs of a meeting that is for others now. What waits was made for those who saw it before: it is put away, and
 * another prepared. Of what was recalled the trace is for those who see the meeting. Call it under every audience.
 */
export async function settlePacks(
  work: Work,
  meeting: Meeting & Row,
  { PUBLIC: agenda, FULL: boards }: PartCircles,
): Promise<void> {
  await work.query(
    `update publications set archived_at = coalesce(archived_at, case when published_at is null then clock_timestamp() end),
       audience_id = case when published_at is null then $2::uuid else $3::uuid end where meeting_id = $1`,
    [meeting.id, agenda, meeting.audienceId],
  );
  const parts = await work.query<Part & { isPublished: boolean }>(
    `select t.id, t.audience_id as "audienceId", b.published_at is not null as "isPublished"
     from publication_parts t join publications b on b.id = t.publication_id where t.meeting_id = $1 order by t.id`,
    [meeting.id],
  );
  for (const { id, audienceId, isPublished } of parts)
    await openPart(work, id, isPublished ? boards : await intersection(work, audienceId, agenda));
}
