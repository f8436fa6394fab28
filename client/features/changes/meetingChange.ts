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
  }
`);

type About = Extract<
  ResultOf<typeof meetingChange>,
  { __typename: 'Meeting' | 'AgendaItem' | 'ForwardPlanEntry' }
>;

const BUSINESS = ['Meeting', 'AgendaItem', 'ForwardPlanEntry'];
const BESIDE = ['ForwardPlanSlip', 'AgendaOrigin', 'AgendaProposalAnswer'];

export const isBusiness = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: 'Meeting' | 'AgendaItem' | 'ForwardPlanEntry' }> =>
  BUSINESS.includes(item.__typename);

/** What comes along with another change, which says it already. */
export const isBeside = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: 'ForwardPlanSlip' | 'AgendaOrigin' | 'AgendaProposalAnswer' }> =>
  BESIDE.includes(item.__typename);

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
  const [board] = item.boards;
  return {
    name: `the forward plan entry “${item.title}”`,
    href: board ? `/boards/${board.id}/forward-plan` : null,
  };
}
