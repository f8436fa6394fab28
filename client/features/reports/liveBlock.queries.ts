import { graphql } from '../../platform/graphql/graphql';

export const liveBlockQuery = graphql(`
  query LiveBlock($shows: LiveBlockKind!, $of: ID!) {
    liveBlock(shows: $shows, of: $of) {
      title
      blocks
    }
  }
`);

/** What a live block can be of: asked only when somebody puts one in. */
export const liveScopesQuery = graphql(`
  query LiveScopes($partnershipId: ID!) {
    partnership(id: $partnershipId) {
      id
      changesCursor
      plans {
        id
        title
        workstreams {
          id
          number
          title
        }
      }
    }
  }
`);

export const partnershipCursorQuery = graphql(`
  query PartnershipCursor($partnershipId: ID!) {
    partnership(id: $partnershipId) {
      id
      changesCursor
    }
  }
`);
