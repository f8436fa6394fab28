import { formatDay } from '../../platform/format/dates';
import { DayField } from '../../platform/ui/DayField';
import { useTypedDay } from '../../platform/ui/useTypedDay';
import { AnswerForm } from '../actions/AnswerForm';
import { HeldUp } from './HeldUp';

interface NewDateFormProps {
  /** What of ours counts on what slipped, and what it is called. */
  readonly ours: { readonly id: string; readonly name: string };
  /** When what we need is due since. */
  readonly isDueOn: string | null;
  readonly isPending: boolean;
  readonly onName: (day: string) => void;
  readonly onCancel: () => void;
}

/** A new date of one’s own, with what it moves and what it would hold up in turn. */
export function NewDateForm({ ours, isDueOn, onName, ...form }: NewDateFormProps) {
  const { day, complain, field } = useTypedDay(isDueOn === null ? '' : formatDay(isDueOn));
  const send = (): void => {
    if (day === null) complain();
    else onName(day);
  };
  return (
    <AnswerForm {...form} label={`A new date for ${ours.name}`} verb="Name this date" onSend={send}>
      <DayField label="Our new date" autoFocus {...field} />
      <p className="quiet">
        {ours.name} moves to this day where it is due sooner, and what it needs is needed by then. Nobody
        else’s date moves.
      </p>
      {day !== null && <HeldUp of={ours.id} asWritten={day} />}
    </AnswerForm>
  );
}
