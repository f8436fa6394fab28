import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { DocumentRefused, refusedByLimit } from './document-refused.js';
import type { Limits } from './limit-values.js';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export type Introspection = 'nothing' | 'a type' | 'the schema';

/** What the document is made of, counted in one pass over its text's tree. */
interface Counts {
  operations: number;
  fragments: number;
  fragmentSpreads: number;
  aliases: number;
  directives: number;
  variables: number;
  introspects: Introspection;
}

/**
 * Refuses by shape alone, without the schema and before validation: some of the standard rules compare
 * fields pair by pair, and a small hostile document can keep them busy for minutes.
 */
export function checkShape(
  document: DocumentNode,
  limits: Limits,
): { introspects: Introspection; fields: number } {
  const counts = count(document, limits);
  const fragments = fragmentsByName(document);
  refuseCycles(fragments);
  const work = new Expansion(fragments, limits);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const rootFields = work.expand([definition.selectionSet], 1);
    refuseOver('fields at the root', rootFields, limits.rootFields);
  }
  // Fragments that nothing uses are still validated.
  for (const fragment of fragments.values()) work.expandOnce(fragment);
  return { introspects: counts.introspects, fields: work.fields };
}

function refuseOver(what: string, amount: number, limit: number): void {
  if (amount > limit) throw refusedByLimit(`The document has more than ${limit} ${what}.`);
}

function count(document: DocumentNode, limits: Limits): Counts {
  const counts: Counts = {
    operations: 0,
    fragments: 0,
    fragmentSpreads: 0,
    aliases: 0,
    directives: 0,
    variables: 0,
    introspects: 'nothing',
  };
  const waiting: ASTNode[] = [...document.definitions];
  for (let node = waiting.pop(); node; node = waiting.pop()) countNode(node, counts, limits, waiting);
  refuseOver('operations', counts.operations, limits.operations);
  refuseOver('fragments', counts.fragments, limits.fragments);
  refuseOver('fragment spreads', counts.fragmentSpreads, limits.fragmentSpreads);
  refuseOver('aliases', counts.aliases, limits.aliases);
  refuseOver('directives', counts.directives, limits.directives);
  refuseOver('variables', counts.variables, limits.variables);
  return counts;
}

function countNode(node: ASTNode, counts: Counts, limits: Limits, waiting: ASTNode[]): void {
  if ('directives' in node && node.directives) counts.directives += node.directives.length;
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      counts.operations++;
      counts.variables += node.variableDefinitions?.length ?? 0;
      waiting.push(...(node.variableDefinitions ?? []), node.selectionSet);
      return;
    case Kind.VARIABLE_DEFINITION:
      if (node.defaultValue) waiting.push(node.defaultValue);
      return;
    case Kind.FRAGMENT_DEFINITION:
      counts.fragments++;
      waiting.push(node.selectionSet);
      return;
    case Kind.SELECTION_SET:
      refuseRepeats(node, limits);
      waiting.push(...node.selections);
      return;
    case Kind.FIELD:
      if (node.alias) counts.aliases++;
      if (node.name.value === '__schema') counts.introspects = 'the schema';
      if (node.name.value === '__type' && counts.introspects === 'nothing') counts.introspects = 'a type';
      for (const argument of node.arguments ?? []) waiting.push(argument.value);
      if (node.selectionSet) waiting.push(node.selectionSet);
      return;
    case Kind.INLINE_FRAGMENT:
      waiting.push(node.selectionSet);
      return;
    case Kind.FRAGMENT_SPREAD:
      counts.fragmentSpreads++;
      return;
    case Kind.LIST:
      refuseOver('items in one list', node.values.length, limits.listItems);
      waiting.push(...node.values);
      return;
    case Kind.OBJECT:
      for (const field of node.fields) waiting.push(field.value);
      return;
  }
}

function refuseRepeats(set: SelectionSetNode, limits: Limits): void {
  const seen = new Map<string, number>();
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const key = selection.kind === Kind.FIELD ? responseKey(selection) : `...${selection.name.value}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times > limits.repeats) throw refusedByLimit(`The document repeats "${key}" too often.`);
  }
}

function fragmentsByName(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return fragments;
}

/** The standard rule says it in the same words; it has to be known before anything is expanded. */
function refuseCycles(fragments: Fragments): void {
  const spreads = new Map([...fragments].map(([name, node]) => [name, spreadNames(node.selectionSet)]));
  const finished = new Set<string>();
  const open = new Set<string>();
  const visit = (name: string): void => {
    if (finished.has(name)) return;
    if (open.has(name)) {
      const message = `Cannot spread fragment "${name}" within itself.`;
      const nodes = fragments.get(name) ?? null;
      throw new DocumentRefused([
        new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
      ]);
    }
    open.add(name);
    for (const next of spreads.get(name) ?? []) visit(next);
    open.delete(name);
    finished.add(name);
  };
  for (const name of fragments.keys()) visit(name);
}

function spreadNames(root: SelectionSetNode): Set<string> {
  const names = new Set<string>();
  const waiting = [root];
  for (let set = waiting.pop(); set; set = waiting.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) names.add(selection.name.value);
      else if (selection.selectionSet) waiting.push(selection.selectionSet);
    }
  }
  return names;
}

/** Writes every fragment out where it is used and merges fields of one key, as an executor would. */
class Expansion {
  readonly #fragments: Fragments;
  readonly #limits: Limits;
  readonly #met = new Set<string>();
  #fields = 0;
  #mergeWork = 0;

  constructor(fragments: Fragments, limits: Limits) {
    this.#fragments = fragments;
    this.#limits = limits;
  }

  /** All that were met, written out. */
  get fields(): number {
    return this.#fields;
  }

  /** Returns how many fields these sets have once merged. */
  expand(sets: readonly SelectionSetNode[], depth: number): number {
    refuseOver('levels', depth, this.#limits.depth);
    const groups = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) this.#collect(set, groups, spread);
    for (const group of groups.values()) {
      this.#compare(group);
      const inner = group.flatMap((field) => field.selectionSet ?? []);
      if (inner.length > 0) this.expand(inner, depth + 1);
    }
    return groups.size;
  }

  expandOnce(fragment: FragmentDefinitionNode): void {
    if (!this.#met.has(fragment.name.value)) this.expand([fragment.selectionSet], 1);
  }

  #collect(set: SelectionSetNode, groups: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const selection of set.selections) {
      refuseOver('fields when its fragments are written out', ++this.#fields, this.#limits.expandedFields);
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const group = groups.get(key);
        if (group) group.push(selection);
        else groups.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, groups, spread);
      } else {
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        if (!fragment || spread.has(name)) continue;
        spread.add(name);
        this.#met.add(name);
        this.#collect(fragment.selectionSet, groups, spread);
      }
    }
  }

  /** Fields of one key are compared each with each, arguments included. */
  #compare(group: readonly FieldNode[]): void {
    if (group.length < 2) return;
    const size = group.reduce((sum, field) => sum + 1 + (field.arguments?.length ?? 0), 0);
    this.#mergeWork += group.length * size;
    if (this.#mergeWork > this.#limits.mergeWork) {
      throw refusedByLimit('The document asks for the same fields in too many places to merge them.');
    }
  }
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
