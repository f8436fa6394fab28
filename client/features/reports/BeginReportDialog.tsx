import type { Refusal } from '../../platform/graphql/errors';
import { FormDialog } from '../../platform/ui/FormDialog';
import { useForm } from '../../platform/ui/useForm';

interface BeginReportDialogProps {
  /** Of what it is to be the report. */
  readonly title: string;
  /** Whom it is for, in words. */
  readonly circle: string;
  readonly begin: () => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** Before a confidential report is begun: whom it is for from its first word on. */
export function BeginReportDialog({ title, circle, begin, onClose }: BeginReportDialogProps) {
  const form = useForm({}, begin, onClose);
  return (
    <FormDialog {...form} title={`Begin the report on “${title}”`} verb="Begin its report" onClose={onClose}>
      <p>
        It is confidential from its first word on. Who will see it: <b>{circle}</b>.
      </p>
      <p className="quiet">Another circle can be said on the page of the report, under “Who sees it”.</p>
    </FormDialog>
  );
}
