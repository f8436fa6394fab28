import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { refusedByLimit } from './document-refused.js';
import type { Limits } from './limit-values.js';

/** How often what lies under a field is answered: known beforehand, or read from a variable. */
type Size = { variable: string; fallback: number | undefined; max: number; where: string } | number;

/** A field that answers objects: one, a plain list of them, or a connection that hands out a page. */
export interface CostNode {
  kind: 'plain' | 'connection' | 'page';
  size: Size;
  /** What answering it costs at all, however little comes back. */
  weight: number;
  children: readonly CostNode[];
}

/**
 * Schema authors may say on a field, in its extensions, how long its list may or will be, and what it takes to work the
 * answer out: a whole plan may have to be gone through for the three objects that are told.
 */
interface CostExtensions {
  maxFirst?: number;
  listSize?: number;
  weight?: number;
}

/** One answer of the schema about itself is dear, whatever is in it; its depth is bounded elsewhere. */
const INTROSPECTION_COST = 2_000;

/**
 * The cost of an operation as a small tree, so that each request only fills in its variables. Each
 * object costs one point, and a field its weight; values cost nothing; what is below a list is
 * multiplied by its length.
 */
export function planCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): readonly CostNode[] {
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  return new Planner(schema, document, operation, limits).plan([{ on: root, set: operation.selectionSet }]);
}

export function costOf(nodes: readonly CostNode[], variables: Record<string, unknown>, page = 1): number {
  let cost = 0;
  for (const node of nodes) {
    const size = node.kind === 'page' ? page : sizeOf(node.size, variables);
    // A connection is one object; its `nodes` and `edges` come a page at a time, its page facts once.
    cost += node.weight;
    cost +=
      node.kind === 'connection'
        ? 1 + costOf(node.children, variables, size)
        : size * (1 + costOf(node.children, variables));
  }
  return cost;
}

function sizeOf(size: Size, variables: Record<string, unknown>): number {
  if (typeof size === 'number') return size;
  const value = Object.hasOwn(variables, size.variable) ? variables[size.variable] : size.fallback;
  return checkedFirst(value, size.max, size.where);
}

function checkedFirst(value: unknown, max: number, where: string): number {
  if (typeof value === 'number' && value >= 0 && value <= max) return value;
  const message =
    value === undefined || value === null
      ? `${where} needs "first", at most ${max}.`
      : `${where} takes "first" from 0 to ${max}.`;
  throw refusedByLimit(message, [{ field: `${where}.first`, message }]);
}

interface Part {
  on: GraphQLCompositeType;
  set: SelectionSetNode;
}

interface FieldGroup {
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
}

class Planner {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly limits: Limits,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  plan(parts: readonly Part[], inConnection = false): CostNode[] {
    const groups = new Map<string, FieldGroup>();
    const spread = new Set<string>();
    for (const part of parts) this.#collect(part, groups, spread);
    return [...groups.values()].flatMap((group) => this.#field(group, inConnection) ?? []);
  }

  #collect(part: Part, groups: Map<string, FieldGroup>, spread: Set<string>): void {
    for (const selection of part.set.selections) {
      if (selection.kind === Kind.FIELD) {
        // The same key on two types of a union is answered for one of them only, but counted for both.
        const key = `${part.on.name}.${selection.alias?.value ?? selection.name.value}`;
        const group = groups.get(key);
        if (group) group.nodes.push(selection);
        else groups.set(key, { parent: part.on, nodes: [selection] });
        continue;
      }
      const inner = this.#fragmentOf(selection, spread);
      if (!inner) continue;
      const type = inner.typeCondition ? typeFromAST(this.schema, inner.typeCondition) : part.on;
      if (isCompositeType(type)) this.#collect({ on: type, set: inner.selectionSet }, groups, spread);
    }
  }

  #fragmentOf(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>, spread: Set<string>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    if (spread.has(selection.name.value)) return undefined;
    spread.add(selection.name.value);
    return this.#fragments.get(selection.name.value);
  }

  #field({ parent, nodes }: FieldGroup, inConnection: boolean): CostNode | undefined {
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      return { kind: 'plain', size: INTROSPECTION_COST, weight: 0, children: [] };
    }
    if (!(isObjectType(parent) || isInterfaceType(parent))) return undefined;
    const field = parent.getFields()[name];
    const type = field && getNamedType(field.type);
    if (!field) return undefined;
    const { weight = 0 } = extensionsOf(field);
    if (!isCompositeType(type)) return weight ? { kind: 'plain', size: 0, weight, children: [] } : undefined;
    const parts = nodes.flatMap((each) => (each.selectionSet ? [{ on: type, set: each.selectionSet }] : []));
    if (field.args.some((argument) => argument.name === 'first')) {
      const size = this.#first(field, node, `${parent.name}.${name}`);
      const isList = listDepth(field) > 0;
      return { kind: isList ? 'plain' : 'connection', size, weight, children: this.plan(parts, !isList) };
    }
    const isPage = inConnection && (name === 'nodes' || name === 'edges');
    const size = this.#listSize(field);
    return { kind: isPage ? 'page' : 'plain', size, weight, children: this.plan(parts) };
  }

  #listSize(field: GraphQLField<unknown, unknown>): number {
    const depth = listDepth(field);
    if (depth === 0) return 1;
    return extensionsOf(field).listSize ?? this.limits.assumedListSize ** depth;
  }

  #first(field: GraphQLField<unknown, unknown>, node: FieldNode, where: string): Size {
    const max = extensionsOf(field).maxFirst ?? this.limits.first;
    const written = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    const preset: unknown = field.args.find((argument) => argument.name === 'first')?.defaultValue;
    if (written?.kind === Kind.VARIABLE) {
      const variable = written.name.value;
      const definition = this.operation.variableDefinitions?.find(
        (each) => each.variable.name.value === variable,
      );
      const fallback: unknown = definition?.defaultValue
        ? valueFromASTUntyped(definition.defaultValue)
        : preset;
      return { variable, fallback: typeof fallback === 'number' ? fallback : undefined, max, where };
    }
    return checkedFirst(written ? valueFromASTUntyped(written) : preset, max, where);
  }
}

function extensionsOf(field: GraphQLField<unknown, unknown>): CostExtensions {
  return field.extensions as CostExtensions;
}

function listDepth(field: GraphQLField<unknown, unknown>): number {
  let depth = 0;
  let type = field.type;
  while (isNonNullType(type) || isListType(type)) {
    if (isListType(type)) depth++;
    type = type.ofType;
  }
  return depth;
}
