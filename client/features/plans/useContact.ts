import { useClient, useQuery } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { type ContactChoice, choiceId, contactChoices, contactOfAction } from './contacts';

const contactQuery = graphql(
  `
    query ContactOf($id: ID!, $partnershipId: ID!) {
      action(id: $id) {
        ...ContactOf_action
      }
      partnership(id: $partnershipId) {
        id
        organisations {
          id
          name
          archivedAt
        }
        posts {
          id
          title
          archivedAt
          organisation {
            id
          }
        }
      }
    }
  `,
  [contactOfAction],
);

const createContact = graphql(
  `mutation NameContact($input: CreateRestrictedContactInput!) {
    createRestrictedContact(input: $input) { restrictedContact { id action { ...ContactOf_action } } }
  }`,
  [contactOfAction],
);
const archiveContact = graphql(
  `mutation TakeBackContact($input: ItemVersionInput!) {
    archiveRestrictedContact(input: $input) { restrictedContact { id action { ...ContactOf_action } } }
  }`,
  [contactOfAction],
);

interface Asked {
  readonly actionId: string;
  readonly partnershipId: string;
  /** The organisations that may be named. */
  readonly organisationIds: readonly string[];
  /** False for what is no action: nobody asks about that. */
  readonly isAsked: boolean;
}

export interface ContactOf {
  /** The id of the choice that stands; null while others may not ask, undefined while that is not known. */
  readonly standing: string | null | undefined;
  readonly choices: readonly ContactChoice[];
  /** Lets others ask through a choice, or through nobody. Answers null when it is done, or why not. */
  readonly set: (choice: string | null) => Promise<Refusal | null>;
}

/** Through whom others may ask about an action, and how to say so. */
export function useContact({ actionId, partnershipId, organisationIds, isAsked }: Asked): ContactOf {
  const client = useClient();
  const [{ data }] = useQuery({
    query: contactQuery,
    variables: { id: actionId, partnershipId },
    pause: !isAsked,
    requestPolicy: 'cache-and-network',
  });
  const isThere = (one: { readonly archivedAt: string | null }): boolean => one.archivedAt === null;
  const choices = contactChoices({
    organisations: (data?.partnership?.organisations ?? []).filter(
      (one) => isThere(one) && organisationIds.includes(one.id),
    ),
    posts: (data?.partnership?.posts ?? []).filter(isThere),
  });
  const contact = data?.action?.restrictedContact ?? null;
  const standing = contact && choiceId(contact.organisation.id, contact.post?.id ?? null);
  return {
    standing: data?.action ? standing : undefined,
    choices,
    set: async (wanted) => {
      if (!isAsked || wanted === standing) return null;
      if (contact) {
        const input = { id: contact.id, expectedVersion: contact.version };
        const refused = refusalOf((await client.mutation(archiveContact, { input }).toPromise()).error);
        if (refused) return refused;
      }
      const choice = choices.find(({ id }) => id === wanted);
      if (!choice) return null;
      const { organisationId, postId } = choice;
      const input = { actionId, organisationId, postId };
      return refusalOf((await client.mutation(createContact, { input }).toPromise()).error);
    },
  };
}
