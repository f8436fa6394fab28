import { useCallback, useRef } from 'react';
import { useClient } from 'urql';
import { runningOrder } from '../../../schema/running-order';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { announce } from '../../platform/ui/Announcer';
import { showToast } from '../../platform/ui/toasts';
import { movedMeanwhile } from '../plans/MoveDialog';
import { type Headed, type Spot, sectionStepOf } from './agendaParts';
import type { MeetingVerbs } from './meeting.operations';
import { type AgendaLine, type Meeting, meetingQuery } from './meeting.queries';

/** Where to, worked out of the agenda as it stands when the move’s turn has come. */
export type Whither = (items: readonly AgendaLine[]) => Spot | null;
export type Move = (id: string, whither: Whither) => void;

export type MoveSection = (head: Headed, how: 'up' | 'down') => void;

/** Moves one after the other: a key pressed again goes on from where the last press has put it. */
function useTurns(meetingId: string) {
  const client = useClient();
  const turn = useRef<Promise<void>>(Promise.resolve());
  return useCallback(
    (move: (now: () => Meeting | null) => Promise<void>): void => {
      const now = (): Meeting | null =>
        client.readQuery(meetingQuery, { id: meetingId }, { requestPolicy: 'cache-only' })?.data?.meeting ??
        null;
      const take = (): Promise<void> => move(now);
      turn.current = turn.current.then(take, take);
    },
    [client, meetingId],
  );
}

function tell(refusal: Refusal): void {
  showToast({ tone: 'danger', message: refusalWords(refusal) });
}

/** Moves items. */
export function useMoves(meetingId: string, { moveItem }: Pick<MeetingVerbs, 'moveItem'>): Move {
  const inTurn = useTurns(meetingId);
  return useCallback(
    (id, whither) =>
      inTurn(async (now) => {
        const items = now()?.agendaItems ?? [];
        const item = items.find((one) => one.id === id);
        const spot = whither(items);
        if (!item || !spot) return;
        const { afterId, section } = spot;
        const refusal = movedMeanwhile(
          await moveItem({ id, expectedVersion: item.version, afterId, section }),
        );
        if (refusal) return tell(refusal);
        const meeting = now();
        const stands = runningOrder(meeting?.startsAt ?? '', meeting?.agendaItems ?? []).find(
          (one) => one.item.id === id,
        );
        if (!stands) return;
        const under =
          stands.item.section === item.section ? '' : `, under ${stands.item.section || 'no heading'}`;
        const at = stands.startsAt ? `, at ${stands.startsAt}` : '';
        announce(`“${item.title}” is now item ${stands.number}${at}${under}`);
      }),
    [inTurn, moveItem],
  );
}

/** Moves whole sections, each with all that stands under it. */
export function useSectionMoves(
  meetingId: string,
  { moveSection }: Pick<MeetingVerbs, 'moveSection'>,
): MoveSection {
  const inTurn = useTurns(meetingId);
  return useCallback(
    (head, how) =>
      inTurn(async (now) => {
        const spot = sectionStepOf(now()?.agendaItems ?? [], head, how);
        if (!spot) return;
        const { section } = head;
        const { afterSection } = spot;
        const refusal = await moveSection({ meetingId, section, afterSection });
        if (refusal) return tell(refusal);
        const after = afterSection === null ? 'comes first' : `comes after ${sectionName(afterSection)}`;
        announce(`${capitalised(sectionName(section))} now ${after}`);
      }),
    [inTurn, meetingId, moveSection],
  );
}

/** How people name a section. */
export const sectionName = (section: string): string =>
  section === '' ? 'what stands under no heading' : `the section “${section}”`;

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
