import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { orNull, useForm } from '../../platform/ui/useForm';
import { exemptionsOf } from './exemptions';
import { type Ground, GroundFields } from './GroundFields';
import type { PlannedEntry } from './meeting.queries';
import { useMeetingContext } from './meetingContext';

interface GroundDialogProps {
  readonly entry: PlannedEntry;
  /** Why it is asked. */
  readonly wanted: string;
  /** Once it is said. */
  readonly put: () => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** By what right something planned is confidential, asked where it is to go onto the agenda; the forward plan says it then too. */
export function GroundDialog({ entry, wanted, put, onClose }: GroundDialogProps) {
  const { meeting, verbs } = useMeetingContext();
  const form = useForm<Ground>(
    { exemptionParagraphs: [...entry.exemptionParagraphs], privateReason: entry.privateReason ?? '' },
    async ({ exemptionParagraphs, privateReason }) =>
      (await verbs.updateEntry({
        ...{ id: entry.id, expectedVersion: entry.version },
        ...{ exemptionParagraphs, privateReason: orNull(privateReason) },
      })) ?? (await put()),
    onClose,
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog
      {...form}
      title={`Confidentiality of “${entry.title}”`}
      verb="Put it on the agenda"
      onClose={onClose}
    >
      <Banner tone="warning">{wanted}</Banner>
      <GroundFields exemptions={exemptionsOf(meeting)} {...{ typed, type, errorAt }} />
    </FormDialog>
  );
}
