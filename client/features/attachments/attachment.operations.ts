import { useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { attachmentRow } from './attachment.queries';

const create = graphql(
  `mutation CreateAttachment($input: CreateAttachmentInput!) {
    createAttachment(input: $input) { attachment { ...Attachment_row } }
  }`,
  [attachmentRow],
);
const update = graphql(
  `mutation UpdateAttachment($input: UpdateAttachmentInput!) {
    updateAttachment(input: $input) { attachment { ...Attachment_row } }
  }`,
  [attachmentRow],
);
const move = graphql(
  `mutation MoveAttachment($input: MoveAttachmentInput!) {
    moveAttachment(input: $input) { attachment { ...Attachment_row } }
  }`,
  [attachmentRow],
);
const archive = graphql(`
  mutation ArchiveAttachment($input: ItemVersionInput!) {
    archiveAttachment(input: $input) { attachment { id version archivedAt } }
  }
`);
const restore = graphql(`
  mutation RestoreAttachment($input: ItemVersionInput!) {
    restoreAttachment(input: $input) { attachment { id version archivedAt } }
  }
`);

/** What can be done with attachments. Each answers null when it is done, or why not. */
export function useAttachmentVerbs() {
  const client = useClient();
  return useMemo(() => {
    const verb = verbMaker(client);
    return {
      ...{ create: verb(create), update: verb(update), move: verb(move) },
      ...{ archive: verb(archive), restore: verb(restore) },
    };
  }, [client]);
}
