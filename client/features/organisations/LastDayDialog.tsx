import { londonDay } from '../../platform/format/dates';
import type { Refusal } from '../../platform/graphql/errors';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';

interface LastDayDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly verb: string;
  readonly send: (untilOn: string) => Promise<Refusal | null>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The day on which something that was held for a time is held last: a seat, a post. */
export function LastDayDialog({ title, lead, verb, send, onClose, onDone }: LastDayDialogProps) {
  const form = useForm(
    { untilOn: londonDay(new Date()) },
    async ({ untilOn }) => {
      const refusal = await send(untilOn);
      // Whatever is wrong, the day is all there is to be wrong.
      return refusal?.code === 'RULE_BROKEN'
        ? { ...refusal, fields: [{ field: 'untilOn', message: refusal.message }] }
        : refusal;
    },
    () => {
      onDone();
      onClose();
    },
  );
  return (
    <FormDialog {...form} title={title} lead={lead} verb={verb} onClose={onClose}>
      <TextField
        label="Last day"
        type="date"
        isRequired
        autoFocus
        value={form.typed.untilOn}
        onChange={(untilOn) => form.type({ untilOn })}
        {...form.errorAt('untilOn')}
      />
    </FormDialog>
  );
}
