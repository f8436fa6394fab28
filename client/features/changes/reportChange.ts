import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

/** What a sentence needs of reports to boards and what belongs to them. */
export const reportChange = graphql(`
  fragment ReportChange on ChangedItem @_unmask {
    __typename
    ... on Report {
      id
      title
    }
    ... on ReportRecommendation {
      id
      report {
        id
        title
      }
    }
    ... on ReportClearance {
      id
      clearance: status
      report {
        id
        title
      }
    }
    ... on ReportVersion {
      id
      report {
        id
        title
      }
    }
    ... on Attachment {
      id
      attachmentTitle: title
      report {
        id
        title
      }
    }
  }
`);

type Names = 'Report' | 'ReportRecommendation' | 'ReportClearance' | 'ReportVersion' | 'Attachment';
type About = Extract<ResultOf<typeof reportChange>, { __typename: Names }>;

const REPORTS: readonly string[] = [
  ...['Report', 'ReportRecommendation', 'ReportClearance', 'ReportVersion', 'Attachment'],
];

export const isOfReport = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: Names }> => REPORTS.includes(item.__typename);

export function reportNamed(item: About): { name: string; href: string | null } {
  const report = item.__typename === 'Report' ? item : item.report;
  return report
    ? { name: `the report “${report.title}”`, href: `/reports/${report.id}` }
    : { name: item.__typename === 'Attachment' ? `“${item.attachmentTitle}”` : 'a report', href: null };
}

const ANSWERS: Readonly<Record<string, string>> = {
  REQUESTED: 'asked for a clearance of',
  CLEARED: 'cleared',
  CHANGES_WANTED: 'wants changes to',
};

/** What was done to a report, where that is not said by the kind of change alone. */
export function reportDone(item: About, kind: string, fields: readonly { field: string }[]): string | null {
  if (item.__typename === 'ReportClearance')
    return kind === 'ARCHIVED' ? 'took back asking for a clearance of' : (ANSWERS[item.clearance] ?? null);
  if (item.__typename === 'Attachment') return attachmentDone(item, kind);
  if (item.__typename === 'ReportVersion') return 'kept a version of';
  if (item.__typename === 'ReportRecommendation') return 'changed the recommendations of';
  if (kind === 'CREATED') return 'began';
  if (fields.some(({ field }) => field === 'signedOffAt')) return 'signed off';
  return fields.some(({ field }) => field === 'textChangedAt') ? 'wrote in' : null;
}

/** What is attached to an item of an agenda is named itself; what is attached to a report, by the report. */
function attachmentDone(item: Extract<About, { __typename: 'Attachment' }>, kind: string): string {
  const on = item.report ? `“${item.attachmentTitle}” ` : '';
  if (kind === 'CREATED') return item.report ? `attached ${on}to` : 'attached';
  if (kind === 'ARCHIVED') return item.report ? `put away ${on}of` : 'put away';
  if (kind === 'RESTORED') return item.report ? `brought back ${on}of` : 'brought back';
  return item.report ? `changed ${on}of` : 'changed';
}
