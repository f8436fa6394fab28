import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

/** Whom to ask, as those read it who may not see what is asked about. */
export const contactWords = ({
  organisation,
  post,
}: {
  readonly organisation: { readonly name: string };
  readonly post: { readonly title: string } | null;
}): string => `Restricted, contact ${post === null ? '' : `${post.title}, `}${organisation.name}`;

/** Whom all partners may ask about restricted work. What the work is, is not told. */
export const contactsQuery = graphql(`
  query RestrictedContacts($within: ID!) {
    restrictedContacts(within: $within) {
      organisation {
        id
        name
      }
      post {
        id
        title
      }
    }
  }
`);

/** Through whom others may ask about one action, for those who see it. */
export const contactOfAction = graphql(`
  fragment ContactOf_action on Action @_unmask {
    id
    restrictedContact {
      id
      version
      organisation {
        id
        name
      }
      post {
        id
        title
      }
    }
  }
`);

export type StandingContact = NonNullable<ResultOf<typeof contactOfAction>['restrictedContact']>;

interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly organisation: { readonly id: string } | null;
  }[];
}

/** One contact that can be chosen, by an id of its own. */
export interface ContactChoice {
  readonly id: string;
  readonly label: string;
  readonly organisationId: string;
  readonly postId: string | null;
  readonly words: string;
}

/** The organisations that may be named, each followed by its posts. */
export const contactChoices = ({ organisations, posts }: Bodies): ContactChoice[] =>
  organisations.flatMap((organisation) => [
    choiceOf(organisation, null),
    ...posts
      .filter((post) => post.organisation?.id === organisation.id)
      .map((post) => choiceOf(organisation, post)),
  ]);

export const choiceId = (organisationId: string, postId: string | null): string =>
  postId === null ? organisationId : `${organisationId} ${postId}`;

function choiceOf(
  organisation: { readonly id: string; readonly name: string },
  post: { readonly id: string; readonly title: string } | null,
): ContactChoice {
  return {
    id: choiceId(organisation.id, post?.id ?? null),
    label: post === null ? organisation.name : `${post.title}, ${organisation.name}`,
    organisationId: organisation.id,
    postId: post?.id ?? null,
    words: contactWords({ organisation, post }),
  };
}
