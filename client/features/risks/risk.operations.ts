import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import type { RiskStatus } from '../../../schema/vocabulary';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';
import { comment, mitigation, riskNow } from './risk.queries';

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
const createComment = graphql(
  `mutation RemarkOnRisk($input: CreateCommentInput!) { createComment(input: $input) { comment { ...RiskComment_comment } } }`,
  [comment],
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
    remark: (itemId: string, text: string) =>
      tell(client.mutation(createComment, { input: { itemType: 'Risk', itemId, text } })),
  };
}

export type RiskVerbs = ReturnType<typeof riskVerbs>;

export function useRiskVerbs(): RiskVerbs {
  const client = useClient();
  return useMemo(() => riskVerbs(client), [client]);
}
