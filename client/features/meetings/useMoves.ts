import { useCallback, useRef } from 'react';
import { useClient } from 'urql';
import { runningOrder } from '../../../schema/running-order';
import { refusalWords } from '../../platform/graphql/saving';
import { announce } from '../../platform/ui/Announcer';
import { showToast } from '../../platform/ui/toasts';
import { movedMeanwhile } from '../plans/MoveDialog';
import type { Spot } from './agendaParts';
import type { MeetingVerbs } from './meeting.operations';
import { type AgendaLine, type Meeting, meetingQuery } from './meeting.queries';

/** Where to, worked out of the agenda as it stands when the move’s turn has come. */
export type Whither = (items: readonly AgendaLine[]) => Spot | null;
export type Move = (id: string, whither: Whither) => void;

/** Moves items one move after the other: a key pressed again goes on from where the last press has put it. */
export function useMoves(meetingId: string, { moveItem }: Pick<MeetingVerbs, 'moveItem'>): Move {
  const client = useClient();
  const turn = useRef<Promise<void>>(Promise.resolve());
  return useCallback(
    (id, whither) => {
      const now = (): Meeting | null =>
        client.readQuery(meetingQuery, { id: meetingId }, { requestPolicy: 'cache-only' })?.data?.meeting ??
        null;
      const move = async (): Promise<void> => {
        const items = now()?.agendaItems ?? [];
        const item = items.find((one) => one.id === id);
        const spot = whither(items);
        if (!item || !spot) return;
        const { afterId, section } = spot;
        const refusal = movedMeanwhile(
          await moveItem({ id, expectedVersion: item.version, afterId, section }),
        );
        if (refusal) {
          showToast({ tone: 'danger', message: refusalWords(refusal) });
          return;
        }
        const meeting = now();
        const stands = runningOrder(meeting?.startsAt ?? '', meeting?.agendaItems ?? []).find(
          (one) => one.item.id === id,
        );
        if (!stands) return;
        const under =
          stands.item.section === item.section ? '' : `, under ${stands.item.section || 'no heading'}`;
        const at = stands.startsAt ? `, at ${stands.startsAt}` : '';
        announce(`“${item.title}” is now item ${stands.number}${at}${under}`);
      };
      turn.current = turn.current.then(move, move);
    },
    [client, meetingId, moveItem],
  );
}
