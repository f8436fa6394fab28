import { TextField } from '../../platform/ui/TextField';
import type { Form } from '../../platform/ui/useForm';
import '../boards/boardRules.css';

interface MeetingTimes {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}

interface MeetingTimeFieldsProps {
  readonly typed: MeetingTimes;
  readonly type: (change: Partial<MeetingTimes>) => void;
  readonly errorAt: Form<MeetingTimes>['errorAt'];
}

/** From when to when a meeting lasts, and where. */
export function MeetingTimeFields({ typed, type, errorAt }: MeetingTimeFieldsProps) {
  return (
    <>
      <div className="fields-beside">
        <TextField
          label="Begins"
          type="time"
          isRequired
          value={typed.startsAt}
          onChange={(startsAt) => type({ startsAt })}
          {...errorAt('startsAt')}
        />
        <TextField
          label="Ends"
          type="time"
          isOptional
          value={typed.endsAt}
          onChange={(endsAt) => type({ endsAt })}
          {...errorAt('endsAt')}
        />
      </div>
      <TextField
        label="Place"
        isOptional
        maxLength={300}
        value={typed.place}
        onChange={(place) => type({ place })}
        {...errorAt('place')}
      />
    </>
  );
}
