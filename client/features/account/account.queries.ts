import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** Where somebody is signed in, and what they let programs do. */
export const accountQuery = graphql(`
  query Account {
    viewer {
      id
      accountEmail
      people {
        person {
          id
          name
          jobTitle
        }
        partnership {
          id
          name
        }
      }
      organisations {
        role
        organisation {
          id
          name
        }
      }
      sessions {
        id
        userAgent
        createdAt
        usedAt
        expiresAt
        isCurrent
      }
      tokens {
        id
        name
        scope
        createdAt
        expiresAt
      }
    }
  }
`);

export type Account = NonNullable<ResultOf<typeof accountQuery>['viewer']>;
export type AccountSession = Account['sessions'][number];
export type AccountToken = Account['tokens'][number];
