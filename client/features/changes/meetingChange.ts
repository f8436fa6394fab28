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
      isByHand
      item {
        ... on Priority {
          id
          priorityNumber: number
          title
        }
      }
      agendaItem {
        id
        title
        meeting {
          id
        }
      }
      forwardPlanEntry {
        id
        title
        boards {
          id
        }
      }
    }
    ... on Publication {
      id
      packKind: kind
      board {
        id
        name
      }
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
    ... on Nudge {
      id
      report {
        id
        title
      }
      meeting {
        id
        boards {
          id
          name
        }
      }
    }
  }
`);

type About = Extract<ResultOf<typeof meetingChange>, { __typename: Names }>;
type Names = 'Meeting' | 'AgendaItem' | 'ForwardPlanEntry' | 'AgendaOrigin' | 'Publication' | 'Nudge';

const BUSINESS = ['Meeting', 'AgendaItem', 'ForwardPlanEntry', 'AgendaOrigin', 'Publication', 'Nudge'];
const BESIDE = ['ForwardPlanSlip', 'AgendaProposalAnswer', 'PublicationPart'];

export const isBusiness = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: Names }> => BUSINESS.includes(item.__typename);

/** What comes along with another change, which says it already. */
export const isBeside = <T extends { __typename: string }>(
  item: T,
): item is Extract<T, { __typename: 'ForwardPlanSlip' | 'AgendaProposalAnswer' | 'PublicationPart' }> =>
  BESIDE.includes(item.__typename);

/** What was done with a pack; nothing while its files are being built, which is nobody’s doing. */
export function packVerb(
  kind: string,
  fields: readonly { field: string; after: string | null }[],
): string | null {
  if (kind === 'CREATED') return 'prepared';
  const status = fields.find(({ field }) => field === 'status')?.after;
  return status === 'PUBLISHED' ? 'published' : status === 'RECALLED' ? 'recalled' : null;
}

type Linked = Extract<About, { __typename: 'AgendaOrigin' }>;

/** What was said by hand is news; what was accepted comes along with the entry it made. */
export const isLinkNews = ({ isByHand }: Linked, kind: string): boolean =>
  isByHand && (kind === 'CREATED' || kind === 'ARCHIVED');

export function linking(kind: string, { item: reportsOn }: Linked): { verb: string; rest: string } {
  const priority =
    reportsOn && 'title' in reportsOn
      ? `priority ${reportsOn.priorityNumber}, ${reportsOn.title}`
      : 'a priority';
  return {
    verb: kind === 'ARCHIVED' ? 'took back that' : 'said that',
    rest: `reports on ${priority}`,
  };
}

export function businessNamed(item: About): { name: string; href: string | null } {
  if (item.__typename === 'Meeting')
    return {
      name: `the meeting of ${item.boards.map(({ name }) => name).join(' and ')}`,
      href: `/meetings/${item.id}`,
    };
  if (item.__typename === 'AgendaItem') return itemNamed(item);
  if (item.__typename === 'AgendaOrigin')
    return item.agendaItem
      ? itemNamed(item.agendaItem)
      : entryNamed(item.forwardPlanEntry ?? { title: '', boards: [] });
  if (item.__typename === 'Nudge' && item.report)
    return { name: `the report “${item.report.title}”`, href: `/reports/${item.report.id}` };
  if (item.__typename === 'Nudge')
    return {
      name: `what is owed to the meeting of ${item.meeting?.boards.map(({ name }) => name).join(' and ') ?? 'a board'}`,
      href: item.meeting ? `/meetings/${item.meeting.id}` : null,
    };
  if (item.__typename === 'Publication' && item.packKind === 'FORWARD_PLAN')
    return {
      name: `the forward plan of ${item.board?.name ?? 'a board'}`,
      href: item.board ? `/boards/${item.board.id}/forward-plan` : null,
    };
  if (item.__typename === 'Publication')
    return {
      name: `the papers of ${item.meeting?.boards.map(({ name }) => name).join(' and ') ?? 'a meeting'}`,
      href: item.meeting ? `/meetings/${item.meeting.id}` : null,
    };
  return entryNamed(item);
}

interface Named {
  readonly title: string;
}

const itemNamed = ({ title, meeting }: Named & { readonly meeting: { readonly id: string } | null }) => ({
  name: `the agenda item “${title}”`,
  href: meeting ? `/meetings/${meeting.id}` : null,
});

const entryNamed = ({
  title,
  boards: [board],
}: Named & { readonly boards: readonly { readonly id: string }[] }) => ({
  name: `the forward plan entry “${title}”`,
  href: board ? `/boards/${board.id}/forward-plan` : null,
});
