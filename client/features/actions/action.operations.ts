import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import type { BragStatus } from '../../../schema/vocabulary';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import type { InputOf } from '../../platform/graphql/verbs';
import { actionNow } from './actionRow';
import { crossReference } from './crossReferences';
import { update } from './updates';

const rateAction = graphql(
  `mutation RateAction($input: RateActionInput!) { rateAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const signOffAction = graphql(
  `mutation SignOffAction($input: ItemVersionInput!) { signOffAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const updateAction = graphql(
  `mutation UpdateAction($input: UpdateActionInput!) { updateAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const assignAction = graphql(
  `mutation AssignAction($input: AssignActionInput!) { assignAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const createAction = graphql(
  `mutation CreateAction($input: CreateActionInput!) { createAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const archiveAction = graphql(
  `mutation ArchiveAction($input: ItemVersionInput!) { archiveAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const restoreAction = graphql(
  `mutation RestoreAction($input: ItemVersionInput!) { restoreAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const moveAction = graphql(
  `mutation MoveAction($input: MoveActionInput!) { moveAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const reportUpdate = graphql(
  `
    mutation ReportUpdate($input: ReportUpdateInput!) {
      reportUpdate(input: $input) { update { ...Update_update action { ...ActionNow_action updates { ...Update_update } } } }
    }
  `,
  [update, actionNow],
);
const archiveUpdate = graphql(
  `mutation ArchiveUpdate($input: ItemVersionInput!) { archiveUpdate(input: $input) { update { ...Update_update } } }`,
  [update],
);
const restoreUpdate = graphql(
  `mutation RestoreUpdate($input: ItemVersionInput!) { restoreUpdate(input: $input) { update { ...Update_update } } }`,
  [update],
);
const confirmCrossReference = graphql(
  `mutation Confirm($input: ItemVersionInput!) { confirmCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const disputeCrossReference = graphql(
  `mutation Dispute($input: DisputeCrossReferenceInput!) { disputeCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const counterCrossReference = graphql(
  `mutation Counter($input: CounterCrossReferenceInput!) { counterCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const archiveCrossReference = graphql(
  `mutation Withdraw($input: ItemVersionInput!) { archiveCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const restoreCrossReference = graphql(
  `mutation BringBack($input: ItemVersionInput!) { restoreCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const updateCrossReference = graphql(
  `mutation Amend($input: UpdateCrossReferenceInput!) { updateCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);
const proposeCrossReference = graphql(
  `mutation Propose($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { ...CrossReference_reference } } }`,
  [crossReference],
);

/** Everything that can be done to an action. Each answers null when it is done, or why not. */
export function actionVerbs(client: Client) {
  const tell = async (sent: {
    toPromise(): Promise<{ error?: Parameters<typeof refusalOf>[0] }>;
  }): Promise<Refusal | null> => refusalOf((await sent.toPromise()).error);
  return {
    /** Blue is no rating: it is a sponsor’s sign-off. */
    rate: (id: string, status: keyof typeof BragStatus, expectedVersion: number) =>
      status === 'BLUE'
        ? tell(client.mutation(signOffAction, { input: { id, expectedVersion } }))
        : tell(client.mutation(rateAction, { input: { id, status, expectedVersion } })),
    update: (input: InputOf<typeof updateAction>) => tell(client.mutation(updateAction, { input })),
    assign: (input: InputOf<typeof assignAction>) => tell(client.mutation(assignAction, { input })),
    create: (input: InputOf<typeof createAction>) => tell(client.mutation(createAction, { input })),
    archive: (input: InputOf<typeof archiveAction>) => tell(client.mutation(archiveAction, { input })),
    restore: (input: InputOf<typeof restoreAction>) => tell(client.mutation(restoreAction, { input })),
    move: (input: InputOf<typeof moveAction>) => tell(client.mutation(moveAction, { input })),
    report: (input: InputOf<typeof reportUpdate>) => tell(client.mutation(reportUpdate, { input })),
    archiveReport: (input: InputOf<typeof archiveUpdate>) => tell(client.mutation(archiveUpdate, { input })),
    restoreReport: (input: InputOf<typeof restoreUpdate>) => tell(client.mutation(restoreUpdate, { input })),
    confirm: (input: InputOf<typeof confirmCrossReference>) =>
      tell(client.mutation(confirmCrossReference, { input })),
    counter: (input: InputOf<typeof counterCrossReference>) =>
      tell(client.mutation(counterCrossReference, { input })),
    dispute: (input: InputOf<typeof disputeCrossReference>) =>
      tell(client.mutation(disputeCrossReference, { input })),
    withdraw: (input: InputOf<typeof archiveCrossReference>) =>
      tell(client.mutation(archiveCrossReference, { input })),
    bringBack: (input: InputOf<typeof restoreCrossReference>) =>
      tell(client.mutation(restoreCrossReference, { input })),
    amend: (input: InputOf<typeof updateCrossReference>) =>
      tell(client.mutation(updateCrossReference, { input })),
    propose: (input: InputOf<typeof proposeCrossReference>) =>
      tell(client.mutation(proposeCrossReference, { input })),
  };
}

export type ActionVerbs = ReturnType<typeof actionVerbs>;

export function useActionVerbs(): ActionVerbs {
  const client = useClient();
  return useMemo(() => actionVerbs(client), [client]);
}
