import { formatLongDay } from '../../platform/format/dates';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { Meeting } from './meeting.queries';
import { useMeetingContext } from './meetingContext';

const LABELS = { title: 'Title', meetsOn: 'Day', startsAt: 'Begins', endsAt: 'Ends', place: 'Place' };

const typedOf = ({ title, meetsOn, startsAt, endsAt, place }: Meeting) => ({
  title,
  meetsOn,
  startsAt,
  endsAt: endsAt ?? '',
  place: place ?? '',
});

const fieldsOf = ({ title, meetsOn, startsAt, endsAt, place }: ReturnType<typeof typedOf>) => ({
  title: title.trim(),
  meetsOn,
  startsAt,
  endsAt: orNull(endsAt),
  place: orNull(place),
});

/** When and where a meeting takes place. */
export function MeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const { meeting, verbs } = useMeetingContext();
  const [form, conflict] = useItemForm(meeting, {
    typedOf: () => typedOf(meeting),
    fieldsOf,
    words: {
      item: 'The meeting',
      labels: LABELS,
      reads: { meetsOn: (day) => formatLongDay(String(day)) },
      fieldOfRule: { ENDS_BEFORE_IT_BEGINS: 'endsAt' },
    },
    update: verbs.update,
    onDone: onClose,
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog {...form} title="Change the meeting" verb="Save" onClose={onClose}>
        <TextField
          label="Title"
          description="Such as “Ordinary meeting”"
          isRequired
          autoFocus
          maxLength={200}
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        <TextField
          label="Day"
          type="date"
          isRequired
          value={typed.meetsOn}
          onChange={(meetsOn) => type({ meetsOn })}
          {...errorAt('meetsOn')}
        />
        <div className="meeting-hours">
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
      </FormDialog>
      {conflict}
    </>
  );
}
