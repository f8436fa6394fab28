import { useState } from 'react';
import { ComboBox } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { FormDialog } from './FormDialog';
import { useOrganisationVerbs } from './organisation.operations';
import { orNull, useForm } from './useForm';

interface PersonDialogProps {
  readonly partnershipId: string;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** Where the person works, when that is settled already. */
  readonly organisationId: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Somebody new to the partnership. A role and an account are given apart. */
export function PersonDialog({
  partnershipId,
  organisations,
  organisationId,
  onClose,
  onDone,
}: PersonDialogProps) {
  const verbs = useOrganisationVerbs();
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm(
    { name: '', jobTitle: '', organisationId },
    (typed) =>
      verbs.createPerson({
        id,
        partnershipId,
        name: typed.name.trim(),
        jobTitle: orNull(typed.jobTitle),
        organisationId: typed.organisationId,
      }),
    () => {
      onDone();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog
      {...form}
      title="Add a person"
      lead="They are known here from then on. What they may do is said by a role, which you give next."
      verb="Add the person"
      onClose={onClose}
    >
      <TextField
        label="Name"
        isRequired
        autoFocus
        value={typed.name}
        onChange={(name) => type({ name })}
        {...errorAt('name')}
      />
      <TextField
        label="Job title"
        isOptional
        value={typed.jobTitle}
        onChange={(jobTitle) => type({ jobTitle })}
        {...errorAt('jobTitle')}
      />
      <ComboBox
        label="Works for"
        isOptional
        options={organisations.map((one) => ({ id: one.id, label: one.name }))}
        value={typed.organisationId}
        onChange={(chosen) => type({ organisationId: chosen })}
        {...errorAt('organisationId')}
      />
    </FormDialog>
  );
}
