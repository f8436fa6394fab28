import { ItemType } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { Existing } from './import-content.js';
import type { Destination, PlannedItem } from './import-plan.js';
import type { Target } from './reference-plan.js';
import { shorten } from './wording.rules.js';

/** What sentences can lead to: the plan as it will stand, and who answers for each item of it. */
export async function targetsOf(
  reader: Reader,
  { planId, exists }: Destination,
  items: readonly PlannedItem[],
  existing: readonly Existing[],
): Promise<Target[]> {
  const values = new Map<
    string,
    { type: string; values: Record<string, unknown>; owners: readonly (string | null)[][] }
  >();
  for (const { id, type, values: here, owners } of existing)
    if (here['archivedAt'] === null) values.set(id, { type, values: here, owners });
  for (const { id, desired, merged, place } of items) {
    if (merged.isAway) continue;
    const before = merged.existing?.values ?? { ...desired.initial, ...place };
    values.set(id, {
      type: desired.type,
      values: { ...before, ...merged.patch },
      owners: merged.owners ?? merged.existing?.owners ?? [],
    });
  }
  const circle = exists ? await circleOf(reader, planId) : null;
  // What is to be made is seen by whoever sees what it comes to hang under.
  const isNarrow = (id: unknown): boolean => {
    const of = values.get(String(id))?.values;
    if (!of) return false;
    if (of['audienceId']) return of['audienceId'] !== circle;
    return [of['parentId'], of['workstreamId']].some(isNarrow);
  };
  const targets: Target[] = [];
  for (const [id, { type, values: of, owners }] of values) {
    const above = type === 'Mitigation' ? values.get(String(of['riskId']))?.values : of;
    const workstream = type === 'Workstream' ? of : values.get(String(above?.['workstreamId'] ?? ''))?.values;
    const number = (workstream?.['number'] ?? null) as string | null;
    const accountableId =
      owners.find(([role]) => role === 'ACCOUNTABLE')?.[1] ??
      ((workstream?.['leadOrganisationId'] ?? null) as string | null);
    const title = String(of['title'] ?? of['event'] ?? of['description'] ?? '');
    const at = { id, workstream: number, title, accountableId, isNarrow: isNarrow(id) };
    if (type === 'Workstream')
      targets.push({
        ...at,
        type: ItemType.Workstream,
        reference: null,
        label: number === null ? title : `Workstream ${number}`,
      });
    const reference = (of['reference'] ?? null) as string | null;
    if (type === 'Action')
      targets.push({
        ...at,
        type: ItemType.Action,
        reference: reference ?? `“${title}”`,
        label: `${number === null ? '' : `WS${number} `}${reference ?? ''}`,
      });
    // Nothing leads to these, but they name others.
    if (type === 'Risk' || type === 'Mitigation')
      targets.push({
        ...at,
        workstream: null,
        type: type as ItemType,
        reference: `“${title}”`,
        label: `${type} “${shorten(title)}”`,
      });
  }
  return exists ? [...targets, ...(await prioritiesOf(reader, planId))] : targets;
}

async function circleOf(reader: Reader, planId: string): Promise<string | null> {
  const [plan] = await reader.query<{ circle: string }>(
    `select audience_id as circle from plans where id = $1`,
    [planId],
  );
  return plan?.circle ?? null;
}

async function prioritiesOf(reader: Reader, planId: string): Promise<Target[]> {
  const rows = await reader.query<{ id: string; number: string; title: string }>(
    `select id, number, title from priorities where plan_id = $1 and archived_at is null`,
    [planId],
  );
  return rows.map(({ id, number, title }) => {
    const name = `Priority ${number}`;
    return {
      id,
      type: ItemType.Priority,
      workstream: null,
      reference: name,
      label: name,
      title,
      accountableId: null,
      isNarrow: false,
    };
  });
}
