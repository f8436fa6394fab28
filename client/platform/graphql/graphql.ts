import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../graphql-env.js';

/** Writes documents whose answers are typed from the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; Date: string; DateTime: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';
