import { useMemo } from 'react';
import { useClient } from 'urql';
import type { ItemType } from '../../../schema/vocabulary.js';
import { type Refusal, refusalOf } from '../../platform/graphql/errors.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

/** A remark under an item. It is asked for, never told: a live change knows no author who may take it back. */
export const comment = graphql(`
  fragment Comment_comment on Comment @_unmask {
    id
    version
    text
    createdAt
    author {
      id
      name
    }
    organisation {
      id
      name
      shortName
    }
    viewerCan {
      archive
    }
  }
`);

const createComment = graphql(
  `mutation CreateComment($input: CreateCommentInput!) { createComment(input: $input) { comment { ...Comment_comment } } }`,
  [comment],
);
const archiveComment = graphql(
  `mutation ArchiveComment($input: ItemVersionInput!) { archiveComment(input: $input) { comment { id version archivedAt } } }`,
);

export type Comment = ResultOf<typeof comment>;
export interface Remarked {
  readonly itemType: keyof typeof ItemType;
  readonly itemId: string;
}

/** To remark on an item, and to take a remark back. Each answers null when it is done, or why not. */
export function useCommentVerbs() {
  const client = useClient();
  return useMemo(
    () => ({
      remark: async (input: Remarked & { readonly text: string }): Promise<Refusal | null> =>
        refusalOf((await client.mutation(createComment, { input }).toPromise()).error),
      takeBack: async ({ id, version }: Comment): Promise<Refusal | null> =>
        refusalOf(
          (await client.mutation(archiveComment, { input: { id, expectedVersion: version } }).toPromise())
            .error,
        ),
    }),
    [client],
  );
}
