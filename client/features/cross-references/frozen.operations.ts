import { useMemo } from 'react';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { frozenHead } from './frozen.queries';

const freezeInterdependencies = graphql(
  `mutation FreezeInterdependencies($input: FreezeInterdependenciesInput!) {
    freezeInterdependencies(input: $input) { frozenMap { ...FrozenHead_map } }
  }`,
  [frozenHead],
);
const withdrawFrozenMap = graphql(
  `mutation WithdrawFrozenMap($input: WithdrawFrozenMapInput!) {
    withdrawFrozenMap(input: $input) { frozenMap { ...FrozenHead_map content { unplaced } } }
  }`,
  [frozenHead],
);

type FreezeInput = VariablesOf<typeof freezeInterdependencies>['input'];
type Frozen = { readonly id: string; readonly refusal: null } | { readonly refusal: Refusal };

/** Freezes a map, and answers with where the copy is; or why not. */
export function useFreeze(): (input: FreezeInput) => Promise<Frozen> {
  const client = useClient();
  return async (input) => {
    const { data, error } = await client.mutation(freezeInterdependencies, { input }).toPromise();
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    return { id: data?.freezeInterdependencies.frozenMap.id ?? '', refusal: null };
  };
}

/** Withdraws a copy. Answers null when it is done, or why not. */
export function useWithdraw() {
  const client = useClient();
  return useMemo(() => verbMaker(client)(withdrawFrozenMap), [client]);
}
