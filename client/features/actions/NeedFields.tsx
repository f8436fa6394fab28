import { DayField } from '../../platform/ui/DayField';
import { TextField } from '../../platform/ui/TextField';

export interface Need {
  /** As typed. */
  readonly neededBy: string;
  readonly ifLate: string;
}

interface NeedFieldsProps {
  readonly need: Need;
  readonly onChange: (change: Partial<Need>) => void;
  readonly error?: string | undefined;
}

/** Of a dependency: by when, and what happens otherwise. */
export function NeedFields({ need, onChange, error }: NeedFieldsProps) {
  return (
    <div className="report-choices">
      <DayField
        label="By when"
        isOptional
        value={need.neededBy}
        onChange={(neededBy) => onChange({ neededBy })}
        error={error}
      />
      <TextField
        label="If it is late"
        isOptional
        value={need.ifLate}
        onChange={(ifLate) => onChange({ ifLate })}
      />
    </div>
  );
}
