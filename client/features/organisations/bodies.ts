import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/**
 * Organisations, people, posts, boards and ABUs as their pages show them and live changes bring them. What several types
 * name alike and mean differently (kind, status) goes by a name of its own.
 */

export const partnershipHead = graphql(`
  fragment PartnershipHead_partnership on Partnership @_unmask {
    id
    version
    name
    shortName
    place
    bragDefinitions {
      status
      meaning
    }
  }
`);

export const membershipRow = graphql(`
  fragment MembershipRow_membership on Membership @_unmask {
    id
    version
    role
    archivedAt
    person {
      id
      name
      jobTitle
    }
    organisation {
      id
      name
      shortName
    }
  }
`);

export const organisationRow = graphql(
  `
    fragment OrganisationRow_organisation on Organisation @_unmask {
      id
      version
      name
      shortName
      organisationKind: kind
      aliases
      website
      archivedAt
      memberships {
        ...MembershipRow_membership
      }
      viewerCan {
        update
        manageMembers
        manageStaff
        archive
      }
    }
  `,
  [membershipRow],
);

export const personRow = graphql(`
  fragment PersonRow_person on Person @_unmask {
    id
    version
    name
    jobTitle
    aliases
    archivedAt
    organisation {
      id
      name
      shortName
    }
    viewerCan {
      update
    }
  }
`);

export const postRow = graphql(`
  fragment PostRow_post on Post @_unmask {
    id
    version
    title
    aliases
    archivedAt
    organisation {
      id
      name
      shortName
    }
    holder {
      id
      name
    }
    holders {
      id
      fromOn
      untilOn
      isInterim
      person {
        id
        name
        jobTitle
      }
    }
    viewerCan {
      update
    }
  }
`);

export const seatRow = graphql(`
  fragment SeatRow_seat on Seat @_unmask {
    id
    version
    capacity
    isVoting
    fromOn
    untilOn
    archivedAt
    person {
      id
      name
      jobTitle
    }
    post {
      id
      title
    }
    holder {
      id
      name
    }
    deputies {
      id
      name
    }
    organisation {
      id
      name
      shortName
    }
  }
`);

export const boardHead = graphql(`
  fragment BoardHead_board on Board @_unmask {
    id
    version
    name
    shortName
    boardKind: kind
    purpose
    aliases
    archivedAt
    reportsTo {
      id
      name
      shortName
    }
  }
`);

export const abuHead = graphql(`
  fragment AbuHead_abu on AccountableBusinessUnit @_unmask {
    id
    version
    name
    shortName
    serves
    aliases
    archivedAt
    hostOrganisation {
      id
      name
      shortName
    }
    memberOrganisations {
      id
      name
      shortName
    }
    managingDirector {
      id
      name
      jobTitle
    }
    boards {
      id
      name
      shortName
    }
  }
`);

export const delegatedFunction = graphql(`
  fragment DelegatedFunction_function on DelegatedFunction @_unmask {
    id
    version
    function
    conditions
    standing: status
    sinceOn
    archivedAt
    fromOrganisation {
      id
      name
      shortName
    }
  }
`);

export type PartnershipHead = ResultOf<typeof partnershipHead>;
export type Membership = ResultOf<typeof membershipRow>;
export type Organisation = ResultOf<typeof organisationRow>;
export type Person = ResultOf<typeof personRow>;
export type Post = ResultOf<typeof postRow>;
export type Seat = ResultOf<typeof seatRow>;
export type Board = ResultOf<typeof boardHead>;
export type Abu = ResultOf<typeof abuHead>;
export type DelegatedFunction = ResultOf<typeof delegatedFunction>;
