import { useState } from 'react';
import { formatInstant } from '../../platform/format/dates';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import type { Person } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface AccountDialogProps {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly onClose: () => void;
}

/** An account for somebody: the first password is shown once, to be handed over. */
export function AccountDialog({ person, onClose }: AccountDialogProps) {
  const verbs = useOrganisationVerbs();
  const [made, setMade] = useState<{ firstPassword: string; expiresAt: string } | null>(null);
  const form = useForm(
    { email: '' },
    async ({ email }) => {
      const answer = await verbs.createAccount(person.id, email.trim());
      setMade(answer.made);
      return answer.refusal;
    },
    () => {},
  );
  if (made)
    return (
      <Dialog
        isOpen
        isDismissable={false}
        title={`The first password of ${person.name}`}
        onClose={onClose}
        actions={
          <Button look="primary" onPress={onClose}>
            I have handed it over
          </Button>
        }
      >
        <p>It is shown this once. They replace it when they first sign in.</p>
        <p className="first-password">
          <code>{made.firstPassword}</code>
        </p>
        <p className="quiet">
          It works until {formatInstant(made.expiresAt)}. If {form.typed.email} has an account already, that
          keeps its own password.
        </p>
      </Dialog>
    );
  return (
    <FormDialog
      {...form}
      title={`Give ${person.name} an account`}
      lead="What they may do with it is said by their roles."
      verb="Give the account"
      onClose={onClose}
    >
      <TextField
        label="Email address"
        type="email"
        isRequired
        autoFocus
        value={form.typed.email}
        onChange={(email) => form.type({ email })}
        {...form.errorAt('email')}
      />
    </FormDialog>
  );
}
