import { graphql } from '../../platform/graphql/graphql';
import { linkedOrigin } from './origin.queries';

export const linkPriority = graphql(
  `mutation LinkPriority($input: LinkPriorityInput!) {
    linkPriority(input: $input) { origin { ...LinkedOrigin_origin } }
  }`,
  [linkedOrigin],
);
export const unlinkPriority = graphql(
  `mutation UnlinkPriority($input: ItemVersionInput!) {
    unlinkPriority(input: $input) { origin { ...LinkedOrigin_origin } }
  }`,
  [linkedOrigin],
);
