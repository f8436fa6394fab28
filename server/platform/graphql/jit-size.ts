import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether the code the compiler would write stays small. It writes every fragment out where it is used,
 * and everything below a union once for each of its types: nested, that grows without bound.
 */
export function isSmallToCompile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  budget: number,
): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const applies = (type: GraphQLObjectType, condition: string | undefined): boolean => {
    const named = condition === undefined ? type : schema.getType(condition);
    return named === type || (isAbstractType(named) && schema.isSubType(named, type));
  };
  let left = budget;
  const spend = (set: SelectionSetNode, type: GraphQLObjectType): void => {
    for (const selection of set.selections) {
      if (left <= 0) return;
      if (selection.kind === Kind.FIELD) {
        left--;
        const result = getNamedType(type.getFields()[selection.name.value]?.type);
        if (!selection.selectionSet) continue;
        const types = isAbstractType(result)
          ? schema.getPossibleTypes(result)
          : isObjectType(result)
            ? [result]
            : [];
        for (const each of types) spend(selection.selectionSet, each);
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (inner && applies(type, inner.typeCondition?.name.value)) spend(inner.selectionSet, type);
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) spend(operation.selectionSet, root);
  return left > 0;
}

/** Fields of one variable, counted at every place they stand. */
const LARGEST_INPUT = 300;

/** Variables are read by code written out in full too: an input type that holds itself has no end. */
export function isSmallInput(type: GraphQLInputType | null | undefined): boolean {
  let left = LARGEST_INPUT;
  const spend = (each: GraphQLInputType | null | undefined): void => {
    const named = getNamedType(each);
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      if (--left > 0) spend(field.type);
    }
  };
  spend(type);
  return left > 0;
}
