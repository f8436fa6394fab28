import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { Row } from '../db/base.js';
import { type Batch, readsOf } from './fields.js';
import type { Reader } from './reader.js';
import { type SelectedField, Selection } from './selection.js';
import { spend, weighRow } from './size.js';
import type { Table } from './tables.js';

let schema: GraphQLSchema;

/** Tells the reading of the schema it reads for, and lets fields with arguments find their answers. */
export function readFor(built: GraphQLSchema): void {
  schema = built;
  for (const type of Object.values(built.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const name of Object.keys(readsOf(type.name))) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`${type.name}.${name} is read but not in the schema`);
      // Two keys may ask for one field with different arguments, so those are kept by key.
      if (field.args.length) field.resolve = (row, _args, _context, info) => row[slot(String(info.path.key))];
    }
  }
}

const slot = (key: string) => `~${key}`;

export function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type`);
  return type;
}

/** What the product itself asks of a value, written as anybody would ask it: `{ nodes { id } }`. */
export function ownSelection(text: string): Selection {
  const [operation] = parse(`{ own ${text} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not a selection');
  const fields = operation.selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
  return new Selection({ schema, fragments: {}, variableValues: {} }, fields);
}

/** The columns a selection needs of a table: those asked for, those other fields are worked out from, and the id. */
export function columnsFor(table: Table, selection: Selection, also: Iterable<string> = []): Set<string> {
  const reads = readsOf(table.type);
  const columns = new Set<string>(['id', ...also]);
  for (const { name } of selection.fields(objectType(table.type))) {
    const read = reads[name];
    if (read) for (const needed of read.needs) columns.add(needed);
    else if (table.columns.has(name)) columns.add(name);
  }
  return columns;
}

/** Reads everything the selection asks of these rows, level by level: a query a field, never a query a row. */
export async function shape(
  reader: Reader,
  typeName: string,
  rows: Row[],
  selection: Selection,
): Promise<void> {
  await shapeLevel(reader, typeName, rows, selection);
  spend(reader, rows);
}

async function shapeLevel(
  reader: Reader,
  typeName: string,
  rows: Row[],
  selection: Selection,
): Promise<void> {
  if (rows.length === 0) return;
  const type = objectType(typeName);
  const reads = readsOf(typeName);
  const work: Promise<void>[] = [];
  const places: { place: string; times: number }[] = [];
  for (const field of merged(type, selection)) {
    const read = reads[field.name];
    if (!read) continue;
    const place = type.getFields()[field.name]?.args.length ? slot(field.key) : field.name;
    if (isCompositeType(getNamedType(type.getFields()[field.name]?.type)))
      places.push({ place, times: field.times });
    const batch: Batch = {
      rows,
      field,
      reader,
      give: (row, value) => {
        row[place] = value;
      },
      into: (childType, children) => shapeLevel(reader, childType, children, field.selection),
    };
    const done = read.read(batch);
    if (done) work.push(done);
  }
  await Promise.all(work);
  if (places.length) for (const row of rows) weighRow(row, places);
}

interface MergedField extends SelectedField {
  /** How many keys it is answered under. */
  times: number;
}

/** A field without arguments is read once, whatever number of keys ask for it. */
function merged(type: GraphQLObjectType, selection: Selection): MergedField[] {
  const once = new Map<string, MergedField>();
  for (const field of selection.fields(type)) {
    const hasArguments = type.getFields()[field.name]?.args.length;
    const at = hasArguments ? field.key : `${field.name} `;
    const same = once.get(at);
    once.set(
      at,
      same
        ? { ...same, selection: same.selection.with(field.selection), times: same.times + 1 }
        : { ...field, times: 1 },
    );
  }
  return [...once.values()];
}
