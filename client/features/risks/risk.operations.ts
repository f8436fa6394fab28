import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import type { RiskStatus } from '../../../schema/vocabulary';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';
import { mitigation, riskNow } from './risk.queries';

const createRisk = graphql(
  `mutation CreateRisk($input: CreateRiskInput!) { createRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const updateRisk = graphql(
  `mutation UpdateRisk($input: UpdateRiskInput!) { updateRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const scoreRisk = graphql(
  `mutation ScoreRisk($input: ScoreRiskInput!) { scoreRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const closeRisk = graphql(
  `mutation CloseRisk($input: ItemVersionInput!) { closeRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const reopenRisk = graphql(
  `mutation ReopenRisk($input: ItemVersionInput!) { reopenRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const createMitigation = graphql(
  `
    mutation CreateMitigation($input: CreateMitigationInput!) {
      createMitigation(input: $input) {
        mitigation { ...Mitigation_mitigation risk { id mitigations { ...Mitigation_mitigation } } }
      }
    }
  `,
  [mitigation],
);
const rateMitigation = graphql(
  `mutation RateMitigation($input: RateMitigationInput!) { rateMitigation(input: $input) { mitigation { ...Mitigation_mitigation } } }`,
  [mitigation],
);
const updateMitigation = graphql(
  `mutation UpdateMitigation($input: UpdateMitigationInput!) { updateMitigation(input: $input) { mitigation { ...Mitigation_mitigation } } }`,
  [mitigation],
);
const assignRisk = graphql(
  `mutation AssignRisk($input: AssignRiskInput!) { assignRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const archiveRisk = graphql(
  `mutation ArchiveRisk($input: ItemVersionInput!) { archiveRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const restoreRisk = graphql(
  `mutation RestoreRisk($input: ItemVersionInput!) { restoreRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);
const assignMitigation = graphql(
  `mutation AssignMitigation($input: AssignMitigationInput!) { assignMitigation(input: $input) { mitigation { ...Mitigation_mitigation } } }`,
  [mitigation],
);
/** What is told when one leaves the list or comes back to it. */
const lists = graphql(
  `
    fragment Mitigations_risk on Risk @_unmask {
      id
      mitigations { ...Mitigation_mitigation }
      archivedMitigations { ...Mitigation_mitigation }
    }
  `,
  [mitigation],
);
const archiveMitigation = graphql(
  `mutation ArchiveMitigation($input: ItemVersionInput!) { archiveMitigation(input: $input) { mitigation { ...Mitigation_mitigation risk { ...Mitigations_risk } } } }`,
  [mitigation, lists],
);
const restoreMitigation = graphql(
  `mutation RestoreMitigation($input: ItemVersionInput!) { restoreMitigation(input: $input) { mitigation { ...Mitigation_mitigation risk { ...Mitigations_risk } } } }`,
  [mitigation, lists],
);

type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;
type Sent = { toPromise(): Promise<{ error?: Parameters<typeof refusalOf>[0] }> };

/** Everything that can be done to a risk. Each answers null when it is done, or why not. */
export function riskVerbs(client: Client) {
  const tell = async (sent: Sent): Promise<Refusal | null> => refusalOf((await sent.toPromise()).error);
  return {
    create: (input: InputOf<typeof createRisk>) => tell(client.mutation(createRisk, { input })),
    update: (input: InputOf<typeof updateRisk>) => tell(client.mutation(updateRisk, { input })),
    score: (input: InputOf<typeof scoreRisk>) => tell(client.mutation(scoreRisk, { input })),
    /** Open or closed. */
    become: (status: keyof typeof RiskStatus, input: InputOf<typeof closeRisk>) =>
      tell(client.mutation(status === 'CLOSED' ? closeRisk : reopenRisk, { input })),
    mitigate: (input: InputOf<typeof createMitigation>) => tell(client.mutation(createMitigation, { input })),
    rateMitigation: (input: InputOf<typeof rateMitigation>) =>
      tell(client.mutation(rateMitigation, { input })),
    updateMitigation: (input: InputOf<typeof updateMitigation>) =>
      tell(client.mutation(updateMitigation, { input })),
    assign: (input: InputOf<typeof assignRisk>) => tell(client.mutation(assignRisk, { input })),
    archive: (input: InputOf<typeof archiveRisk>) => tell(client.mutation(archiveRisk, { input })),
    restore: (input: InputOf<typeof restoreRisk>) => tell(client.mutation(restoreRisk, { input })),
    assignMitigation: (input: InputOf<typeof assignMitigation>) =>
      tell(client.mutation(assignMitigation, { input })),
    archiveMitigation: (input: InputOf<typeof archiveMitigation>) =>
      tell(client.mutation(archiveMitigation, { input })),
    restoreMitigation: (input: InputOf<typeof restoreMitigation>) =>
      tell(client.mutation(restoreMitigation, { input })),
  };
}

export type RiskVerbs = ReturnType<typeof riskVerbs>;

export function useRiskVerbs(): RiskVerbs {
  const client = useClient();
  return useMemo(() => riskVerbs(client), [client]);
}
