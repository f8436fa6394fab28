import { useState } from 'react';
import { formatLongDay } from '../../platform/format/dates';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { MeetingTimeFields } from './MeetingTimeFields';
import type { Meeting } from './meeting.queries';
import { useMeetingContext } from './meetingContext';

const WHY = 'Why it is moved';
const LABELS = {
  title: 'Title',
  meetsOn: 'Day',
  startsAt: 'Begins',
  endsAt: 'Ends',
  place: 'Place',
  reason: WHY,
};

const typedOf = ({ title, meetsOn, startsAt, endsAt, place }: Meeting) => ({
  title,
  meetsOn,
  startsAt,
  endsAt: endsAt ?? '',
  place: place ?? '',
  reason: '',
});

const fieldsOf = ({ title, meetsOn, startsAt, endsAt, place, reason }: ReturnType<typeof typedOf>) => ({
  title: title.trim(),
  meetsOn,
  startsAt,
  endsAt: orNull(endsAt),
  place: orNull(place),
  reason: orNull(reason),
});

/** When and where a meeting takes place. */
export function MeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const { meeting, verbs } = useMeetingContext();
  // Why a reason is wanted, once the server has said so.
  const [why, setWhy] = useState<string | null>(null);
  const [form, conflict] = useItemForm(meeting, {
    typedOf: () => typedOf(meeting),
    fieldsOf,
    words: {
      item: 'The meeting',
      labels: LABELS,
      reads: { meetsOn: (day) => formatLongDay(String(day)) },
      fieldOfRule: { ENDS_BEFORE_IT_BEGINS: 'endsAt' },
    },
    update: async (changes) => {
      const refusal = await verbs.update(changes);
      if (refusal?.rule === 'MOVED_WITHOUT_REASON') setWhy(refusal.message);
      return refusal;
    },
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
        <MeetingTimeFields {...{ typed, type, errorAt }} />
        {why !== null && (
          <TextArea
            label={WHY}
            description={why}
            isRequired
            autoFocus
            rows={3}
            maxLength={1000}
            value={typed.reason}
            onChange={(reason) => type({ reason })}
            {...(errorAt('reason').error === undefined ? {} : { error: 'Say why it is moved.' })}
          />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
