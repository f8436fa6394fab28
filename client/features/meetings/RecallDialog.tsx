import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { useForm } from '../../platform/ui/useForm';
import { usePublishing } from './publication.operations';
import { PUBLISHED_WORDS, type PublicationLineData } from './publication.queries';

interface RecallDialogProps {
  readonly publication: PublicationLineData;
  readonly onClose: () => void;
}

/** Takes back what was published, and says why. */
export function RecallDialog({ publication, onClose }: RecallDialogProps) {
  const { recall } = usePublishing();
  const { what } = PUBLISHED_WORDS[publication.packKind];
  const form = useForm(
    { reason: '' },
    ({ reason }) =>
      recall({ id: publication.id, expectedVersion: publication.version, reason: reason.trim() }),
    () => {
      showToast({ tone: 'success', message: 'Recalled' });
      onClose();
    },
  );
  return (
    <FormDialog
      {...form}
      title={`Recall ${what}`}
      lead="The address will say that it was recalled, when and why, and show nothing more. There is no way back: prepare another."
      verb="Recall"
      onClose={onClose}
    >
      <TextArea
        label="Why"
        description="Everybody is told, the public too."
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
