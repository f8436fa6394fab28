import type { Database } from '../db/database.js';
import { notFound } from '../graphql/errors.js';
import type { Reader } from '../reading/reader.js';
import { cursorSeal } from './cursor.js';
import type { Hub } from './hub.js';
import { type JoinAsk, operationKey, readArguments } from './operation.js';

/** The partnership that a partnership, plan, meeting or board belongs to; whatever the viewer cannot see is not found. */
export async function partnershipOf(reader: Reader, within: string): Promise<string> {
  const [row] = await reader.query<{ id: string }>(
    `select id from partnerships where id = $1 union all select partnership_id from plans where id = $1
     union all select partnership_id from boards where id = $1
     union all select partnership_id from meetings where id = $1 limit 1`,
    [within],
  );
  if (!row) throw notFound();
  return row.id;
}

/** Subscribes to `changes(within, after)`: from a cursor on, or from now. */
export async function joinChanges(
  { database, hub }: { database: Database; hub: Hub },
  ask: JoinAsk,
): Promise<() => void> {
  const { args, variables } = readArguments(ask);
  const within = args['within'] as string;
  const after = args['after'] as string | null | undefined;
  const partnershipId = await database.read(ask.credential, (reader) => partnershipOf(reader, within));
  const telling = { document: ask.args.document, operation: ask.operation, variables, partnershipId, within };
  const key = operationKey(ask, variables, args, ['after']);
  const start = startingPoint(after, partnershipId, ask.viewer.position.key);
  return hub.join(telling, key, start, ask.subscriber);
}

/** Null: from now. Undefined: a cursor that is not this partnership’s, or was given to another position than today’s. */
function startingPoint(
  after: string | null | undefined,
  partnershipId: string,
  positionKey: string,
): number | null | undefined {
  if (!after) return null;
  const place = cursorSeal().open(after);
  return place && place.partnershipId === partnershipId && place.positionKey === positionKey
    ? place.seq
    : undefined;
}
