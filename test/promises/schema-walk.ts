import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { DocumentRefused } from '../../server/platform/graphql/document-refused.js';
import { checkDocument } from '../../server/platform/graphql/limits.js';

/** What arguments are filled from. */
export interface Pool {
  ids: readonly string[];
  /** Of these, where lists are asked for page by page; with every filter and order in the first, the widest. */
  scopes: readonly string[];
  /** For filters that look for words. */
  words: readonly string[];
  /** For what must be given words to work on. */
  texts: readonly string[];
  days: readonly string[];
  numbers: readonly number[];
  moments: readonly string[];
  /** How many are sent together in a list that is one of many ways to ask for the same; each by itself otherwise. */
  handful?: number;
}

export interface Question {
  query: string;
  variables: Record<string, unknown>;
  /** Its one field is a list asked for page by page: `after` is for the asker to fill. */
  isPaged?: boolean;
}

export interface Walk {
  questions: Question[];
  /** `Type.field`, `Type.field(argument)`, `Input.field` and `Enum.VALUE`: all that is asked for or sent. */
  asked: Set<string>;
}

type Variables = Record<string, unknown>;
interface Way {
  field: GraphQLField<unknown, unknown>;
  variables: Variables[];
  depth: number;
  isPaged?: boolean;
}

/** So many ids at once narrow a map, which is dear to read. */
const HANDFUL = 8;

/** The most of one root field asked for in one document; less where the limits say so. */
const ABREAST = [20, 10, 5, 2, 1];
const PARTS = [1, 2, 4, 8, 16];

/**
 * Every field of every type, from every root, with every argument: worked out from the schema alone, so that what is
 * added to the schema is walked too. `depth` is how many items deep each answer goes.
 */
export function walkOf(schema: GraphQLSchema, pool: Pool, depth: number): Walk {
  const asked = new Set<string>();
  const selectionOf = selectionsOf(schema, asked);
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const questions = roots.flatMap((field) => {
    asked.add(`Query.${field.name}`);
    return waysOf(field, pool, depth, asked).flatMap((way) => documentsFor(schema, way, selectionOf));
  });
  return { questions, asked };
}

function waysOf(field: GraphQLField<unknown, unknown>, pool: Pool, depth: number, asked: Set<string>): Way[] {
  const required = field.args.filter(isRequiredArgument);
  const optional = field.args.filter((arg) => !isRequiredArgument(arg) && arg.name !== 'after');
  const isList = field.args.some((arg) => arg.name === 'first');
  for (const arg of field.args) asked.add(`Query.${field.name}(${arg.name})`);
  // A list is as deep as its limits let it be; what lies deeper is asked of each item by its id.
  const ways: Way[] = [{ field, variables: product(required, pool, asked), depth: isList ? 1 : depth }];
  const isScoped = field.args.some((arg) => arg.name === 'within');
  const scoped = { ...pool, ids: pool.scopes };
  for (const arg of optional) {
    // Where ids are sent beside it, the widest of the scopes is enough, which holds all that the others do.
    const isWide = isList || (isScoped && sendsIds(arg.type));
    const ids = isWide ? pool.scopes.slice(0, 1) : isScoped ? pool.scopes : pool.ids;
    const base = product(required, { ...pool, ids }, asked);
    const sent = isWide && !isList ? { ...pool, handful: HANDFUL } : pool;
    const variables = valuesOf(arg.type, sent, asked).flatMap((value) =>
      base.map((one) => ({ ...one, [arg.name]: value })),
    );
    // Only the past says other words of an item; whatever else is asked for, the ids tell which items were met.
    const isPast = getNamedType(arg.type).name === 'DateTime';
    ways.push({ field, variables, depth: isPast && !isWide ? depth : 0 });
  }
  if (field.args.some((arg) => arg.name === 'after'))
    for (const variables of product(required, scoped, asked))
      ways.push({ field, variables: [{ ...variables, first: 2, after: null }], depth: 0, isPaged: true });
  return ways.filter(({ variables }) => variables.length > 0);
}

function sendsIds(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return named.name === 'ID' || isInputObjectType(named);
}

/** Of several ids each takes every place once, the widest scope in the others: all with all would be tens of thousands. */
function product(args: readonly GraphQLArgument[], pool: Pool, asked: Set<string>): Variables[] {
  const places = args.filter((arg) => getNamedType(arg.type).name === 'ID');
  if (places.length < 2) return combined(args, () => pool, asked);
  const narrow = { ...pool, ids: pool.scopes.slice(0, 1) };
  return places.flatMap((place) => combined(args, (arg) => (arg === place ? pool : narrow), asked));
}

