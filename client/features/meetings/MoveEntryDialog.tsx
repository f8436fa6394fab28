import { formatList } from '../../platform/format/counts';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { movedMeanwhile } from '../plans/MoveDialog';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { daysGivenUp, daysWords, meetingChoice, othersAt, placeWords, withWords } from './forwardPlanWords';

const NONE = 'none';

interface MoveEntryDialogProps {
  readonly line: PlanLine;
  /** Where it is to go; absent where that is asked too. */
  readonly meetingId?: string | null;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** At which meeting a line is considered instead, and why not at the one it was planned for. */
export function MoveEntryDialog({ line, meetingId, onMoved, onClose }: MoveEntryDialogProps) {
  const { ahead, verbs, refresh } = useForwardPlan();
  const slips = line.meeting !== null;
  const elsewhere = ahead.filter(({ id }) => id !== line.meeting?.id);
  const next = elsewhere.find(({ meetsOn }) => !line.meeting || meetsOn > line.meeting.meetsOn);
  const form = useForm(
    { to: meetingId === undefined ? (next?.id ?? NONE) : (meetingId ?? NONE), reason: '', isForAll: true },
    async ({ to, reason, isForAll }) =>
      movedMeanwhile(
        await verbs.move({
          ...{ id: line.id, expectedVersion: line.version, meetingId: to === NONE ? null : to },
          ...(slips ? { reason: orNull(reason) } : {}),
          withBoardsOfMeeting: isForAll,
        }),
      ),
    () => {
      showToast({
        tone: 'success',
        message: `“${line.title}” is ${placeWords(ahead, form.typed.to)}${form.typed.isForAll ? withWords(others) : ''}`,
      });
      refresh();
      onClose();
      onMoved();
    },
  );
  const { typed, type, errorAt } = form;
  const goes = daysWords(daysGivenUp(line, line.meeting));
  const others = othersAt(
    ahead.find(({ id }) => id === typed.to),
    line.boards,
  );
  return (
    <FormDialog
      {...form}
      title={`Move “${line.title}”`}
      {...(slips ? { lead: 'It slips: the reason stays with it, for all who read the plan.' } : {})}
      verb="Move it"
      onClose={onClose}
    >
      <Select
        label="To the meeting of"
        options={[
          ...elsewhere.map((meeting) => ({ id: meeting.id, label: meetingChoice(meeting) })),
          ...(slips ? [{ id: NONE, label: 'Not yet for a meeting' }] : []),
        ]}
        value={typed.to}
        onChange={(to) => to !== null && type({ to })}
        {...errorAt('meetingId')}
      />
      {others.length > 0 && (
        <Checkbox isSelected={typed.isForAll} onChange={(isForAll) => type({ isForAll })}>
          {formatList(others.map(({ name }) => name))} {others.length === 1 ? 'considers' : 'consider'} it
          too: it stands in {others.length === 1 ? 'that forward plan' : 'those forward plans'} as well
        </Checkbox>
      )}
      {goes !== '' && (
        <p className="quiet">
          {goes}, set for the meeting it leaves, {goes.includes(' and ') ? 'go' : 'goes'} with it: the
          timetable of the next one counts, for its report too. Moved back, it has what it had.
        </p>
      )}
      {slips && (
        <TextArea
          label="Why it is not considered as planned"
          autoFocus
          rows={2}
          maxLength={1000}
          value={typed.reason}
          onChange={(reason) => type({ reason })}
          {...errorAt('reason')}
        />
      )}
    </FormDialog>
  );
}
