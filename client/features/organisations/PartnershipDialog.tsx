import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { PartnershipHead } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface PartnershipDialogProps {
  readonly partnership: PartnershipHead;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LABELS = { name: 'Name', shortName: 'Short name', place: 'Place it serves' };

const typedOf = ({ name, shortName, place }: PartnershipHead) => ({
  name,
  shortName: shortName ?? '',
  place: place ?? '',
});

const fieldsOf = ({ name, shortName, place }: ReturnType<typeof typedOf>) => ({
  name: name.trim(),
  shortName: orNull(shortName),
  place: orNull(place),
});

/** What the partnership is called and where it is. */
export function PartnershipDialog({ partnership, onClose, onDone }: PartnershipDialogProps) {
  const verbs = useOrganisationVerbs();
  const [form, conflict] = useItemForm(partnership, {
    typedOf: () => typedOf(partnership),
    fieldsOf,
    words: { item: partnership.name, labels: LABELS },
    update: verbs.updatePartnership,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog {...form} title={`Change ${partnership.name}`} verb="Save" onClose={onClose}>
        <TextField
          label="Name"
          isRequired
          autoFocus
          maxLength={300}
          description="It stands at the head of every page."
          value={typed.name}
          onChange={(name) => type({ name })}
          {...errorAt('name')}
        />
        <TextField
          label="Short name"
          isOptional
          maxLength={60}
          value={typed.shortName}
          onChange={(shortName) => type({ shortName })}
          {...errorAt('shortName')}
        />
        <TextField
          label="Place it serves"
          isOptional
          maxLength={300}
          value={typed.place}
          onChange={(place) => type({ place })}
          {...errorAt('place')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
