import { useState } from 'react';
import { useQuery } from 'urql';
import { formatCount } from '../../platform/format/counts';
import { useToday } from '../../platform/format/useToday';
import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { showToast } from '../../platform/ui/toasts';
import { type Form, orNull, useForm } from '../../platform/ui/useForm';
import { atTheWhole } from '../boards/RowsField';
import { useForwardPlanVerbs } from './forwardPlan.operations';
import { MeetingTimeFields } from './MeetingTimeFields';
import { ProposedDays } from './ProposedDays';
import { RhythmFields, rhythmFrom } from './RhythmFields';
import { proposedDays } from './rhythmDays';
import type { Year } from './useYear';
import { rhythmQuery, type YearBoard } from './year.queries';

interface PlanYearDialogProps {
  readonly board: YearBoard;
  readonly year: Year;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The meetings of a year by their rhythm, each day shown before any is planned. */
export function PlanYearDialog({ board, year, onClose, onDone }: PlanYearDialogProps) {
  const verbs = useForwardPlanVerbs();
  const { span, all, holidays, boards } = year;
  const today = useToday();
  // Minted once a day, so that sending twice plans each once.
  const [ids] = useState(() => new Map<string, string>());
  const idOf = (on: string): string => {
    const id = ids.get(on) ?? crypto.randomUUID();
    ids.set(on, id);
    return id;
  };
  const [changed, setChanged] = useState<Readonly<Record<string, { meetsOn?: string; isTaken?: boolean }>>>(
    {},
  );
  const begin = {
    ...rhythmFrom(span.months[0] ?? ''),
    ...{ startsAt: '10:00', endsAt: '', place: '' },
    otherBoardIds: [] as readonly string[],
  };
  // Of a stated form, for what is sent depends on what is typed.
  const form: Form<typeof begin> = useForm(
    begin,
    async ({ startsAt, endsAt, place, otherBoardIds }) =>
      atTheWhole(
        await verbs.planMeetings({
          ...{ title: 'Meeting', startsAt, endsAt: orNull(endsAt), place: orNull(place) },
          boardIds: [board.id, ...otherBoardIds],
          days: taken.map(({ on, meetsOn }) => ({ id: idOf(on), meetsOn })),
        }),
      ),
    () => {
      showToast({
        tone: 'success',
        message: `${formatCount(taken.length, 'meeting')} ${taken.length === 1 ? 'is' : 'are'} planned`,
      });
      onDone();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  const [{ data }] = useQuery({
    query: rhythmQuery,
    variables: {
      ...{ week: typed.week, weekday: Number(typed.weekday), everyMonths: Number(typed.everyMonths) },
      ...{ from: `${typed.firstMonth}-01`, until: span.until },
    },
  });
  const coming = (data?.meetingDays ?? []).filter(({ on }) => on > today);
  const days = proposedDays(coming, holidays, all, [board.id, ...typed.otherBoardIds]).map((day) => ({
    ...day,
    ...changed[day.on],
  }));
  const taken = days.filter(({ isTaken, meetsOn }) => isTaken && meetsOn !== '');
  return (
    <FormDialog
      {...form}
      isWide
      title={`Plan the meetings of ${span.label}`}
      lead={`Of ${board.name}. Each gets the standing items of its rules, and can be changed afterwards.`}
      verb={`Plan ${formatCount(taken.length, 'meeting')}`}
      onClose={onClose}
    >
      <RhythmFields typed={typed} type={type} months={span.months} />
      <MeetingTimeFields {...{ typed, type, errorAt }} />
      <MultiSelect
        label="Other boards that meet with it"
        isOptional
        options={(boards ?? []).flatMap(({ id, name }) => (id === board.id ? [] : [{ id, label: name }]))}
        values={typed.otherBoardIds}
        onChange={(otherBoardIds) => type({ otherBoardIds })}
        {...errorAt('boardIds')}
      />
      <ProposedDays
        days={days}
        {...errorAt('days')}
        onChange={(on, change) => setChanged({ ...changed, [on]: { ...changed[on], ...change } })}
      />
    </FormDialog>
  );
}
