import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from '../graphql/graphql';

/** Who is here and what for. Asked once, and again whenever rights move. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      id
      accountEmail
      mayWrite
      people {
        person {
          id
          name
          jobTitle
          organisation {
            id
            name
            shortName
          }
        }
        partnership {
          id
          name
          shortName
          organisations {
            id
          }
        }
      }
      organisations {
        role
        canEdit
        canReport
        canAnswer
        canCreate
        canArchive
        canRestrict
        canImport
        canManageMembers
        organisation {
          id
          name
          shortName
        }
      }
      administers {
        id
      }
    }
    partnerships {
      id
      name
      shortName
    }
  }
`);

type Answer = ResultOf<typeof viewerQuery>;
export type Viewer = NonNullable<Answer['viewer']>;
export type ViewerOrganisation = Viewer['organisations'][number] & {
  readonly organisation: NonNullable<Viewer['organisations'][number]['organisation']>;
};
export type Partnership = Answer['partnerships'][number];

export interface Here {
  /** Null for the public. */
  readonly viewer: Viewer | null;
  /** Who the viewer is in this partnership. */
  readonly person: Viewer['people'][number]['person'];
  /** The partnership being looked at; null where nothing at all is shared with this visitor. */
  readonly partnership: Partnership | null;
  /** Every partnership that can be looked at. */
  readonly partnerships: readonly Partnership[];
  readonly choosePartnership: (id: string) => void;
  /** What the viewer acts for in this partnership, and what they may do there. */
  readonly organisations: readonly ViewerOrganisation[];
  readonly isAdministrator: boolean;
}

export const HereContext = createContext<Here | null>(null);

/** Who is here, in which partnership, acting for whom. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('useHere stands outside ViewerProvider');
  return here;
}

export const useViewer = (): Viewer | null => useHere().viewer;
export const usePartnership = (): Partnership | null => useHere().partnership;
