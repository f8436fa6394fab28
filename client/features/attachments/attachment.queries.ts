import { graphql, type ResultOf } from '../../platform/graphql/graphql';

export const attachmentRow = graphql(`
  fragment Attachment_row on Attachment @_unmask {
    id
    version
    attachmentTitle: title
    altText
    format
    attachmentKind: kind
    bytes
    pages
    address
    inside: findings {
      words
      isTakenOut
    }
    viewerCan {
      edit
    }
  }
`);

export const itemAttachmentsQuery = graphql(
  `query ItemAttachments($id: ID!) {
    agendaItem(id: $id) {
      id
      attachments {
        ...Attachment_row
      }
    }
  }`,
  [attachmentRow],
);

export type Attachment = ResultOf<typeof attachmentRow>;
