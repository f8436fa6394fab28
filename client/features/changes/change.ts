import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { meetingChange } from './meetingChange.js';
import { reportChange } from './reportChange.js';

/**
 * One entry of the change log with as much of its item as a sentence about it needs. Fields that differ in type
 * from one item to another go by names of their own.
 */
export const toldChange = graphql(
  `
  fragment ToldChange_change on Change @_unmask {
    cursor
    at
    kind
    itemType
    itemId
    actor {
      id
      name
    }
    organisation {
      id
      name
      shortName
    }
    fields {
      field
      before
      after
    }
    item {
      __typename
      ... on Action {
        id
        reference
        title
        workstream {
          id
          number
        }
        plan {
          id
        }
      }
      ... on Update {
        id
        action {
          id
          reference
          title
          workstream {
            id
            number
          }
          plan {
            id
          }
        }
      }
      ... on Placement {
        id
        action {
          ...ChangeEnd
        }
        within: plan {
          id
          title
        }
      }
      ... on Workstream {
        id
        number
        title
        plan {
          id
        }
      }
      ... on CrossReference {
        id
        answer: status
        from {
          ...ChangeEnd
        }
        to {
          ...ChangeEnd
        }
      }
      ... on ImpactNotice {
        id
        outcome: status
        told: organisation {
          id
          name
        }
        crossReference {
          id
          promise: kind
          from {
            ...ChangeEnd
          }
          to {
            ...ChangeEnd
          }
        }
      }
      ... on SameWorkDismissal {
        id
        action {
          ...ChangeEnd
        }
        other {
          ...ChangeEnd
        }
      }
      ... on RestrictedContact {
        id
        action {
          ...ChangeEnd
        }
      }
      ... on Risk {
        id
        reference
        event
      }
      ... on Mitigation {
        id
        description
      }
      ... on Plan {
        id
        title
      }
      ... on Priority {
        id
        priorityNumber: number
        title
        plan {
          id
        }
      }
      ... on ExternalDependency {
        id
        title
        awaitedBy: plan {
          id
        }
      }
      ... on Watch {
        id
        movedAt
        externalDependency {
          id
          title
          awaitedBy: plan {
            id
          }
        }
      }
      ... on FrozenMap {
        id
        title
      }
      ... on Comment {
        id
        about: itemType
      }
      ... on Organisation {
        id
        name
      }
      ... on Board {
        id
        name
      }
      ... on AccountableBusinessUnit {
        id
        name
      }
      ... on Person {
        id
        name
      }
      ... on Partnership {
        id
        name
      }
      ... on Post {
        id
        title
      }
      ... on BoardRules {
        id
        ruled: board {
          id
          name
        }
      }
      ... on BoardReportTemplate {
        id
        laidOut: board {
          id
          name
        }
      }
      ... on Seat {
        id
        board {
          id
          name
        }
      }
      ... on Membership {
        id
        person {
          id
          name
        }
      }
      ... on DelegatedFunction {
        id
        function
      }
      ...MeetingChange
      ...ReportChange
    }
  }
`,
  [
    meetingChange,
    reportChange,
    graphql(`
  fragment ChangeEnd on CrossReferenceEnd @_unmask {
    __typename
    ... on Action {
      id
      reference
      title
      workstream {
        id
        number
      }
      plan {
        id
      }
    }
    ... on Workstream {
      id
      number
      title
      plan {
        id
      }
    }
    ... on Risk {
      id
      reference
      event
    }
    ... on Mitigation {
      id
      description
    }
    ... on ExternalDependency {
      id
      title
      awaitedBy: plan {
        id
      }
    }
    ... on Priority {
      id
      priorityNumber: number
      title
      plan {
        id
      }
    }
    ... on Plan {
      id
      title
    }
  }
`),
  ],
);

export type ToldChange = ResultOf<typeof toldChange>;
