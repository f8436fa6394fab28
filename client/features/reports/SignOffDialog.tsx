import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { FindingList } from './Findings';
import { useReportVerbs } from './report.operations';
import type { Report } from './report.queries';
import { leftOpen } from './reportWords';

interface SignOffDialogProps {
  readonly report: Report;
  /** The words they read. */
  readonly seenHash: string;
  readonly onClose: () => void;
}

/** Whoever signs sees what is left to put right; with that, it wants a reason. */
export function SignOffDialog({ report, seenHash, onClose }: SignOffDialogProps) {
  const verbs = useReportVerbs();
  const open = leftOpen(report.findings);
  const form = useForm(
    { despite: '' },
    ({ despite }) =>
      verbs.signOff({
        ...{ id: report.id, expectedVersion: report.version, seenHash, despite: orNull(despite) },
      }),
    () => {
      showToast({ tone: 'success', message: 'The report is signed off.' });
      onClose();
    },
  );
  const { error } = form.errorAt('despite');
  return (
    <FormDialog
      {...form}
      title="Sign the report off"
      lead="You sign it off as it stands now. If it is changed afterwards, it has to be signed off again."
      verb={open.length > 0 ? 'Sign it off all the same' : 'Sign it off'}
      onClose={onClose}
    >
      {open.length > 0 && (
        <Banner tone="warning">
          <p>{open.length === 1 ? 'One thing is' : `${open.length} things are`} left to put right:</p>
          <FindingList findings={open} />
        </Banner>
      )}
      {(open.length > 0 || error !== undefined) && (
        <TextArea
          label="Why it is signed off all the same"
          description="Everybody who sees the report reads it."
          isRequired
          rows={3}
          maxLength={2000}
          value={form.typed.despite}
          onChange={(despite) => form.type({ despite })}
          {...form.errorAt('despite')}
        />
      )}
    </FormDialog>
  );
}
