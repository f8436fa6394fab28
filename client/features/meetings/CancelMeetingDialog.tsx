import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { useForm } from '../../platform/ui/useForm';
import { useMeetingContext } from './meetingContext';

/** Says that a meeting does not take place, and why. */
export function CancelMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const { meeting, verbs } = useMeetingContext();
  const form = useForm(
    { reason: '' },
    ({ reason }) => verbs.cancel({ id: meeting.id, expectedVersion: meeting.version, reason: reason.trim() }),
    () => {
      showToast({ tone: 'success', message: 'The meeting is cancelled' });
      onClose();
    },
  );
  return (
    <FormDialog
      {...form}
      title="Cancel the meeting"
      lead="Its agenda is kept as it is. The meeting can be planned anew."
      verb="Cancel the meeting"
      onClose={onClose}
    >
      <TextArea
        label="Why"
        description="Everyone is told, the public too."
        isRequired
        autoFocus
        rows={3}
        maxLength={1000}
        value={form.typed.reason}
        onChange={(reason) => form.type({ reason })}
        {...form.errorAt('reason')}
      />
    </FormDialog>
  );
}
