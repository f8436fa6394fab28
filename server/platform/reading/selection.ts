import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  type SelectionNode,
} from 'graphql';

type Document = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** One field asked for: its name, the key it is answered under, its arguments and what is asked of it in turn. */
export interface SelectedField {
  name: string;
  key: string;
  args: Record<string, unknown>;
  selection: Selection;
}

/** A field that a document asks for, whatever its variables. */
interface Collected {
  field: GraphQLField<unknown, unknown>;
  key: string;
  nodes: readonly FieldNode[];
}

interface Collecting {
  byKey: Map<string, FieldNode[]>;
  /** Whether no directive has a say in it. */
  isFixed: boolean;
}

/** What was collected below a field, as long as its document is kept: documents are asked again and again. */
const kept = new WeakMap<FieldNode, Map<GraphQLObjectType, readonly Collected[]>>();
const NO_ARGUMENTS: Record<string, unknown> = {};

/** What a document asks of one value, before its type is known. */
export class Selection {
  constructor(
    private readonly document: Document,
    private readonly nodes: readonly FieldNode[],
  ) {}

  static of(info: GraphQLResolveInfo): Selection {
    return new Selection(info, info.fieldNodes);
  }

  /** The fields asked of a value of this type, fragments opened, repeated keys merged as GraphQL merges them. */
  fields(type: GraphQLObjectType): SelectedField[] {
    return this.collected(type).map(({ field, key, nodes }) => ({
      name: field.name,
      key,
      args: field.args.length
        ? getArgumentValues(field, nodes[0] as FieldNode, this.document.variableValues)
        : NO_ARGUMENTS,
      selection: new Selection(this.document, nodes),
    }));
  }

  private collected(type: GraphQLObjectType): readonly Collected[] {
    const [only, ...others] = this.nodes;
    if (!only || others.length) return this.collectAll(type).fields;
    const byType = kept.get(only) ?? new Map<GraphQLObjectType, readonly Collected[]>();
    const known = byType.get(type);
    if (known) return known;
    const { fields, isFixed } = this.collectAll(type);
    if (isFixed) kept.set(only, byType.set(type, fields));
    return fields;
  }

  private collectAll(type: GraphQLObjectType): { fields: Collected[]; isFixed: boolean } {
    const into: Collecting = { byKey: new Map(), isFixed: true };
    for (const node of this.nodes) this.collect(type, node.selectionSet?.selections ?? [], into);
    const known = type.getFields();
    const fields = [...into.byKey].flatMap(([key, nodes]) => {
      const field = nodes[0] && known[nodes[0].name.value];
      return field ? [{ field, key, nodes }] : [];
    });
    return { fields, isFixed: into.isFixed };
  }

  /** Both selections together. */
  with(other: Selection): Selection {
    return new Selection(this.document, [...this.nodes, ...other.nodes]);
  }

  /** What is asked of one field by name, under whichever keys. */
  field(type: GraphQLObjectType, name: string): SelectedField | undefined {
    return this.fields(type).find((field) => field.name === name);
  }

  private collect(type: GraphQLObjectType, selections: readonly SelectionNode[], into: Collecting): void {
    for (const node of selections) {
      if (node.directives?.length) into.isFixed = false;
      if (!this.isIncluded(node)) continue;
      if (node.kind === 'Field') {
        const key = node.alias?.value ?? node.name.value;
        const same = into.byKey.get(key);
        if (same) same.push(node);
        else into.byKey.set(key, [node]);
        continue;
      }
      const fragment = node.kind === 'FragmentSpread' ? this.document.fragments[node.name.value] : node;
      if (fragment && this.applies(type, fragment.typeCondition?.name.value))
        this.collect(type, fragment.selectionSet.selections, into);
    }
  }

  private applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (!condition || condition === type.name) return true;
    const abstract = this.document.schema.getType(condition);
    return isAbstractType(abstract) && this.document.schema.isSubType(abstract, type);
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    const { variableValues } = this.document;
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
    );
  }
}
