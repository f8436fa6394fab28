import { useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { clearanceRow, recommendationRow, reportHead } from './report.queries';

const update = graphql(
  `mutation UpdateReport($input: UpdateReportInput!) { updateReport(input: $input) { report { ...Report_report } } }`,
  [reportHead],
);
const signOff = graphql(`
  mutation SignOffReport($input: SignOffReportInput!) {
    signOffReport(input: $input) { report { id version isSignedOff signedOffAt signedOffDespite } }
  }
`);
const standing = graphql(`
  query ReportAsRead($id: ID!) { report(id: $id) { id contentHash } }
`);
const keep = graphql(`
  mutation KeepReportVersion($input: KeepReportVersionInput!) {
    keepReportVersion(input: $input) { reportVersion { id } }
  }
`);
const addRecommendation = graphql(
  `mutation CreateReportRecommendation($input: CreateReportRecommendationInput!) {
    createReportRecommendation(input: $input) { reportRecommendation { ...Recommendation_row } }
  }`,
  [recommendationRow],
);
const reword = graphql(
  `mutation UpdateReportRecommendation($input: UpdateReportRecommendationInput!) {
    updateReportRecommendation(input: $input) { reportRecommendation { ...Recommendation_row } }
  }`,
  [recommendationRow],
);
const move = graphql(
  `mutation MoveReportRecommendation($input: MoveReportRecommendationInput!) {
    moveReportRecommendation(input: $input) { reportRecommendation { ...Recommendation_row } }
  }`,
  [recommendationRow],
);
const drop = graphql(`
  mutation ArchiveReportRecommendation($input: ItemVersionInput!) {
    archiveReportRecommendation(input: $input) { reportRecommendation { id version archivedAt } }
  }
`);
const requestClearance = graphql(
  `mutation RequestReportClearance($input: RequestReportClearanceInput!) {
    requestReportClearance(input: $input) { reportClearance { ...Clearance_row } }
  }`,
  [clearanceRow],
);
const answerClearance = graphql(
  `mutation AnswerReportClearance($input: AnswerReportClearanceInput!) {
    answerReportClearance(input: $input) { reportClearance { ...Clearance_row } }
  }`,
  [clearanceRow],
);
const archiveClearance = graphql(`
  mutation ArchiveReportClearance($input: ItemVersionInput!) {
    archiveReportClearance(input: $input) { reportClearance { id version archivedAt } }
  }
`);

/** What can be done with a report. Each answers null when it is done, or why not. */
export function useReportVerbs() {
  const client = useClient();
  return useMemo(() => {
    const verb = verbMaker(client);
    return {
      /** In which words it stands for the reader now: what they sign or clear. */
      asRead: async (id: string): Promise<string> => {
        const { data } = await client.query(standing, { id }, { requestPolicy: 'network-only' });
        return data?.report?.contentHash ?? '';
      },
      update: verb(update),
      signOff: verb(signOff),
      keep: verb(keep),
      addRecommendation: verb(addRecommendation),
      reword: verb(reword),
      move: verb(move),
      drop: verb(drop),
      requestClearance: verb(requestClearance),
      answerClearance: verb(answerClearance),
      archiveClearance: verb(archiveClearance),
    };
  }, [client]);
}
