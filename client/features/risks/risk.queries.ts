import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { comment } from '../actions/comments';
import { crossReference } from '../actions/crossReferences';
import { owner } from '../actions/owners';
import { timing } from '../actions/timing';

const score = graphql(`
  fragment Score_score on RiskScore @_unmask {
    likelihood
    impact
    score
    band
  }
`);

/** A risk as one row of the register. What live changes of many types name alike goes by a name of its own. */
export const riskRow = graphql(
  `
    fragment RiskRow_risk on Risk @_unmask {
      id
      version
      reference
      event
      riskStatus: status
      isRestricted
      reviewOn
      inherent {
        ...Score_score
      }
      current {
        ...Score_score
      }
      target {
        ...Score_score
      }
      owners {
        ...Owner_ownership
      }
      plan {
        id
        title
      }
      workstream {
        id
        number
        title
      }
      mitigationStatuses: mitigations {
        id
        status
        archivedAt
      }
    }
  `,
  [score, owner],
);

export const mitigation = graphql(
  `
    fragment Mitigation_mitigation on Mitigation @_unmask {
      id
      version
      description
      status
      archivedAt
      timing {
        ...Timing_timing
      }
      owners {
        ...Owner_ownership
      }
      viewerCan {
        update
        rate
        signOff
        assign
        archive
      }
    }
  `,
  [owner, timing],
);

/** What a mutation answers and a live change brings: the row and the words of its panel. */
export const riskNow = graphql(
  `
    fragment RiskNow_risk on Risk @_unmask {
      ...RiskRow_risk
      cause
      effect
      controls
      archivedAt
      audience {
        kind
        label
        memberIds
      }
      ownAudience {
        kind
        memberIds
      }
      viewerCan {
        update
        archive
        restrict
        comment
      }
    }
  `,
  [riskRow],
);

export const risksQuery = graphql(
  `
    query Risks($within: ID!, $filter: RiskFilter, $orderBy: RiskOrder!, $after: String) {
      risks(within: $within, filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
        totalCount
        nodes {
          ...RiskRow_risk
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [riskRow],
);

/** What the register can be narrowed by, and where its live changes begin. */
export const registerQuery = graphql(`
  query RiskRegister($id: ID!) {
    partnership(id: $id) {
      id
      changesCursor
      organisations {
        id
        name
        shortName
      }
      plans {
        id
        title
        archivedAt
        viewerCan {
          create
        }
        workstreams {
          id
          number
          title
          viewerCan {
            create
          }
        }
      }
    }
  }
`);

export const riskQuery = graphql(
  `
    query RiskPanel($id: ID!) {
      risk(id: $id) {
        ...RiskNow_risk
        mitigations {
          ...Mitigation_mitigation
        }
        archivedMitigations {
          ...Mitigation_mitigation
        }
        crossReferences {
          ...CrossReference_reference
        }
        withdrawnCrossReferences {
          ...CrossReference_reference
        }
        comments {
          ...Comment_comment
        }
      }
    }
  `,
  [riskNow, mitigation, crossReference, comment],
);

export const riskChanges = graphql(
  `
    subscription RiskChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        actor {
          id
          name
        }
        organisation {
          id
          name
        }
        fields {
          field
        }
        item {
          __typename
          ... on Risk {
            ...RiskNow_risk
          }
          ... on Mitigation {
            ...Mitigation_mitigation
            risk {
              id
            }
          }
          ... on CrossReference {
            ...CrossReference_reference
          }
        }
      }
    }
  `,
  [riskNow, mitigation, crossReference],
);

export type Score = ResultOf<typeof score>;
export type RiskRow = ResultOf<typeof riskRow>;
export type PanelRisk = NonNullable<ResultOf<typeof riskQuery>['risk']>;
export type Mitigation = ResultOf<typeof mitigation>;
export type Register = NonNullable<ResultOf<typeof registerQuery>['partnership']>;
export type RiskChange = ResultOf<typeof riskChanges>['changes'];
