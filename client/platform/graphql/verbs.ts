import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { type Refusal, refusalOf } from './errors';
import type { VariablesOf } from './graphql';

export type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;

/** Makes verbs of mutations: each sends its input, and answers null when it is done, or why not. */
export const verbMaker =
  (client: Client) =>
  <Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) =>
  async (input: InputOf<typeof document>): Promise<Refusal | null> =>
    refusalOf((await client.mutation(document, { input } as unknown as Variables).toPromise()).error);
