import type { BragStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { Turn } from '../../platform/jobs/daily.js';
import { noticesOf, raiseNotices } from './impact-notice.raising.js';
import { headsOfTouching, type ItemHead } from './item.reads.js';
import { giverAndReceiver, type PromiseMade, type StrainFound, strainOf } from './strain.rules.js';

interface Touching extends PromiseMade {
  id: string;
  fromId: string;
  toId: string;
  audience: string;
  plan: string | null;
  other: string | null;
}

/** An item as it was and as it is. */
export interface Moved {
  before: Row;
  after: Row;
}

/** How things stand: on a day, with some items in a state of their own and all others as the database has them. */
interface Standing {
  today: string;
  states: ReadonlyMap<string, Row>;
}

const matters = ['status', 'timingEnd', 'archivedAt'] as const;
const mayStrain = ({ before, after }: Moved): boolean =>
  matters.some((property) => (before[property] ?? null) !== (after[property] ?? null));

/**
 * Tells those who watch a cross-reference that its strain moved, because one of its ends (an action, a mitigation, an
 * external dependency, anything with a status, a deadline or an archive) went from `before` to `after`. Called by the
 * verb that changed the item, in its transaction. Also those who watch what the actor cannot see are told.
 */
export function recordStrainMoved(work: Work, before: Row, after: Row): Promise<void> {
  return recordStrainsMoved(work, after['partnershipId'] as string, [{ before, after }]);
}

/** The same for items of one partnership that moved together: a reference between two of them is told once, from before both to after both. */
export async function recordStrainsMoved(
  work: Work,
  partnershipId: string,
  items: readonly Moved[],
): Promise<void> {
  const moved = items.filter(mayStrain);
  if (moved.length === 0) return;
  const ids = moved.map(({ after }) => after.id);
  await work.withEveryAudience(partnershipId, () =>
    tellMoved(work, TOUCHING_ANY, [partnershipId, ids], ...around(work, moved)),
  );
}

/** The same for what came under strain because a deadline passed and nothing else. Call it under every audience. */
export async function recordStrainOfDay(work: Work, { partnershipId, from, to }: Turn): Promise<void> {
  const states = new Map<string, Row>();
  const was = { today: from, states };
  const now = { today: to, states };
  await tellMoved(work, TOUCHING_DUE, [partnershipId, from, to], was, now);
}

/**
 * The same for cross-references that went over from one item to another: before, they stood as if that were as this one
 * was. Call it under every audience.
 */
export async function recordStrainRepointed(
  work: Work,
  referenceIds: readonly string[],
  was: Row,
  now: Row & { partnershipId: string },
): Promise<void> {
  if (referenceIds.length === 0) return;
  const before = { today: work.today, states: new Map([[now.id, was]]) };
  const after = { today: work.today, states: new Map<string, Row>() };
  await tellMoved(work, THESE, [now.partnershipId, referenceIds], before, after);
}

/** Before and after items moved, on one day. */
function around({ today }: Work, moved: readonly Moved[]): [was: Standing, now: Standing] {
  return [
    { today, states: new Map(moved.map(({ before, after }) => [after.id, before])) },
    { today, states: new Map(moved.map(({ after }) => [after.id, after])) },
  ];
}

/** Writes a change of its own for each reference whose strain differs, of those that a query finds in the partnership `params[0]`. */
async function tellMoved(
  work: Work,
  touching: string,
  params: readonly [partnershipId: string, ...unknown[]],
  before: Standing,
  after: Standing,
): Promise<void> {
  const [references, heads] = await Promise.all([
    work.query<Touching>(`select ${COLUMNS} from (${touching}) x order by x.id`, params),
    headsOfTouching(work, touching, params),
  ]);
  const moved = references.flatMap((reference) => {
    const was = strainIn(before, reference, heads);
    const now = strainIn(after, reference, heads);
    return JSON.stringify(was.strain) === JSON.stringify(now.strain) ? [] : [{ ...reference, was, now }];
  });
  if (moved.length === 0) return;
  await work.query(NOTE, [
    params[0],
    JSON.stringify(moved.map(({ was, now, ...one }) => ({ ...one, was: told(was), now: told(now) }))),
  ]);
  await raiseNotices(work, params[0], moved.flatMap(noticesOf));
}

/** How a cross-reference stands, and by when its giver and receiver are due. */
export interface Strained {
  strain: StrainFound;
  giver: ItemHead | null;
  receiver: ItemHead | null;
}

const told = ({ strain }: Strained) => ({ strain });

function strainIn(
  { today, states }: Standing,
  promise: Touching,
  heads: ReadonlyMap<string, ItemHead>,
): Strained {
  const end = (id: string): ItemHead | null => {
    const [head, state] = [heads.get(id) ?? null, states.get(id)];
    if (!head || !state) return head;
    return {
      ...head,
      status: (state['status'] ?? null) as BragStatus | null,
      end: (state['timingEnd'] ?? null) as string | null,
      archivedAt: (state['archivedAt'] ?? null) as string | null,
    };
  };
  const [from, to] = [end(promise.fromId), end(promise.toId)];
  const [giver, receiver] = giverAndReceiver(promise.kind, from, to) ?? [null, null];
  return { strain: strainOf({ promise, from, to, today }), giver, receiver };
}

const COLUMNS = `x.id, x.kind, x.status, x.needed_by as "neededBy", x.promised_by as "promisedBy", x.from_id as "fromId", x.to_id as "toId", x.audience_id as audience, x.plan_id as plan, x.to_plan_id as other`;

const TOUCHING = (items: string) => `
  select x.* from cross_references x
  where x.partnership_id = $1 and x.archived_at is null and x.to_id is not null
    and (x.from_id = any (${items}) or x.to_id = any (${items}))`;
const TOUCHING_ANY = TOUCHING('$2::uuid[]');

const THESE = `select x.* from cross_references x where x.partnership_id = $1 and x.id = any ($2::uuid[])`;

/** What was not overdue on the first day and is on the second, if it is not signed off: its end lies between them. */
const dueBetween = (table: string) => `
  select id from ${table} where partnership_id = $1 and archived_at is null and status <> 'BLUE'
    and coalesce(timing_end, 'infinity'::date) >= $2::date and coalesce(timing_end, 'infinity'::date) < $3::date`;
const TOUCHING_DUE = `
  with due as materialized (${['actions', 'mitigations', 'external_dependencies'].map(dueBetween).join(' union all ')})
  ${TOUCHING('array(select id from due)')}`;

const NOTE = `
  select note_derived($1, 'CrossReference', n.id, n.was, n.now, n.audience, n.plan, n.other)
  from jsonb_to_recordset($2::jsonb) as n(id uuid, was jsonb, now jsonb, audience uuid, plan uuid, other uuid)`;
