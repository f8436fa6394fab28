import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { type InputOf, verbMaker } from '../../platform/graphql/verbs';
import { membershipRow, organisationRow, personRow, postRow } from './bodies';

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
const createPerson = graphql(
  `mutation CreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { person { ...PersonRow_person } } }`,
  [personRow],
);
const updatePerson = graphql(
  `mutation UpdatePerson($input: UpdatePersonInput!) { updatePerson(input: $input) { person { ...PersonRow_person } } }`,
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
const appointToPost = graphql(
  `mutation AppointToPost($input: AppointToPostInput!) { appointToPost(input: $input) { post { ...PostRow_post } } }`,
  [postRow],
);
const createAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) { firstPassword expiresAt person { id version } }
  }
`);

export type OrganisationInput = InputOf<typeof createOrganisation>;
export type PersonInput = InputOf<typeof createPerson>;

/** Everything that can be done on these pages. Each answers null when it is done, or why not. */
export function organisationVerbs(client: Client) {
  const tell = verbMaker(client);
  return {
    createOrganisation: tell(createOrganisation),
    updateOrganisation: tell(updateOrganisation),
    createPerson: tell(createPerson),
    updatePerson: tell(updatePerson),
    createMembership: tell(createMembership),
    updateMembership: tell(updateMembership),
    archiveMembership: tell(archiveMembership),
    appointToPost: tell(appointToPost),
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
