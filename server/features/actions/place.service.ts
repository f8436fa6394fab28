import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { LEAST_STEP, positionBetween, STEP_CHANCE } from './action.rules.js';

/** Those that stand in one row together, without the one that is to be placed: SQL over their table. */
export interface Siblings {
  table: 'actions' | 'workstreams' | 'agenda_items' | 'report_recommendations';
  partnershipId: string;
  where: string;
  params: readonly unknown[];
}

interface Place {
  id: string;
  position: number;
}

/** The position right after a sibling, or before all of them. When there is no room left, the row is numbered anew. */
export async function placeAfter(
  work: Work,
  siblings: Siblings,
  afterId: string | null | undefined,
): Promise<number> {
  const between = async () => {
    const places = await work.query<Place>(
      `select id, position from ${siblings.table} where ${siblings.where} order by position, id`,
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

/** Those out of the actor’s sight stand in the same row. */
async function numberAnew(work: Work, { table, partnershipId, where, params }: Siblings): Promise<void> {
  await work.withEveryAudience(partnershipId, async () => {
    await work.query(
      `update ${table} t set position = r.place from (
         select id, sum(${LEAST_STEP} + floor(random() * ${STEP_CHANCE})) over (order by position, id) as place from ${table} where ${where}) r where r.id = t.id`,
      params,
    );
  });
}
