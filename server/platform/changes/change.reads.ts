import { defineReads, derived, type FieldRead } from '../reading/fields.js';
import { groupBy, rowsById, toOne } from '../reading/relations.js';
import { type EntityClass, sourceOf, tableOf } from '../reading/tables.js';
import { itemClasses } from './change.entity.js';
import { cursorSeal } from './cursor.js';
import type { ChangeRow } from './log.js';

const item: FieldRead = {
  needs: [],
  read: async ({ rows, field, reader, give, into }) => {
    const byType = groupBy(rows as ChangeRow[], (change) => change.itemType);
    const readOf = async (type: string, changes: ChangeRow[]) => {
      const entity = itemClasses.find((one) => tableOf(one as EntityClass).type === type);
      if (!entity) return;
      const found = await rowsById(
        reader,
        entity as EntityClass,
        [...new Set(changes.map((change) => change.itemId))],
        field.selection,
      );
      for (const row of found.values()) row['__typename'] = type;
      await into(type, [...found.values()]);
      for (const change of changes) give(change, found.get(change.itemId) ?? null);
    };
    await Promise.all([...byType].map(([type, changes]) => readOf(type, changes)));
  },
};

/** Columns that say nothing to a person: bookkeeping, or the identifiers that named fields stand for. */
const silent = new Set(['position', 'owners_revision', 'updated_at', 'version', 'archived_at', 'account_id']);
const isTold = (column: string) => !silent.has(column) && !/_ids?$/.test(column);

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const asText = (value: unknown) =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

export function fieldChanges({ before, after, kind }: Pick<ChangeRow, 'before' | 'after' | 'kind'>) {
  if (!before || !after || kind === 'CREATED' || kind === 'REMOVED') return [];
  return Object.keys(before)
    .filter(isTold)
    .sort()
    .map((column) => ({
      field: camel(column),
      before: asText(before[column]),
      after: asText(after[column]),
    }));
}

/** Lists of identifiers that are told by the names of what they stand for: the column, what it is told as, and of what. */
export type Named = Readonly<Record<string, { readonly field: string; readonly of: () => EntityClass }>>;

/** Who does not see what is named does not read its name here. */
const fieldsRead = (named: Named): FieldRead => ({
  needs: [],
  read: async ({ rows, reader, give }) => {
    const changes = rows as ChangeRow[];
    const told = changes.map(fieldChanges);
    for (const [column, { field, of }] of Object.entries(named)) {
      const moved = changes.map((change) => movedIn(change, column));
      const ids = [...new Set(moved.flatMap((one) => (one ? [...one.before, ...one.after] : [])))];
      if (ids.length === 0) continue;
      const found = await reader.query<{ id: string; name: string }>(
        `select t.id, t.name from ${sourceOf(tableOf(of()), reader)} t where t.id = any ($1::uuid[])`,
        [ids],
      );
      const names = new Map(found.map(({ id, name }) => [id, name]));
      const words = (list: readonly string[]) => list.flatMap((id) => names.get(id) ?? []).join(', ') || null;
      for (const [i, one] of moved.entries())
        if (one) told[i]?.push({ field, before: words(one.before), after: words(one.after) });
    }
    for (const [i, row] of rows.entries()) give(row, told[i]);
  },
});

function movedIn({ before, after, kind }: ChangeRow, column: string) {
  if (kind === 'CREATED' || kind === 'REMOVED' || !before || !after || !(column in before)) return null;
  return { before: (before[column] ?? []) as string[], after: (after[column] ?? []) as string[] };
}

/** Wires the type of changes to the classes that the domain gives for people and organisations. */
export function defineChangeReads(
  person: () => EntityClass,
  organisation: () => EntityClass,
  named: Named,
): void {
  defineReads('Change', {
    cursor: derived([], (row, reader) =>
      cursorSeal().seal({
        partnershipId: row['partnershipId'] as string,
        seq: row['seq'] as number,
        positionKey: reader.viewer.position.key,
      }),
    ),
    item,
    actor: toOne(person, 'actorId'),
    organisation: toOne(organisation, 'organisationId'),
    fields: fieldsRead(named),
  });
}
