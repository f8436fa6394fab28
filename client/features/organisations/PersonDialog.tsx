import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { linesOf, orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { Person } from './bodies';
import { namesIn, useChoices, withKept } from './choices';
import { useOrganisationVerbs } from './organisation.operations';

interface PersonDialogProps {
  readonly partnershipId: string;
  /** Null for somebody new. */
  readonly person: Person | null;
  /** Where somebody new works, when that is settled already. */
  readonly organisationId: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LABELS = {
  name: 'Name',
  jobTitle: 'Job title',
  organisationId: 'Works for',
  aliases: 'Also written',
};

const typedOf = (person: Person | null, organisationId: string | null) => ({
  name: person?.name ?? '',
  jobTitle: person?.jobTitle ?? '',
  organisationId: person ? (person.organisation?.id ?? null) : organisationId,
  aliases: (person?.aliases ?? []).join('\n'),
});

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  name: typed.name.trim(),
  jobTitle: orNull(typed.jobTitle),
  organisationId: typed.organisationId,
  aliases: linesOf(typed.aliases),
});

/** Somebody new to the partnership, or what is known of somebody. A role and an account are given apart. */
export function PersonDialog({ partnershipId, person, organisationId, onClose, onDone }: PersonDialogProps) {
  const verbs = useOrganisationVerbs();
  const { organisations, mayAdminister } = useChoices();
  const [form, conflict] = useItemForm(person, {
    typedOf: () => typedOf(person, organisationId),
    fieldsOf,
    words: {
      item: person?.name ?? '',
      labels: LABELS,
      reads: { organisationId: namesIn(organisations) },
    },
    create: (id, fields) => verbs.createPerson({ id, partnershipId, ...fields }),
    update: verbs.updatePerson,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={person ? `Change what is known of ${person.name}` : 'Add a person'}
        {...(person
          ? {}
          : {
              lead: 'They are known here from then on. What they may do is said by a role, which you give next.',
            })}
        verb={person ? 'Save' : 'Add the person'}
        onClose={onClose}
      >
        <TextField
          label="Name"
          isRequired
          autoFocus
          maxLength={200}
          value={typed.name}
          onChange={(name) => type({ name })}
          {...errorAt('name')}
        />
        <TextField
          label="Job title"
          isOptional
          maxLength={200}
          value={typed.jobTitle}
          onChange={(jobTitle) => type({ jobTitle })}
          {...errorAt('jobTitle')}
        />
        <ComboBox
          label="Works for"
          isOptional={mayAdminister}
          options={withKept(
            organisations.filter(({ mayStaff }) => mayStaff),
            [person?.organisation],
          )}
          value={typed.organisationId}
          onChange={(chosen) => type({ organisationId: chosen })}
          {...errorAt('organisationId')}
        />
        <TextArea
          label="Also written"
          isOptional
          rows={2}
          description="As papers write the name, one a line. Imports recognise them by it."
          value={typed.aliases}
          onChange={(aliases) => type({ aliases })}
          {...errorAt('aliases')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
