import { type DocumentNode, Kind, visit } from 'graphql';

/**
 * The same document, in which every `__type` asks for a type without a name: to those who may not read
 * the schema no type exists, whichever they guess, and GraphQL's answer to that is null.
 */
export function hideTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.FIELD]: (node) => {
      if (node.name.value !== '__type') return undefined;
      const value = { kind: Kind.STRING, value: '' } as const;
      const name = { kind: Kind.NAME, value: 'name' } as const;
      return { ...node, arguments: [{ kind: Kind.ARGUMENT, name, value }] };
    },
  });
}
