import { ItemType } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { Desired, DesiredReference, KeptField } from './import-content.js';
import type { Target } from './reference-plan.js';
import { foldReference } from './references.rules.js';
import { foldText } from './text.rules.js';

/** An action that stands in the plan from another one, as a file of this plan names it. */
export interface PlacedRow {
  actionId: string;
  homePlanId: string;
  number: string | null;
  workstreamTitle: string;
  reference: string | null;
  title: string;
  accountableId: string | null;
  isNarrow: boolean;
}

/** What stands in a plan from others, as far as whoever brings the file sees it. */
export const placedRowsOf = (reader: Reader, planId: string): Promise<PlacedRow[]> =>
  reader.query<PlacedRow>(
    `select p.action_id as "actionId", p.to_plan_id as "homePlanId", w.number, w.title as "workstreamTitle", p.reference, a.title,
       p.audience_id <> l.audience_id as "isNarrow",
       (select o.organisation_id from ownerships o where o.item_id = a.id and o.role = 'ACCOUNTABLE' and o.archived_at is null limit 1) as "accountableId"
     from placements p join plans l on l.id = p.plan_id join workstreams w on w.id = p.workstream_id join actions a on a.id = p.action_id
     where p.plan_id = $1 and p.archived_at is null order by p.id`,
    [planId],
  );

interface Read {
  items: Desired[];
  references: DesiredReference[];
}

/**
 * Leaves aside the rows of a file that say what stands in the plan from another one: they are that action, and it is
 * changed where its home is. What hangs under such a row in the file comes to stand at the top of its workstream.
 */
export function leavePlaced<T extends Read>(
  file: T,
  placed: readonly PlacedRow[],
): T & { kept: KeptField[] } {
  if (placed.length === 0) return { ...file, kept: [] };
  const workstreams = new Map(
    file.items.flatMap(({ type, key, values }) => (type === 'Workstream' ? [[key, values] as const] : [])),
  );
  const known = new Map(placed.map((row) => [senseOf(row.number, row.workstreamTitle, row), row]));
  const found = new Map<string, PlacedRow>();
  const kept: KeptField[] = [];
  for (const { type, key, workstreamKey, values, label } of file.items) {
    const within = type === 'Action' ? workstreams.get(workstreamKey ?? '') : undefined;
    const row = within && known.get(senseOf(within['number'], within['title'], values));
    if (!row) continue;
    found.set(key, row);
    kept.push({
      ...{ itemId: row.actionId, label, field: 'plan' },
      here: 'stands here from another plan',
      inFile: 'a row of this plan: it changes nothing',
    });
  }
  const isAside = (key: string | null) => key !== null && found.has(key);
  const items = file.items
    .filter(({ type, key, parentKey }) => !isAside(type === 'Update' ? parentKey : key))
    .map((item) => (isAside(item.parentKey) ? { ...item, parentKey: null } : item));
  const references = file.references.filter(({ fromKey }) => !isAside(fromKey));
  return { ...file, items, references, kept };
}

const folded = (value: unknown): string => (typeof value === 'string' ? foldText(value) : '');
const senseOf = (
  number: unknown,
  workstreamTitle: unknown,
  { reference, title }: { reference?: unknown; title?: unknown },
): string =>
  [
    folded(number) || folded(workstreamTitle),
    typeof reference === 'string' ? foldReference(reference) : '',
    folded(title),
  ].join('\n');

/** What sentences of a file can lead to besides the plan’s own. */
export const placedTargets = (placed: readonly PlacedRow[]): Target[] =>
  placed.map(({ actionId, homePlanId, number, reference, title, accountableId, isNarrow }) => ({
    ...{ id: actionId, type: ItemType.Action, planId: homePlanId, workstream: number },
    ...{ reference: reference ?? `“${title}”`, title, accountableId, isNarrow },
    label: `${number === null ? '' : `WS${number} `}${reference ?? ''}`,
  }));
