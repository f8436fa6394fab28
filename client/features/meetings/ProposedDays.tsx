import { formatLongDay } from '../../platform/format/dates';
import { Banner } from '../../platform/ui/Banner';
import { Checkbox } from '../../platform/ui/Checkbox';
import { TextField } from '../../platform/ui/TextField';
import type { ProposedDay } from './rhythmDays';

interface ProposedDaysProps {
  readonly days: readonly ProposedDay[];
  readonly onChange: (on: string, change: { meetsOn?: string; isTaken?: boolean }) => void;
  readonly error?: string;
}

/** Each day of a rhythm: taken or left out, moved where it has to be, and why. */
export function ProposedDays({ days, onChange, error }: ProposedDaysProps) {
  return (
    <fieldset className="proposed-days">
      <legend className="field-label">The days</legend>
      {error !== undefined && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      <ul>
        {days.map(({ on, meetsOn, isTaken, notes }) => (
          <li key={on}>
            <Checkbox isSelected={isTaken} onChange={(is) => onChange(on, { isTaken: is })}>
              {formatLongDay(on)}
            </Checkbox>
            {isTaken && (
              <TextField
                label={`Meets on, for ${formatLongDay(on)}`}
                isLabelHidden
                type="date"
                isRequired
                value={meetsOn}
                onChange={(day) => onChange(on, { meetsOn: day })}
              />
            )}
            {notes.length > 0 && <p className="proposed-notes">{notes.join('. ')}</p>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
