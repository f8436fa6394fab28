import { Banner } from '../../platform/ui/Banner';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { exemptionsOf } from './exemptions';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { GroundFields } from './GroundFields';

interface ConfidentialDialogProps {
  readonly line: PlanLine;
  /** Why it is asked now, where something waits for it. */
  readonly wanted?: string | undefined;
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

const typedOf = ({ isConfidential, exemptionParagraphs, privateReason }: PlanLine) => ({
  isConfidential,
  exemptionParagraphs: [...exemptionParagraphs],
  privateReason: privateReason ?? '',
});

const fieldsOf = ({ isConfidential, exemptionParagraphs, privateReason }: ReturnType<typeof typedOf>) => ({
  isConfidential,
  exemptionParagraphs: isConfidential ? exemptionParagraphs : [],
  privateReason: isConfidential ? orNull(privateReason) : null,
});

/** That the report of a line will be confidential, and by which paragraph of the law. */
export function ConfidentialDialog({ line, wanted, onSaved, onClose }: ConfidentialDialogProps) {
  const { verbs, refresh } = useForwardPlan();
  const [form, conflict] = useItemForm(line, {
    typedOf: () => typedOf(line),
    fieldsOf,
    words: {
      item: `“${line.title}”`,
      labels: {
        isConfidential: 'Confidential',
        exemptionParagraphs: 'Paragraphs',
        privateReason: 'Why, for everybody',
      },
      reads: { isConfidential: (value) => (value === true ? 'Confidential' : 'Open') },
      fieldOfRule: { PARAGRAPHS_WITHOUT_CONFIDENCE: 'exemptionParagraphs' },
    },
    update: verbs.update,
    onDone: () => {
      refresh();
      onClose();
      onSaved?.();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={`Confidentiality of “${line.title}”`}
        lead="Its report will be for those entitled only. That it is planned, and its title, are for all partners to read: word the title accordingly."
        verb="Save"
        onClose={onClose}
      >
        {wanted && <Banner tone="warning">{wanted}</Banner>}
        <Checkbox
          isSelected={typed.isConfidential}
          autoFocus
          onChange={(isConfidential) => type({ isConfidential })}
        >
          Its report will be confidential
        </Checkbox>
        {typed.isConfidential && (
          <GroundFields exemptions={exemptionsOf(line)} {...{ typed, type, errorAt }} />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
