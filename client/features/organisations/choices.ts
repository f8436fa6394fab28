import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import { graphql } from '../../platform/graphql/graphql';
import type { Option } from '../../platform/ui/ListItems';

/** Asked only when a dialog opens that offers them: the pages themselves need no more than they show. */
const choicesQuery = graphql(`
  query Choices($partnershipId: ID!) {
    partnership(id: $partnershipId) {
      id
      viewerCan {
        administer
      }
      organisations {
        id
        name
        shortName
        archivedAt
        viewerCan {
          manageStaff
        }
      }
      boards {
        id
        name
        archivedAt
      }
      people {
        id
        name
        jobTitle
        archivedAt
        organisation {
          id
          name
        }
      }
      posts {
        id
        title
        archivedAt
        organisation {
          id
          name
        }
        holder {
          id
          name
        }
      }
    }
  }
`);

/** A body of the partnership that can be chosen, or that was chosen before it was put away. */
export interface Choice extends Option {
  readonly isPutAway: boolean;
  /** Where a person works, whose a post is. */
  readonly organisationId?: string | null;
}

export interface Choices {
  readonly organisations: readonly (Choice & { readonly mayStaff: boolean })[];
  readonly boards: readonly Choice[];
  readonly people: readonly Choice[];
  readonly posts: readonly Choice[];
  /** Whether the viewer decides for the partnership as a whole. */
  readonly mayAdminister: boolean;
}

export function useChoices(): Choices {
  const partnership = usePartnership();
  const [{ data }] = useQuery({
    query: choicesQuery,
    variables: { partnershipId: partnership?.id ?? '' },
    pause: !partnership,
  });
  const found = data?.partnership;
  return {
    mayAdminister: found?.viewerCan.administer ?? false,
    organisations: (found?.organisations ?? []).map(({ id, name, shortName, archivedAt, viewerCan }) => ({
      id,
      label: name,
      note: shortName ?? undefined,
      isPutAway: archivedAt !== null,
      mayStaff: viewerCan.manageStaff,
    })),
    boards: (found?.boards ?? []).map(({ id, name, archivedAt }) => ({
      id,
      label: name,
      isPutAway: archivedAt !== null,
    })),
    people: (found?.people ?? []).map(({ id, name, jobTitle, archivedAt, organisation }) => ({
      id,
      label: name,
      note: [jobTitle, organisation?.name].filter(Boolean).join(', ') || undefined,
      isPutAway: archivedAt !== null,
      organisationId: organisation?.id ?? null,
    })),
    posts: (found?.posts ?? []).map(({ id, title, archivedAt, organisation, holder }) => ({
      id,
      label: title,
      note: [holder?.name ?? 'Vacant', organisation?.name].filter(Boolean).join(', '),
      isPutAway: archivedAt !== null,
      organisationId: organisation?.id ?? null,
    })),
  };
}

/** What is in use, and what the form holds already. */
export const offered = <Some extends Choice>(choices: readonly Some[], kept?: string | null): Some[] =>
  choices.filter(({ id, isPutAway }) => !isPutAway || id === kept);

/** The names of one or several, for where two versions stand side by side. */
export const namesIn =
  (choices: readonly Choice[]) =>
  (value: unknown): string =>
    formatList(
      (Array.isArray(value) ? value : [value]).map(
        (id) => choices.find((one) => one.id === id)?.label ?? 'something you cannot see',
      ),
    );
