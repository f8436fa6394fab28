import { londonDay } from '../../platform/format/dates';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import type { Person, Post } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface AppointDialogProps {
  readonly post: Post;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who holds a post from a day on; whatever it answers for passes with it. */
export function AppointDialog({ post, people, onClose, onDone }: AppointDialogProps) {
  const verbs = useOrganisationVerbs();
  const form = useForm(
    { personId: null as string | null, fromOn: londonDay(new Date()), isInterim: false },
    (typed) => verbs.appointToPost({ postId: post.id, ...typed }),
    () => {
      onDone();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog
      {...form}
      title={`Appoint to ${post.title}`}
      lead={
        post.holder
          ? `${post.holder.name} holds it until the day before. Its actions and seats pass with it.`
          : 'Its actions and seats pass with it.'
      }
      verb={typed.personId ? 'Appoint' : 'Leave it vacant'}
      onClose={onClose}
    >
      <ComboBox
        label="Person"
        description="Nobody leaves the post vacant"
        options={people
          .filter((one) => !one.archivedAt)
          .map((one) => ({ id: one.id, label: one.name, note: one.organisation?.name }))}
        value={typed.personId}
        onChange={(personId) => type({ personId })}
        {...errorAt('personId')}
      />
      <TextField
        label="From"
        type="date"
        isRequired
        value={typed.fromOn}
        onChange={(fromOn) => type({ fromOn })}
        {...errorAt('fromOn')}
      />
      <Checkbox isSelected={typed.isInterim} onChange={(isInterim) => type({ isInterim })}>
        For the time being only (interim)
      </Checkbox>
    </FormDialog>
  );
}
