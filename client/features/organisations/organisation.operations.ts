import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { membershipRow, organisationRow, partnershipHead, personRow, postRow } from './bodies';

const createOrganisation = graphql(
  `mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) { organisation { ...OrganisationRow_organisation } }
  }`,
  [organisationRow],
);
const updateOrganisation = graphql(
  `mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) { organisation { ...OrganisationRow_organisation } }
  }`,
  [organisationRow],
);
const archiveOrganisation = graphql(
  `mutation ArchiveOrganisation($input: ItemVersionInput!) {
    archiveOrganisation(input: $input) { organisation { ...OrganisationRow_organisation } }
  }`,
  [organisationRow],
);
const restoreOrganisation = graphql(
  `mutation RestoreOrganisation($input: ItemVersionInput!) {
    restoreOrganisation(input: $input) { organisation { ...OrganisationRow_organisation } }
  }`,
  [organisationRow],
);
const createPerson = graphql(
  `mutation CreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { person { ...PersonRow_person } } }`,
  [personRow],
);
const updatePerson = graphql(
  `mutation UpdatePerson($input: UpdatePersonInput!) { updatePerson(input: $input) { person { ...PersonRow_person } } }`,
  [personRow],
);
const archivePerson = graphql(
  `mutation ArchivePerson($input: ItemVersionInput!) {
    archivePerson(input: $input) { person { ...PersonRow_person } }
  }`,
  [personRow],
);
const restorePerson = graphql(
  `mutation RestorePerson($input: ItemVersionInput!) {
    restorePerson(input: $input) { person { ...PersonRow_person } }
  }`,
  [personRow],
);
const createMembership = graphql(
  `mutation CreateMembership($input: CreateMembershipInput!) {
    createMembership(input: $input) { membership { ...MembershipRow_membership } }
  }`,
  [membershipRow],
);
const updateMembership = graphql(
  `mutation UpdateMembership($input: UpdateMembershipInput!) {
    updateMembership(input: $input) { membership { ...MembershipRow_membership } }
  }`,
  [membershipRow],
);
const archiveMembership = graphql(
  `mutation ArchiveMembership($input: ItemVersionInput!) {
    archiveMembership(input: $input) { membership { ...MembershipRow_membership } }
  }`,
  [membershipRow],
);
const createPost = graphql(
  `mutation CreatePost($input: CreatePostInput!) { createPost(input: $input) { post { ...PostRow_post } } }`,
  [postRow],
);
const updatePost = graphql(
  `mutation UpdatePost($input: UpdatePostInput!) { updatePost(input: $input) { post { ...PostRow_post } } }`,
  [postRow],
);
const archivePost = graphql(
  `mutation ArchivePost($input: ItemVersionInput!) {
    archivePost(input: $input) { post { ...PostRow_post } }
  }`,
  [postRow],
);
const restorePost = graphql(
  `mutation RestorePost($input: ItemVersionInput!) {
    restorePost(input: $input) { post { ...PostRow_post } }
  }`,
  [postRow],
);
const appointToPost = graphql(
  `mutation AppointToPost($input: AppointToPostInput!) { appointToPost(input: $input) { post { ...PostRow_post } } }`,
  [postRow],
);
const updatePartnership = graphql(
  `mutation UpdatePartnership($input: UpdatePartnershipInput!) {
    updatePartnership(input: $input) { partnership { ...PartnershipHead_partnership } }
  }`,
  [partnershipHead],
);
const createAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) { firstPassword expiresAt person { id version } }
  }
`);

/** Everything that can be done on these pages. Each answers null when it is done, or why not. */
export function organisationVerbs(client: Client) {
  const tell = verbMaker(client);
  return {
    createOrganisation: tell(createOrganisation),
    updateOrganisation: tell(updateOrganisation),
    archiveOrganisation: tell(archiveOrganisation),
    restoreOrganisation: tell(restoreOrganisation),
    createPerson: tell(createPerson),
    updatePerson: tell(updatePerson),
    archivePerson: tell(archivePerson),
    restorePerson: tell(restorePerson),
    createMembership: tell(createMembership),
    updateMembership: tell(updateMembership),
    archiveMembership: tell(archiveMembership),
    createPost: tell(createPost),
    updatePost: tell(updatePost),
    archivePost: tell(archivePost),
    restorePost: tell(restorePost),
    appointToPost: tell(appointToPost),
    updatePartnership: tell(updatePartnership),
    createAccount: async (personId: string, email: string) => {
      const { data, error } = await client
        .mutation(createAccount, { input: { personId, email } })
        .toPromise();
      return { made: data?.createAccount ?? null, refusal: refusalOf(error) };
    },
  };
}

export function useOrganisationVerbs() {
  const client = useClient();
  return useMemo(() => organisationVerbs(client), [client]);
}
