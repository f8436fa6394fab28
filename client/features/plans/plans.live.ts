import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { goneAfter } from '../changes/gone';
import { VERBS } from '../changes/verbs';
import { planHead } from './plan.queries';
import { statusCounts } from './statusCounts';

/** Of an action only what it moves here is told: how its plan stands. */
const plansChanges = graphql(
  `
    subscription PlansChanges($within: ID!, $after: String) {
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
          ... on Plan {
            ...PlanHead_plan
          }
          ... on Action {
            id
            version
            plan {
              id
              summary {
                ...StatusCounts_summary
              }
            }
          }
        }
      }
    }
  `,
  [planHead, statusCounts],
);

type PlansChange = ResultOf<typeof plansChanges>['changes'];

const ASK_AFTER_MS = 300;

/** One change as a sentence; null for what is not about a plan itself. */
function sentenceOf({ kind, item, organisation, actor }: PlansChange): string | null {
  if (item?.__typename !== 'Plan' || kind === 'REMOVED' || kind === 'RESYNC') return null;
  return `${item.title} was ${VERBS[kind]} by ${organisation?.name ?? actor?.name ?? 'somebody'}`;
}

interface Watched {
  readonly within: string | undefined;
  /** Where the log stood when the list was read. */
  readonly cursor: string | undefined;
  /** What this person does is not told to them. */
  readonly viewerId: string | null;
  /** Asks for the list again. */
  readonly refresh: () => void;
}

/** Keeps the list of plans true while it is looked at, and answers which plans left this reader’s sight. */
export function usePlansLive({ within, cursor, viewerId, refresh }: Watched): ReadonlySet<string> {
  const client = useClient();
  const [after, setAfter] = useState<string>();
  if (after === undefined && cursor !== undefined) setAfter(cursor);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef({ viewerId, refresh });
  asked.current = { viewerId, refresh };
  const say = useGathered('to the plans');

  useEffect(() => {
    if (!within || after === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        asked.current.refresh();
      }, ASK_AFTER_MS);
    };
    const take = (change: PlansChange): void => {
      setGone((before) => goneAfter(before, change));
      if (change.kind === 'REMOVED') hush();
      // Which plan an action stood in that is out of sight is not told; a plan that comes or goes has its place in the list.
      if (change.kind === 'REMOVED' || (change.itemType === 'Plan' && change.kind !== 'UPDATED')) askSoon();
      const sentence = sentenceOf(change);
      if (sentence && change.actor?.id !== asked.current.viewerId) say(sentence);
    };
    const { unsubscribe } = client
      .subscription(plansChanges, { within, after })
      .subscribe(({ data }) => data && take(data.changes));
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [client, within, after, say]);
  return gone;
}
