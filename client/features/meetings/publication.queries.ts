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
    steps
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
      rebuild
    }
  }
`);

/** Where an item would stand, were a pack prepared now. */
const packItem = graphql(`
  fragment PackItem_item on AgendaItem @_unmask {
    id
    title
    packParts
  }
`);

/** What is to be known of a report before a pack is prepared. */
const packedReport = graphql(`
  fragment PackedReport_report on Report @_unmask {
    id
    version
    archivedAt
    title
    isSignedOff
    signedOffDespite
    audience {
      kind
    }
    findings {
      kind
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
        startsAt
        place
        meetingStatus: status
        moved {
          meetsOn
          startsAt
          place
          movedAt
        }
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
        agendaItems {
          ...PackItem_item
          reports {
            ...PackedReport_report
          }
        }
      }
    }
  `,
  [publicationLine, packItem, packedReport],
);

/** The partnership for where the log stands: what a board publishes is followed from there. */
export const publishedPlansQuery = graphql(
  `
    query PublishedPlans($id: ID!, $partnershipId: ID!) {
      board(id: $id) {
        id
        publishedPlans {
          ...PublicationLine_publication
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
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
          ... on AgendaItem {
            ...PackItem_item
          }
          ... on Report {
            ...PackedReport_report
          }
        }
      }
    }
  `,
  [publicationLine, packItem, packedReport],
);

export type PublishedMeeting = NonNullable<ResultOf<typeof publishingQuery>['meeting']>;
export type PublicationLineData = ResultOf<typeof publicationLine>;

/** What is published, in words: within a sentence, and as its name. */
export const PUBLISHED_WORDS: Readonly<
  Record<PublicationLineData['packKind'], { name: string; what: string; keeps: string }>
> = {
  AGENDA: { name: 'Agenda', what: 'the papers', keeps: 'this meeting' },
  SUPPLEMENT: { name: 'Supplement', what: 'the papers', keeps: 'this meeting' },
  FORWARD_PLAN: { name: 'Forward plan', what: 'the forward plan', keeps: 'this board' },
};

export type PackedItem = PublishedMeeting['agendaItems'][number];
export type PackedReport = PackedItem['reports'][number];

/** Where the files of a part are, by what sort they are. */
export const fileOf = (
  publication: PublicationLineData,
  part: 'PUBLIC' | 'FULL',
  format: 'HTML' | 'PDF' | 'WORD',
): string | undefined =>
  publication.parts.find((one) => one.part === part)?.files.find((file) => file.format === format)?.url;
