import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { boardRules } from '../boards/boardRules';
import { reportTemplate } from '../boards/reportTemplate.queries';
import { VERBS } from '../changes/verbs';
import {
  abuHead,
  boardHead,
  delegatedFunction,
  membershipRow,
  organisationRow,
  partnershipHead,
  personRow,
  postRow,
  seatRow,
} from './bodies';

const bodiesChanges = graphql(
  `
    subscription BodiesChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        actor {
          id
          name
        }
        organisation {
          id
          name
        }
        item {
          __typename
          ... on Partnership {
            ...PartnershipHead_partnership
          }
          ... on Organisation {
            ...OrganisationRow_organisation
          }
          ... on Membership {
            ...MembershipRow_membership
          }
          ... on Person {
            ...PersonRow_person
          }
          ... on Post {
            ...PostRow_post
          }
          ... on Board {
            ...BoardHead_board
          }
          ... on Seat {
            ...SeatRow_seat
          }
          ... on BoardRules {
            ...BoardRules_rules
          }
          ... on BoardReportTemplate {
            ...ReportTemplate_template
          }
          ... on AccountableBusinessUnit {
            ...AbuHead_abu
          }
          ... on DelegatedFunction {
            ...DelegatedFunction_function
          }
        }
      }
    }
  `,
  [
    partnershipHead,
    organisationRow,
    membershipRow,
    personRow,
    postRow,
    boardHead,
    seatRow,
    boardRules,
    reportTemplate,
    abuHead,
    delegatedFunction,
  ],
);

type BodyChange = ResultOf<typeof bodiesChanges>['changes'];

/** What these pages show. Of plans’ items they show how many there are: that is asked for anew by the cache. */
const WORDS: Readonly<Record<string, string>> = {
  Partnership: 'the partnership',
  Organisation: 'an organisation',
  Membership: 'a role',
  Person: 'a person',
  Post: 'a post',
  Board: 'a board',
  Seat: 'a seat',
  BoardRules: 'how a board works',
  BoardReportTemplate: 'how reports to a board are laid out',
  AccountableBusinessUnit: 'an ABU',
  DelegatedFunction: 'a delegated function',
};
const SETTLE_MS = 700;

/** One change as a sentence; null for what these pages do not show. */
export function sentenceOf({ kind, itemType, item, actor, organisation }: BodyChange): string | null {
  const what = WORDS[itemType ?? ''];
  if (!what || kind === 'REMOVED' || kind === 'RESYNC') return null;
  const name =
    item && 'name' in item
      ? item.name
      : item && 'title' in item && item.__typename !== 'BoardReportTemplate'
        ? item.title
        : what;
  return `${name} was ${VERBS[kind]} by ${organisation?.name ?? actor?.name ?? 'somebody'}`;
}

interface Watched {
  readonly within: string | null | undefined;
  /** Where the log stood when the page was read. */
  readonly cursor: string | undefined;
  /** Asks for the page again: lists have gained or lost a member. */
  readonly refresh: () => void;
  /** What this person does is not told to them. */
  readonly viewerId: string | null;
}

/** Takes what others do to bodies into the page. Fields merge by themselves; lists are asked for again. */
export function useBodiesLive({ within, cursor, refresh, viewerId }: Watched): void {
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const asked = useRef({ refresh, viewerId });
  asked.current = { refresh, viewerId };
  const say = useGathered('to this page');

  useEffect(() => {
    if (!within || after === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      timer = undefined;
      asked.current.refresh();
    };
    const { unsubscribe } = client.subscription(bodiesChanges, { within, after }).subscribe(({ data }) => {
      const change = data?.changes;
      if (change?.kind === 'REMOVED') hush();
      if (!change || !WORDS[change.itemType ?? '']) return;
      const sentence = sentenceOf(change);
      if (sentence && change.actor?.id !== asked.current.viewerId) say(sentence);
      // Who oversees whom, who holds what: the other ends of a change are not in it.
      timer ??= setTimeout(settle, SETTLE_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [client, within, after, say]);
}
