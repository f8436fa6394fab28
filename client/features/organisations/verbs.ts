import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import type { VariablesOf } from '../../platform/graphql/graphql';

export type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;

/** A mutation as a verb: it answers null when it is done, or why not. */
export const telling =
  (client: Client) =>
  <Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) =>
  async (input: InputOf<typeof document>): Promise<Refusal | null> =>
    refusalOf((await client.mutation(document, { input } as unknown as Variables).toPromise()).error);
