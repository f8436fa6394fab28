import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { attachmentRow } from '../attachments/attachment.queries';

const person = graphql(`fragment ReportPerson on Person @_unmask { id name }`);
const body = graphql(`fragment ReportBody on Organisation @_unmask { id name shortName }`);

export const recommendationRow = graphql(`
  fragment Recommendation_row on ReportRecommendation @_unmask {
    id
    version
    verb
    text
  }
`);

export const clearanceRow = graphql(
  `
  fragment Clearance_row on ReportClearance @_unmask {
    id
    version
    kind
    status
    dueOn
    note
    answeredAt
    isOfEarlierText
    organisation {
      ...ReportBody
    }
    person {
      ...ReportPerson
    }
    answeredBy {
      ...ReportPerson
    }
    viewerCan {
      answer
      archive
    }
  }
`,
  [person, body],
);

/** Who sees a report. */
export const reportSight = graphql(`
  fragment ReportSight_report on Report @_unmask {
    id
    version
    isRestricted
    audience {
      kind
      label
    }
    ownAudience {
      kind
      memberIds
    }
  }
`);

export const reportHead = graphql(
  `
  fragment Report_report on Report @_unmask {
    id
    version
    title
    archivedAt
    draftDueOn
    textChangedAt
    textChangedBy {
      ...ReportPerson
    }
    isSignedOff
    signedOffAt
    signedOffBy {
      ...ReportPerson
    }
    signedOffDespite
    ...ReportSight_report
    leadOrganisation {
      ...ReportBody
    }
    authorOrganisations {
      ...ReportBody
    }
    authors {
      ...ReportPerson
    }
    sponsor {
      ...ReportPerson
    }
    reportTemplate {
      title
      requiredClearances
      sections {
        key
        title
        guidance
        isRequired
      }
    }
    recommendations {
      ...Recommendation_row
    }
    clearances {
      ...Clearance_row
    }
    attachments {
      ...Attachment_row
    }
    versions {
      id
      reason
      note
      createdAt
      isCurrent
      keptBy {
        ...ReportPerson
      }
    }
    findings {
      kind
      section
      where
      remedy
    }
    meeting {
      id
      title
      meetsOn
      boards {
        id
        name
      }
    }
    board {
      id
      name
    }
    viewerCan {
      manage
      write
      signOff
    }
  }
`,
  [person, body, reportSight, recommendationRow, clearanceRow, attachmentRow],
);

export const reportQuery = graphql(
  `query Report($id: ID!) {
    report(id: $id) {
      ...Report_report
      meeting {
        id
        changesCursor
      }
    }
  }`,
  [reportHead],
);

export const reportText = graphql(`
  subscription ReportText($id: ID!, $key: String!, $stateVector: String) {
    reportText(id: $id, key: $key, stateVector: $stateVector) {
      event
      update
      stateVector
      writers {
        key
        cursor
        person {
          id
          name
        }
        organisation {
          id
          name
          shortName
        }
      }
    }
  }
`);

export const writeReport = graphql(`
  mutation WriteReport($input: WriteReportInput!) {
    writeReport(input: $input) {
      report {
        id
      }
    }
  }
`);

export const pointInReport = graphql(`
  mutation PointInReport($input: PointInReportInput!) {
    pointInReport(input: $input) {
      report {
        id
      }
    }
  }
`);

export const reportVersionQuery = graphql(`
  query ReportVersion($id: ID!) {
    reportVersion(id: $id) {
      id
      createdAt
      recommended
      sections {
        key
        title
        blocks
      }
    }
  }
`);

export type Report = NonNullable<ResultOf<typeof reportQuery>['report']>;
export type Clearance = Report['clearances'][number];
export type Recommendation = Report['recommendations'][number];
export type Finding = Report['findings'][number];
export type Version = Report['versions'][number];
export type Writer = NonNullable<ResultOf<typeof reportText>['reportText']['writers']>[number];
