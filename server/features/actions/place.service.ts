import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { LEAST_STEP, positionBetween, STEP_CHANCE } from './action.rules.js';

/** Those that stand in one row together, without the one that is to be placed: of each table those that SQL says. */
export interface Siblings {
  partnershipId: string;
  tables: Readonly<
    Partial<
      Record<
        'actions' | 'placements' | 'workstreams' | 'agenda_items' | 'report_recommendations' | 'attachments',
        string
      >
    >
  >;
  params: readonly unknown[];
}

interface Place {
  id: string;
  position: number;
}

/** A row of a workstream: at its top what stands there from other plans stands among its own actions. */
export const rowIn = (
  { id, partnershipId }: { id: string; partnershipId: string },
  { parentId = null, except = null }: { parentId?: string | null; except?: string | null } = {},
): Siblings => ({
  partnershipId,
  tables: {
    actions: 'workstream_id = $1 and parent_id is not distinct from $2 and id is distinct from $3',
    placements: 'workstream_id = $1 and $2::uuid is null and id is distinct from $3',
  },
  params: [id, parentId, except],
});

/** The position right after a sibling, or before all of them. When there is no room left, the row is numbered anew. */
export async function placeAfter(
  work: Work,
  siblings: Siblings,
  afterId: string | null | undefined,
): Promise<number> {
  const between = async () => {
    const places = await work.query<Place>(
      `select id, position from (${rowsOf(siblings)}) s order by position, id`,
      siblings.params,
    );
    const at = afterId ? places.findIndex((place) => place.id === afterId) : -1;
    if (afterId && at < 0)
      throw invalidInput([{ field: 'afterId', message: 'There is none such at that place.' }]);
    return positionBetween(places[at]?.position ?? null, places[at + 1]?.position ?? null);
  };
  const position = await between();
  if (position !== null) return position;
  await numberAnew(work, siblings);
  return (await between()) ?? 0;
}

/** The position behind all of them. */
export async function placeLast(work: Work, siblings: Siblings): Promise<number> {
  const [last] = await work.query<{ position: number | null }>(
    `select max(position) as position from (${rowsOf(siblings)}) s`,
    siblings.params,
  );
  return positionBetween(last?.position ?? null, null) ?? 0;
}

/** Those out of the actor’s sight stand in the same row. */
async function numberAnew(work: Work, siblings: Siblings): Promise<void> {
  const moved = Object.keys(siblings.tables).map(
    (table) =>
      `moved_${table} as (update ${table} t set position = r.place from r where r.id = t.id returning t.id)`,
  );
  await work.withEveryAudience(siblings.partnershipId, async () => {
    await work.query(
      `with r as materialized (
         select id, sum(${LEAST_STEP} + floor(random() * ${STEP_CHANCE})) over (order by position, id) as place from (${rowsOf(siblings)}) s),
       ${moved.join(', ')} select id from r limit 1`,
      siblings.params,
    );
  });
}

const rowsOf = ({ tables }: Siblings): string =>
  Object.entries(tables)
    .map(([table, where]) => `select id, position from ${table} where ${where}`)
    .join(' union all ');
