import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** What a sentence needs of a board’s business: meetings, agendas and forward plans. */
export const meetingChange = graphql(`
  fragment MeetingChange on ChangedItem @_unmask {
    __typename
    ... on Meeting {
      id
      title
      meetsOn
      boards {
        id
        name
      }
    }
    ... on AgendaItem {
      id
      title
      meeting {
        id
      }
    }
    ... on ForwardPlanEntry {
      id
      title
      boards {
        id
      }
    }
    ... on ForwardPlanSlip {
      id
    }
    ... on AgendaProposalAnswer {
      id
    }
    ... on AgendaOrigin {
      id
    }
    ... on Publication {
      id
      meeting {
        id
        boards {
          id
          name
        }
      }
    }
    ... on PublicationPart {
      id
    }
  }
`);

type About = Extract<
  ResultOf<typeof meetingChange>,
  { __typename: 'Meeting' | 'AgendaItem' | 'ForwardPlanEntry' | 'Publication' }
>;

const BUSINESS = ['Meeting', 'AgendaItem', 'ForwardPlanEntry', 'Publication'];
const BESIDE = ['ForwardPlanSlip', 'AgendaOrigin', 'AgendaProposalAnswer', 'PublicationPart'];

export const isBusiness = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: 'Meeting' | 'AgendaItem' | 'ForwardPlanEntry' | 'Publication' }> =>
  BUSINESS.includes(item.__typename);

/** What comes along with another change, which says it already. */
export const isBeside = <T extends { __typename: string }>(
  item: T,
): item is Extract<
  T,
  { __typename: 'ForwardPlanSlip' | 'AgendaOrigin' | 'AgendaProposalAnswer' | 'PublicationPart' }
> => BESIDE.includes(item.__typename);

/** What was done with a pack; nothing while its files are being built, which is nobody’s doing. */
export function packVerb(
  kind: string,
  fields: readonly { field: string; after: string | null }[],
): string | null {
  if (kind === 'CREATED') return 'prepared';
  const status = fields.find(({ field }) => field === 'status')?.after;
  return status === 'PUBLISHED' ? 'published' : status === 'RECALLED' ? 'recalled' : null;
}

export function businessNamed(item: About): { name: string; href: string | null } {
  if (item.__typename === 'Meeting')
    return {
      name: `the meeting of ${item.boards.map(({ name }) => name).join(' and ')}`,
      href: `/meetings/${item.id}`,
    };
  if (item.__typename === 'AgendaItem')
    return {
      name: `the agenda item “${item.title}”`,
      href: item.meeting ? `/meetings/${item.meeting.id}` : null,
    };
  if (item.__typename === 'Publication')
    return {
      name: `the papers of ${item.meeting?.boards.map(({ name }) => name).join(' and ') ?? 'a meeting'}`,
      href: item.meeting ? `/meetings/${item.meeting.id}` : null,
    };
  const [board] = item.boards;
  return {
    name: `the forward plan entry “${item.title}”`,
    href: board ? `/boards/${board.id}/forward-plan` : null,
  };
}
