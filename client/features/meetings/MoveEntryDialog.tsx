import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { movedMeanwhile } from '../plans/MoveDialog';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { meetingChoice, placeWords } from './forwardPlanWords';

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
  const others = ahead.filter(({ id }) => id !== line.meeting?.id);
  const next = others.find(({ meetsOn }) => !line.meeting || meetsOn > line.meeting.meetsOn);
  const form = useForm(
    { to: meetingId === undefined ? (next?.id ?? NONE) : (meetingId ?? NONE), reason: '' },
    async ({ to, reason }) =>
      movedMeanwhile(
        await verbs.move({
          ...{ id: line.id, expectedVersion: line.version, meetingId: to === NONE ? null : to },
          ...(slips ? { reason: orNull(reason) } : {}),
        }),
      ),
    () => {
      showToast({
        tone: 'success',
        message: `“${line.title}” is ${placeWords(ahead, form.typed.to)}`,
      });
      refresh();
      onClose();
      onMoved();
    },
  );
  const { typed, type, errorAt } = form;
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
          ...others.map((meeting) => ({ id: meeting.id, label: meetingChoice(meeting) })),
          ...(slips ? [{ id: NONE, label: 'Not yet for a meeting' }] : []),
        ]}
        value={typed.to}
        onChange={(to) => to !== null && type({ to })}
        {...errorAt('meetingId')}
      />
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
