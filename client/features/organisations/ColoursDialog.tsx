import { useState } from 'react';
import type { BragStatus } from '../../../schema/vocabulary';
import { statusWords } from '../../platform/format/status';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { PartnershipHead } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface ColoursDialogProps {
  readonly partnership: PartnershipHead;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Status = keyof typeof BragStatus;
type Meanings = Readonly<Partial<Record<Status, string>>>;

const typedOf = ({ bragDefinitions }: PartnershipHead): Meanings =>
  Object.fromEntries(bragDefinitions.map(({ status, meaning }) => [status, meaning]));

/** The colours whose words are other than they were; without words one goes back to what it commonly means. */
const changedFrom = (before: Meanings) => (typed: Meanings) => ({
  bragDefinitions: (Object.keys(typed) as Status[])
    .filter((status) => typed[status]?.trim() !== before[status])
    .map((status) => ({ status, meaning: orNull(typed[status] ?? '') })),
});

/** As the log holds it: what is said of each colour that has words of its own. */
function readMeanings(value: unknown): string {
  const own = Object.entries(value as Meanings) as [Status, string][];
  return (
    own.map(([status, meaning]) => `${statusWords(status).label}: ${meaning}`).join(' ') ||
    'What they commonly mean'
  );
}

/** What each colour means here, in the partnership’s own words. */
export function ColoursDialog({ partnership, onClose, onDone }: ColoursDialogProps) {
  const verbs = useOrganisationVerbs();
  const [begin] = useState(() => typedOf(partnership));
  const [form, conflict] = useItemForm(partnership, {
    typedOf: () => begin,
    fieldsOf: changedFrom(begin),
    words: {
      item: 'What the colours mean',
      labels: { bragDefinitions: 'What the colours mean' },
      reads: { bragDefinitions: readMeanings },
    },
    update: verbs.updatePartnership,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type } = form;
  return (
    <>
      <FormDialog
        {...form}
        title="Change what the colours mean"
        lead="Shown wherever the colour is. Left empty, a colour means what it commonly does."
        verb="Save"
        onClose={onClose}
      >
        {(Object.keys(typed) as Status[]).map((status) => (
          <TextArea
            key={status}
            label={statusWords(status).label}
            rows={2}
            maxLength={500}
            value={typed[status] ?? ''}
            onChange={(meaning) => type({ [status]: meaning })}
          />
        ))}
      </FormDialog>
      {conflict}
    </>
  );
}
