import { formatLongDay } from '../../platform/format/dates';
import { FormDialog } from '../../platform/ui/FormDialog';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { PlannedEntry } from './meeting.queries';
import { useMeetingContext } from './meetingContext';
import {
  REPRESENTATION_LABELS,
  RepresentationsFields,
  representationsOf,
  typedRepresentations,
} from './RepresentationsFields';

interface RepresentationsDialogProps {
  readonly entry: Pick<PlannedEntry, 'id' | 'version' | 'representations' | 'representationsResponse'>;
  /** What it is called where it was opened. */
  readonly name: string;
  readonly onClose: () => void;
}

/** What was said against considering something in private, and the response: both go out with the agenda. */
export function RepresentationsDialog({ entry, name, onClose }: RepresentationsDialogProps) {
  const { meeting, verbs } = useMeetingContext();
  const by = meeting.timetable?.furtherNoticeBy?.on;
  const [form, conflict] = useItemForm(entry, {
    typedOf: () => typedRepresentations(entry),
    fieldsOf: representationsOf,
    words: { item: name, labels: REPRESENTATION_LABELS },
    update: verbs.updateEntry,
    onDone: onClose,
  });
  return (
    <>
      <FormDialog
        {...form}
        title={`Representations to consider ${name} in public`}
        lead={`Everybody reads them, with the reasons, in the further notice of the part in private. It goes out with the agenda${by ? `, by ${formatLongDay(by)}` : ''}.`}
        verb="Save"
        onClose={onClose}
      >
        <RepresentationsFields {...form} autoFocus />
      </FormDialog>
      {conflict}
    </>
  );
}