const combined = (
  args: readonly GraphQLArgument[],
  poolOf: (arg: GraphQLArgument) => Pool,
  asked: Set<string>,
): Variables[] =>
  args.reduce<Variables[]>(
    (all, arg) =>
      requiredValues(arg, poolOf(arg), asked).flatMap((value) =>
        all.map((one) => ({ ...one, [arg.name]: value })),
      ),
    [{}],
  );

function requiredValues(arg: GraphQLArgument, pool: Pool, asked: Set<string>): readonly unknown[] {
  if (arg.name === 'first') return [50];
  if (getNamedType(arg.type).name === 'String') return pool.texts;
  return valuesOf(arg.type, pool, asked);
}

function valuesOf(type: GraphQLInputType, pool: Pool, asked: Set<string>): readonly unknown[] {
  if (isNonNullType(type)) return valuesOf(type.ofType, pool, asked);
  if (isListType(type)) {
    const values = valuesOf(type.ofType, pool, asked);
    const together = getNamedType(type).name === 'ID' ? (pool.handful ?? 1) : 1;
    return [...chunks(values, together), values];
  }
  if (isEnumType(type)) {
    for (const { name } of type.getValues()) asked.add(`${type.name}.${name}`);
    return type.getValues().map(({ name }) => name);
  }
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => {
      asked.add(`${type.name}.${field.name}`);
      return valuesOf(field.type, pool, asked).map((value) => ({ [field.name]: value }));
    });
  const given: Record<string, readonly unknown[]> = {
    ID: pool.ids,
    String: pool.words,
    Int: pool.numbers,
    Boolean: [true, false],
    Date: pool.days,
    DateTime: pool.moments,
  };
  const values = given[getNamedType(type).name];
  if (!values) throw new Error(`The walk has nothing to send for ${type}: teach it.`);
  return values;
}

/** What a page is cut to where its items hold something dear to work out; all of that is asked of each by its id too. */
const SHORT_PAGE = 4;

/** As few documents as the server’s own limits let it be asked in. */
const documentsFor = (schema: GraphQLSchema, way: Way, selectionOf: SelectionOf): Question[] =>
  documentsWithin(schema, way, selectionOf) ??
  documentsWithin(schema, shortened(way), selectionOf) ??
  never(way);

function never(way: Way): never {
  throw new Error(`No document within the limits asks for all of Query.${way.field.name}.`);
}

const shortened = (way: Way): Way => ({
  ...way,
  variables: way.variables.map((one) => ('first' in one ? { ...one, first: SHORT_PAGE } : one)),
});

function documentsWithin(schema: GraphQLSchema, way: Way, selectionOf: SelectionOf): Question[] | undefined {
  for (const parts of PARTS)
    for (const abreast of ABREAST) {
      const sets = chunks(way.variables, Math.min(abreast, way.variables.length));
      const questions = Array.from({ length: parts }, (_, part) =>
        questionsOf(way, sets, selectionOf(way, { part, parts })),
      ).flat();
      if (questions.every((question) => isWithinLimits(schema, question)))
        return way.isPaged ? questions.map((question) => ({ ...question, isPaged: true })) : questions;
    }
  return undefined;
}

const judged = new Map<string, boolean>();

