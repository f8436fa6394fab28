import { toldAs } from '../../platform/changes/change.rules.js';
import { cursorSeal } from '../../platform/changes/cursor.js';
import { CHANGE_COLUMNS, CHANGE_CONTENT, type ChangeRow } from '../../platform/changes/log.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { Selection } from '../../platform/reading/selection.js';
import { objectType, shape } from '../../platform/reading/shape.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import { withinColumn } from '../../platform/reading/within.js';

interface HistoryAsk {
  of: string;
  first: number;
  after: string | undefined;
}

/** A page of the log about one item, plan or partnership, latest first: what this reader may be told, of what is still theirs to see. */
export async function historyOf(
  reader: Reader,
  told: readonly EntityClass[],
  { of, first, after }: HistoryAsk,
  selection: Selection,
) {
  const place = after ? cursorSeal().open(after) : null;
  if (after && !place)
    throw invalidInput([
      { field: 'after', message: 'This is no cursor of a history: send an `endCursor` it gave you.' },
    ]);
  const { audiences, key } = reader.viewer.position;
  const kinds: Record<string, EntityClass> = Object.fromEntries(
    told.map((type) => [tableOf(type).type, type]),
  );
  const found: ChangeRow[] = [];
  const isPartnership = (await withinColumn(reader, of)) === 'partnership_id';
  let before = place?.seq ?? Number.MAX_SAFE_INTEGER;
  // Entries that may not be told are passed over, so a page may take several looks.
  for (let more = true; more && found.length <= first; ) {
    const rows = await reader.query<ChangeRow>(
      isPartnership ? HISTORY('c.partnership_id = $1') : HISTORY(ABOUT),
      [of, Object.keys(kinds), before, first + 1],
    );
    more = rows.length > first;
    before = rows.at(-1)?.seq ?? 0;
    found.push(...(await tellable(reader, rows, audiences, kinds)));
  }
  const page = found.slice(0, first);
  const wanted = new Map(
    selection.fields(objectType('ChangeConnection')).map((field) => [field.name, field.selection]),
  );
  const edge = wanted.get('edges')?.field(objectType('ChangeEdge'), 'node')?.selection;
  const nodes = wanted.get('nodes');
  const both = nodes && edge ? nodes.with(edge) : (nodes ?? edge);
  if (both) await shape(reader, 'Change', page, both);
  const cursors = page.map((row) =>
    cursorSeal().seal({ partnershipId: row.partnershipId, seq: row.seq, positionKey: key }),
  );
  return {
    nodes: page,
    edges: page.map((node, i) => ({ node, cursor: cursors[i] })),
    pageInfo: { hasNextPage: found.length > first, endCursor: cursors.at(-1) ?? null },
  };
}

async function tellable(
  reader: Reader,
  rows: ChangeRow[],
  audiences: ReadonlySet<string>,
  kinds: Record<string, EntityClass>,
) {
  const types = [...new Set(rows.map((row) => row.itemType))];
  const seen = new Set<string>();
  for (const type of types) {
    const entity = kinds[type];
    if (!entity) continue;
    const ids = rows.filter((row) => row.itemType === type).map((row) => row.itemId);
    for (const { id } of await reader.query(
      `select id from ${tableOf(entity).name} where id = any($1::uuid[])`,
      [ids],
    ))
      seen.add(id);
  }
  return rows.flatMap((row) => {
    if (!seen.has(row.itemId)) return [];
    const kind = toldAs({
      kind: row.kind,
      sawBefore: row.audienceBeforeId !== null && audiences.has(row.audienceBeforeId),
      seesAfter: audiences.has(row.audienceId),
      seesNow: true,
    });
    return kind && kind !== 'REMOVED' ? [{ ...row, kind }] : [];
  });
}

const ABOUT = '(c.item_id = $1 or c.about_id = $1 or c.plan_id = $1 or c.other_plan_id = $1)';

// Strain that moved, and the files of a pack that were written by themselves, belong to the live picture and not to what
// somebody did.
const HISTORY = (concerns: string) => `
  select ${CHANGE_COLUMNS} ${CHANGE_CONTENT} from changes c
  where ${concerns} and c.item_type = any($2::text[]) and c.kind <> 'DERIVED' and c.via <> 'CLOCK' and c.seq < $3
  order by c.seq desc limit $4`;
