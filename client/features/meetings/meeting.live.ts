import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Refusal } from '../../platform/graphql/errors';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import type { PresentPerson } from '../../platform/ui/PresenceStack';
import { useFresh } from '../../platform/ui/useFresh';
import { useLatest } from '../../platform/ui/useLatest';
import { goneAfter } from '../changes/gone';
import { type MeetingChange, meetingChanges, meetingPresence } from './meeting.queries';

const VERBS = {
  CREATED: 'put on the agenda',
  UPDATED: 'changed',
  ARCHIVED: 'taken off the agenda',
  RESTORED: 'put back on the agenda',
} as const;

/** The item that a change is of, or of whose link it is. */
function itemOf(item: MeetingChange['item']) {
  if (item?.__typename === 'AgendaItem') return item;
  if (item?.__typename === 'AgendaOrigin')
    return item.agendaItem ?? item.forwardPlanEntry?.agendaItem ?? null;
  return null;
}

/** One change as a sentence; null for what need not be said. */
export function sentenceOf({ kind, item, actor, organisation }: MeetingChange): string | null {
  const by = actor?.name ?? organisation?.name ?? 'somebody';
  if (!item || kind === 'REMOVED' || kind === 'RESYNC') return null;
  if (item.__typename === 'AgendaItem') return `“${item.title}” was ${VERBS[kind]} by ${by}`;
  const about = itemOf(item);
  if (item.__typename === 'AgendaOrigin' && item.isByHand && about)
    return `What “${about.title}” reports on was changed by ${by}`;
  if (item.__typename === 'Meeting') return `The meeting was changed by ${by}`;
  return null;
}

interface MeetingLive {
  readonly meetingId: string;
  /** Where the log stood when the meeting was read; taken once. */
  readonly cursor: string;
  /** What these people do is not told to them: they did it. */
  readonly viewerIds: ReadonlySet<string>;
  /** Asks for the whole meeting again. */
  readonly refresh: () => void;
  /** Somebody else took an item off, which is about to leave the page. */
  readonly onTakenOff: (change: MeetingChange) => void;
}

/** Merges what others do into the page. */
export function useMeetingLive({ meetingId, cursor, viewerIds, refresh, onTakenOff }: MeetingLive) {
  const client = useClient();
  const after = useFirstCursor(meetingId, cursor);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [fresh, wash] = useFresh();
  const say = useGathered('to this agenda');
  const told = useRef(0);
  const askAgain = useLatest(refresh);
  const take = useLatest((change: MeetingChange): void => {
    const { kind, item, actor } = change;
    setGone((before) => goneAfter(before, change));
    if (kind === 'REMOVED') hush();
    if (actor && viewerIds.has(actor.id)) return;
    told.current += 1;
    const about = itemOf(item);
    if (about) wash(about.id);
    const sentence = sentenceOf(change);
    if (sentence) say(sentence);
    if (kind === 'ARCHIVED') onTakenOff(change);
  });
  useEffect(() => {
    const { unsubscribe } = client
      .subscription(meetingChanges, { within: meetingId, after })
      .subscribe(({ data }) => data && take(data.changes));
    return unsubscribe;
  }, [client, meetingId, after, take]);

  /**
   * The answer to a verb may be older than what somebody else did while it was on its way: then it has put back where
   * things stood before, and all is asked for again. So it is after a refusal: something here was not as shown.
   */
  const settle = useCallback(
    async (send: () => Promise<Refusal | null>): Promise<Refusal | null> => {
      const before = told.current;
      const refusal = await send();
      if (refusal?.code === 'RULE_BROKEN' || told.current !== before) askAgain();
      return refusal;
    },
    [askAgain],
  );
  return { fresh, gone, settle };
}

export interface PresentAt extends PresentPerson {
  readonly itemId: string | null;
}

/** The place somebody passes on the way to another is not told. */
const RESTS_MS = 400;

/** Who else is here, and at which item. To ask is to be seen. */
export function useMeetingPresence(meetingId: string, viewerIds: ReadonlySet<string>) {
  const client = useClient();
  const [present, setPresent] = useState<readonly PresentAt[]>([]);
  const [at, setAt] = useState<string | null>(null);
  const [rests, setRests] = useState(at);
  useEffect(() => {
    const timer = setTimeout(() => setRests(at), RESTS_MS);
    return () => clearTimeout(timer);
  }, [at]);
  useEffect(() => {
    const { unsubscribe } = client
      .subscription(meetingPresence, { within: meetingId, at: rests })
      .subscribe(
        ({ data }) =>
          data &&
          setPresent(
            data.presence.flatMap(({ person, itemId }) =>
              person ? { id: person.id, name: person.name, itemId } : [],
            ),
          ),
      );
    return unsubscribe;
  }, [client, meetingId, rests]);
  const others = useMemo(() => present.filter(({ id }) => !viewerIds.has(id)), [present, viewerIds]);
  return { present: others, setAt };
}
