import { useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { impactNotice } from './impactNotices';

const answerImpactNotice = graphql(
  `mutation AnswerNotice($input: AnswerImpactNoticeInput!) { answerImpactNotice(input: $input) { impactNotice { ...ImpactNotice_notice } } }`,
  [impactNotice],
);

/** What an organisation can do about a slip it was told of. Answers null when it is done, or why not. */
export function useNoticeAnswer() {
  const client = useClient();
  return useMemo(() => verbMaker(client)(answerImpactNotice), [client]);
}
