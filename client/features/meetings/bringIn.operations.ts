import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type ResultOf, type VariablesOf } from '../../platform/graphql/graphql';

const importedLine = graphql(`
  fragment ImportedLine_line on ImportedLine @_unmask {
    row
    title
    outcome
    meetsOn
    startsAt
    minutes
    peopleAsWritten
    notes
  }
`);

const importedMeeting = graphql(`
  fragment ImportedMeeting_meeting on ImportedMeeting @_unmask {
    meetsOn
    startsAt
    isNew
    note
  }
`);

const importForwardPlan = graphql(
  `mutation ImportForwardPlan($input: ImportForwardPlanInput!) {
    importForwardPlan(input: $input) { lines { ...ImportedLine_line } meetings { ...ImportedMeeting_meeting } }
  }`,
  [importedLine, importedMeeting],
);
const importAgenda = graphql(
  `mutation ImportAgenda($input: ImportAgendaInput!) {
    importAgenda(input: $input) { lines { ...ImportedLine_line } about { ...ImportedMeeting_meeting } lateReasonWanted }
  }`,
  [importedLine, importedMeeting],
);

export type BroughtLine = ResultOf<typeof importedLine>;
export interface Brought {
  readonly lines: readonly BroughtLine[];
  readonly meetings: readonly ResultOf<typeof importedMeeting>[];
  /** Why the chair’s reason is wanted for it, in words; null where it is not. */
  readonly lateReasonWanted: string | null;
}
type Answer = { brought: Brought; refusal: null } | { brought: null; refusal: Refusal };

const unanswered: Refusal = { code: 'INTERNAL', message: 'There was no answer.', fields: [], conflicts: [] };

function bringInVerbs(client: Client) {
  return {
    plan: async (input: VariablesOf<typeof importForwardPlan>['input']): Promise<Answer> => {
      const { data, error } = await client.mutation(importForwardPlan, { input }).toPromise();
      if (data) return { brought: { ...data.importForwardPlan, lateReasonWanted: null }, refusal: null };
      return { brought: null, refusal: refusalOf(error) ?? unanswered };
    },
    agenda: async (input: VariablesOf<typeof importAgenda>['input']): Promise<Answer> => {
      const { data, error } = await client.mutation(importAgenda, { input }).toPromise();
      if (!data) return { brought: null, refusal: refusalOf(error) ?? unanswered };
      const { lines, about, lateReasonWanted } = data.importAgenda;
      return { brought: { lines, meetings: [about], lateReasonWanted }, refusal: null };
    },
  };
}

/** Brings forward plans and agendas in, or with `dryRun` tells what would come of it. */
export function useBringInVerbs() {
  const client = useClient();
  return useMemo(() => bringInVerbs(client), [client]);
}
