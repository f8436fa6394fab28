import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { Row } from '../db/base.js';
import { refuseReadOnly } from '../db/database.js';
import type { Work } from '../db/work.js';
import { type Reader, readAsOf } from '../reading/reader.js';
import { rowsById } from '../reading/relations.js';
import { Selection } from '../reading/selection.js';
import { columnsFor, shape } from '../reading/shape.js';
import { columnList, type EntityClass, sourceOf, tableOf } from '../reading/tables.js';
import type { Context } from './context.js';

/** One item by id with all that is asked of it; null when it is missing or not the viewer’s to see. */
export async function answerOne<T>(
  context: Context,
  info: GraphQLResolveInfo,
  entity: EntityClass,
  id: string,
  asOf?: string | null,
) {
  const reader = readAsOf(await context.reader(), asOf);
  const selection = Selection.of(info);
  const row = (await rowsById(reader, entity, [id], selection)).get(id);
  if (!row) return null;
  await shape(reader, tableOf(entity).type, [row], selection);
  return row as T;
}

/** Rows that meet a condition over alias `t`, with all that is asked of them. */
export async function answerMany<T>(
  reader: Reader,
  selection: Selection,
  entity: EntityClass,
  where: string,
  params: readonly unknown[],
  orderBy: string,
): Promise<T[]> {
  const table = tableOf(entity);
  const columns = columnList(table, columnsFor(table, selection), 't');
  const rows = await reader.query<Row>(
    `select ${columns} from ${sourceOf(table, reader)} t where ${where} order by ${orderBy}`,
    params,
  );
  await shape(reader, table.type, rows, selection);
  return rows as T[];
}

/**
 * Runs a verb as one unit of work and reads its payload inside it: what the payload’s fields hold are whole rows,
 * and whatever the mutation asks below them is read before the commit.
 */
export async function mutate<T extends object>(
  context: Context,
  info: GraphQLResolveInfo,
  verb: (work: Work) => Promise<T>,
): Promise<T> {
  return context.database.write(context.credential, async (work) => {
    refuseReadOnly(work.viewer);
    const payload = await verb(work);
    const type = getNamedType(info.returnType);
    if (!isObjectType(type)) return payload;
    for (const field of Selection.of(info).fields(type)) {
      const value = (payload as Record<string, unknown>)[field.name];
      const of = getNamedType(type.getFields()[field.name]?.type);
      if (!value || !of || !isObjectType(of)) continue;
      await shape(work, of.name, Array.isArray(value) ? value : [value], field.selection);
    }
    return payload;
  });
}
