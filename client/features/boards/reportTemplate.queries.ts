import { graphql, type ResultOf } from '../../platform/graphql/graphql';

export const reportTemplate = graphql(`
  fragment ReportTemplate_template on BoardReportTemplate @_unmask {
    id
    version
    title
    isAdjusted
    requiredClearances
    sections {
      key
      title
      guidance
      isRequired
    }
    shipped {
      title
      requiredClearances
      sections {
        key
        title
        guidance
        isRequired
      }
    }
    viewerCan {
      update
    }
  }
`);

export const reportTemplateQuery = graphql(
  `
    query ReportTemplate($id: ID!, $partnershipId: ID!) {
      board(id: $id) {
        id
        name
        reportTemplate {
          ...ReportTemplate_template
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
      }
    }
  `,
  [reportTemplate],
);

export type ReportTemplate = ResultOf<typeof reportTemplate>;
export type TemplateSection = ReportTemplate['sections'][number];
