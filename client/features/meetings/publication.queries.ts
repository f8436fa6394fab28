import { graphql, type ResultOf } from '../../platform/graphql/graphql';

export const publicationLine = graphql(`
  fragment PublicationLine_publication on Publication @_unmask {
    id
    version
    archivedAt
    createdAt
    packKind: kind
    packStatus: status
    stepsDone
    packNumber: number
    isLate
    packLateReason: lateReason
    publishedAt
    recalledAt
    recallReason
    preparedBy {
      id
      name
    }
    publishedBy {
      id
      name
    }
    recalledBy {
      id
      name
    }
    parts {
      id
      part
      sha256
      pages
      files {
        format
        url
      }
    }
    viewerCan {
      recall
    }
  }
`);

export const publishingQuery = graphql(
  `
    query Publishing($id: ID!) {
      meeting(id: $id) {
        id
        title
        meetsOn
        meetingStatus: status
        changesCursor
        boards {
          id
          name
        }
        timetable {
          dispatchBy {
            on
          }
        }
        viewerCan {
          keep
        }
        publications {
          ...PublicationLine_publication
        }
      }
    }
  `,
  [publicationLine],
);

export const publicationChanges = graphql(
  `
    subscription PublicationChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        item {
          __typename
          ... on Publication {
            ...PublicationLine_publication
          }
        }
      }
    }
  `,
  [publicationLine],
);

export type PublishedMeeting = NonNullable<ResultOf<typeof publishingQuery>['meeting']>;
export type PublicationLineData = PublishedMeeting['publications'][number];

/** Where the files of a part are, by what sort they are. */
export const fileOf = (
  publication: PublicationLineData,
  part: 'PUBLIC' | 'FULL',
  format: 'HTML' | 'PDF' | 'WORD',
): string | undefined =>
  publication.parts.find((one) => one.part === part)?.files.find((file) => file.format === format)?.url;
