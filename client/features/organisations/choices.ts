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
        viewerCan {
          manageStaff
        }
      }
      boards {
        id
        name
        viewerCan {
          keepMeetings
        }
      }
      people {
        id
        name
        jobTitle
        organisation {
          id
          name
        }
      }
      posts {
        id
        title
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

/** A body of the partnership that can be chosen. */
export interface Choice extends Option {
  /** Where a person works, whose a post is. */
  readonly organisationId?: string | null;
}

export interface Choices {
  readonly organisations: readonly (Choice & { readonly mayStaff: boolean })[];
  readonly boards: readonly (Choice & { readonly mayKeep: boolean })[];
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
    organisations: (found?.organisations ?? []).map(({ id, name, shortName, viewerCan }) => ({
      id,
      label: name,
      note: shortName ?? undefined,
      mayStaff: viewerCan.manageStaff,
    })),
    boards: (found?.boards ?? []).map(({ id, name, viewerCan }) => ({
      id,
      label: name,
      mayKeep: viewerCan.keepMeetings,
    })),
    people: (found?.people ?? []).map(({ id, name, jobTitle, organisation }) => ({
      id,
      label: name,
      note: [jobTitle, organisation?.name].filter(Boolean).join(', ') || undefined,
      organisationId: organisation?.id ?? null,
    })),
    posts: (found?.posts ?? []).map(({ id, title, organisation, holder }) => ({
      id,
      label: title,
      note: [holder?.name ?? 'Vacant', organisation?.name].filter(Boolean).join(', '),
      organisationId: organisation?.id ?? null,
    })),
  };
}

/** The choices, and what the form holds already though it was archived since, or is not offered for another reason. */
export function withKept(
  choices: readonly Choice[],
  kept: readonly ({ readonly id: string; readonly name: string } | null | undefined)[],
  note: string | undefined = 'Archived',
): readonly Choice[] {
  const known = new Set(choices.map(({ id }) => id));
  const gone = kept.flatMap((one) =>
    one && !known.has(one.id) ? [{ id: one.id, label: one.name, note }] : [],
  );
  return [...choices, ...gone];
}

/** The names of one or several, for where two versions stand side by side. */
export const namesIn =
  (choices: readonly Choice[]) =>
  (value: unknown): string =>
    formatList(
      (Array.isArray(value) ? value : [value]).map(
        (id) => choices.find((one) => one.id === id)?.label ?? 'something you cannot see',
      ),
    );
