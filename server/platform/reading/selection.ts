import {
  type FieldNode,
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
    const byKey = new Map<string, FieldNode[]>();
    for (const node of this.nodes) this.collect(type, node.selectionSet?.selections ?? [], byKey);
    const known = type.getFields();
    return [...byKey].flatMap(([key, nodes]) => {
      const node = nodes[0];
      const field = node && known[node.name.value];
      if (!node || !field) return [];
      const args = field.args.length ? getArgumentValues(field, node, this.document.variableValues) : {};
      return [{ name: field.name, key, args, selection: new Selection(this.document, nodes) }];
    });
  }

  /** Both selections together. */
  with(other: Selection): Selection {
    return new Selection(this.document, [...this.nodes, ...other.nodes]);
  }

  /** What is asked of one field by name, under whichever keys. */
  field(type: GraphQLObjectType, name: string): SelectedField | undefined {
    return this.fields(type).find((field) => field.name === name);
  }

  private collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    into: Map<string, FieldNode[]>,
  ): void {
    for (const node of selections) {
      if (!this.isIncluded(node)) continue;
      if (node.kind === 'Field') {
        const key = node.alias?.value ?? node.name.value;
        const same = into.get(key);
        if (same) same.push(node);
        else into.set(key, [node]);
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