function isWithinLimits(schema: GraphQLSchema, { query, variables }: Question): boolean {
  // Of what is sent, only the lengths of pages cost anything.
  const pages = Object.entries(variables).filter(([name]) => name.startsWith('first'));
  const key = `${pages.map(([, first]) => first)} ${query}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  try {
    checkDocument({ query, variables, schema, mayIntrospect: true });
    judged.set(key, true);
    return true;
  } catch (error) {
    const [first] = error instanceof DocumentRefused ? error.errors : [];
    if (first?.extensions['code'] !== 'INVALID_INPUT') throw first ?? error;
    judged.set(key, false);
    return false;
  }
}

/** One question for each handful of variables; those that ask for as many at once have the same words. */
function questionsOf(
  { field, variables: [first = {}] }: Way,
  handfuls: readonly Variables[][],
  of: Selection,
) {
  const args = field.args.filter((arg) => arg.name in first);
  const queries = new Map<number, string>();
  return handfuls.map((sets): Question => {
    const query = queries.get(sets.length) ?? queryOf(field, args, sets.length, of);
    queries.set(sets.length, query);
    const variables = sets.flatMap((set, i) =>
      Object.entries(set).map(([name, value]) => [`${name}${i}`, value] as const),
    );
    return { query, variables: Object.fromEntries(variables) };
  });
}

function queryOf(
  field: GraphQLField<unknown, unknown>,
  args: readonly GraphQLArgument[],
  count: number,
  { braces, fragments }: Selection,
): string {
  const each = Array.from({ length: count }, (_, i) => i);
  const declared = each.flatMap((i) => args.map((arg) => `$${arg.name}${i}: ${arg.type}`));
  const called = each.map((i) => {
    const given = args.map((arg) => `${arg.name}: $${arg.name}${i}`).join(', ');
    return `a${i}: ${field.name}${given ? `(${given})` : ''} ${braces}`;
  });
  return `query${declared.length ? `(${declared.join(', ')})` : ''} { ${called.join(' ')} }\n${fragments}`;
}

interface Part {
  part: number;
  parts: number;
}

interface Selection {
  /** What stands after the field, and the fragments it names. */
  braces: string;
  fragments: string;
}

type SelectionOf = (way: Way, of: Part) => Selection;

/** What is asked of each field, worked out once: thousands of questions differ in nothing but whom they ask about. */
function selectionsOf(schema: GraphQLSchema, asked: Set<string>): SelectionOf {
  const known = new Map<string, Selection>();
  return ({ field, depth }, of) => {
    const key = `${field.type} ${depth} ${of.part}/${of.parts}`;
    const found = known.get(key);
    if (found) return found;
    const writer = new Selections(schema, asked, of);
    const selection = { braces: writer.below(field.type, depth, true), fragments: writer.fragments };
    known.set(key, selection);
    return selection;
  };
}

/** What is asked of a value: fragments by type and depth, each written once. */
class Selections {
  private readonly written = new Map<string, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly asked: Set<string>,
    private readonly of: Part,
  ) {}

  get fragments(): string {
    return [...this.written.values()].join('\n');
  }

  /** The braces after a field; nothing after one that has no fields of its own. */
  below(type: GraphQLOutputType, depth: number, isTop = false): string {
    const named = getNamedType(type);
    if (!isObjectType(named) && !isAbstractType(named)) return '';
    // What can be asked for by itself is a step of the walk; anything else is a part of what it hangs on.
    const isStep = isAbstractType(named) || this.hasRoot(named);
    if (isStep && depth === 0)
      return isObjectType(named) ? '{ __typename id }' : '{ __typename ... on Item { id } }';
    const name = `${named.name}_${depth}${isTop ? '_top' : ''}`;
    if (!this.written.has(name)) {
      // Before its fields, so that a type that holds itself would be seen to.
      this.written.set(name, '');
      const fields = isObjectType(named)
        ? this.fieldsOf(named, isStep ? depth - 1 : depth, isTop ? (isStep ? 'split' : 'above') : 'below')
        : this.ofEach(this.partOf(this.schema.getPossibleTypes(named), isTop), depth - 1);
      this.written.set(name, `fragment ${name} on ${named.name} { __typename ${fields} }`);
    }
    return `{ ...${name} }`;
  }

  private hasRoot(type: GraphQLObjectType): boolean {
    return Object.values(this.schema.getQueryType()?.getFields() ?? {}).some(
      (field) => field.type === type && field.args.some((arg) => arg.name === 'id'),
    );
  }

  /** The first items an answer leads to are asked for in parts: their fields, and which of several types they are. */
  private fieldsOf(type: GraphQLObjectType, depth: number, at: 'above' | 'split' | 'below'): string {
    return this.partOf(Object.values(type.getFields()), at === 'split')
      .map((field) => this.write(type, field, depth, at === 'above'))
      .join(' ');
  }

  private partOf<T>(all: readonly T[], isSplit: boolean): readonly T[] {
    return all.filter((_, i) => !isSplit || i % this.of.parts === this.of.part);
  }

  private write(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    isTop = false,
  ): string {
    if (field.args.some(isRequiredArgument))
      throw new Error(`${type.name}.${field.name} needs arguments: teach the walk.`);
    this.asked.add(`${type.name}.${field.name}`);
    return `${field.name} ${this.below(field.type, depth, isTop)}`;
  }

  /** Members of a union, under keys of their own where two of them would not merge. */
  private ofEach(types: readonly GraphQLObjectType[], depth: number): string {
    const typeOfKey = new Map<string, string>();
    return types
      .map((type) => {
        const fields = Object.values(type.getFields()).map((field) => {
          const known = typeOfKey.get(field.name) ?? String(field.type);
          typeOfKey.set(field.name, known);
          const written = this.write(type, field, depth);
          return known === String(field.type)
            ? written
            : `${type.name}_${written.replace(/^(\w+)/, '$1: $1')}`;
        });
        return `... on ${type.name} { ${fields.join(' ')} }`;
      })
      .join(' ');
  }
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  const some: T[][] = [];
  for (let at = 0; at < values.length; at += size) some.push(values.slice(at, at + size));
  return some;
}
