import { Checkbox } from '../../platform/ui/Checkbox';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { useItemForm } from '../../platform/ui/useItemForm';
import { exemptionsOf } from './exemptions';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

interface ConfidentialDialogProps {
  readonly line: PlanLine;
  readonly onClose: () => void;
}

const typedOf = ({ isConfidential, exemptionParagraphs }: PlanLine) => ({
  isConfidential,
  exemptionParagraphs: [...exemptionParagraphs],
});

const fieldsOf = ({ isConfidential, exemptionParagraphs }: ReturnType<typeof typedOf>) => ({
  isConfidential,
  exemptionParagraphs: isConfidential ? exemptionParagraphs : [],
});

/** That the report of a line will be confidential, and by which paragraph of the law. */
export function ConfidentialDialog({ line, onClose }: ConfidentialDialogProps) {
  const { verbs, refresh } = useForwardPlan();
  const [form, conflict] = useItemForm(line, {
    typedOf: () => typedOf(line),
    fieldsOf,
    words: {
      item: `“${line.title}”`,
      labels: { isConfidential: 'Confidential', exemptionParagraphs: 'Paragraphs' },
      reads: { isConfidential: (value) => (value === true ? 'Confidential' : 'Open') },
      fieldOfRule: { PARAGRAPHS_WITHOUT_CONFIDENCE: 'exemptionParagraphs' },
    },
    update: verbs.update,
    onDone: () => {
      refresh();
      onClose();
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
        <Checkbox
          isSelected={typed.isConfidential}
          autoFocus
          onChange={(isConfidential) => type({ isConfidential })}
        >
          Its report will be confidential
        </Checkbox>
        {typed.isConfidential && (
          <CheckboxList
            label="By which paragraph"
            description="Of the rules of the board. More than one may apply."
            options={exemptionsOf(line).map(({ paragraph, label }) => ({ id: paragraph, label }))}
            value={typed.exemptionParagraphs}
            onChange={(exemptionParagraphs) => type({ exemptionParagraphs })}
            empty="The rules of the board know no exemption."
            {...errorAt('exemptionParagraphs')}
          />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
