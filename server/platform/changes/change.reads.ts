import type { Row } from '../db/base.js';
import { defineReads, derived, type FieldRead } from '../reading/fields.js';
import { groupBy, rowsById, toOne } from '../reading/relations.js';
import { type EntityClass, tableOf } from '../reading/tables.js';
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

/** Wires the type of changes to the classes that the domain gives for people and organisations. */
export function defineChangeReads(person: () => EntityClass, organisation: () => EntityClass): void {
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
    fields: derived([], (row: Row) => fieldChanges(row as ChangeRow)),
  });
}
