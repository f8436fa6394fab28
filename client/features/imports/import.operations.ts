import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';
import { importReport } from './import.queries';

const previewImport = graphql(
  `mutation PreviewImport($input: PreviewImportInput!) {
    previewImport(input: $input) { import { ...ImportReport_import } }
  }`,
  [importReport],
);
const applyImport = graphql(
  `mutation ApplyImport($input: ApplyImportInput!) { applyImport(input: $input) { import { ...ImportReport_import } } }`,
  [importReport],
);
const undoImport = graphql(
  `mutation UndoImport($input: UndoImportInput!) { undoImport(input: $input) { import { ...ImportReport_import } } }`,
  [importReport],
);

export type PreviewInput = VariablesOf<typeof previewImport>['input'];
export type NewPlanInput = NonNullable<PreviewInput['newPlan']>;
export type AcceptInput = NonNullable<VariablesOf<typeof applyImport>['input']['accept']>[number];

export function importVerbs(client: Client) {
  return {
    preview: async (input: PreviewInput) => {
      const { data, error } = await client.mutation(previewImport, { input }).toPromise();
      return { made: data?.previewImport.import ?? null, refusal: refusalOf(error) };
    },
    apply: async (id: string, accept: AcceptInput[], createMissing: boolean) =>
      refusalOf(
        (await client.mutation(applyImport, { input: { id, accept, createMissing } }).toPromise()).error,
      ),
    undo: async (id: string) =>
      refusalOf((await client.mutation(undoImport, { input: { id } }).toPromise()).error),
  };
}

export function useImportVerbs() {
  const client = useClient();
  return useMemo(() => importVerbs(client), [client]);
}
