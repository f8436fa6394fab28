import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { formatDay } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull, useForm } from '../../platform/ui/useForm';
import { endOfDay } from '../plans/asOf';
import { CircleFields } from '../plans/CircleFields';
import { type Circle, circleOf, leavesOut, refusalAtFields, sentenceOf } from '../plans/circle';
import { useCircles } from '../plans/useCircles';
import { useFreeze } from './frozen.operations';
import { leftOutQuery } from './frozen.queries';
import { leftOutWords, lookedAt, readersAsked, readersOf } from './frozenAsked';
import type { MapState } from './mapAddress';

interface FreezeDialogProps {
  readonly within: string;
  readonly partnershipId: string;
  readonly name: string;
  readonly state: MapState;
  /** Whether the reader may open it to the public. */
  readonly mayPublish: boolean;
  readonly onClose: () => void;
}

interface Typed extends Circle {
  readonly title: string;
  readonly note: string;
}

/** What it is called, who may open it, and what that leaves out of what is on the screen. */
export function FreezeDialog({ within, partnershipId, name, state, mayPublish, onClose }: FreezeDialogProps) {
  const { isLoaded, options, names, me } = useCircles(partnershipId);
  const freeze = useFreeze();
  const navigate = useNavigate();
  const today = useToday();
  // What was on the screen when this was opened.
  const [looked] = useState(() => lookedAt(state, within, state.day === null ? null : endOfDay(state.day)));
  const form = useForm<Typed>(
    {
      title: `${name}: map as of ${formatDay(state.day ?? today)}`,
      note: '',
      ...circleOf(null, {
        organisationIds: me.organisationIds,
        personIds: me.personId === null ? [] : [me.personId],
      }),
    },
    async (typed) => {
      const { title, note } = typed;
      const frozen = await freeze({ ...looked, title, note: orNull(note), audience: readersOf(typed) });
      if (frozen.refusal) return refusalAtFields(frozen.refusal, typed);
      void navigate(`/maps/${frozen.id}`);
      return null;
    },
    onClose,
  );
  const { typed, type, errorAt } = form;
  const readers = readersAsked(typed);
  const [{ data }] = useQuery({
    query: leftOutQuery,
    variables: { ...looked, ...readers },
    pause: readers === null,
    requestPolicy: 'network-only',
  });
  const counts = readers && data?.frozenMapLeavesOut;
  const sentence = sentenceOf('Plan', typed, names)?.replace('will see it', 'can open it') ?? null;
  return (
    <FormDialog
      {...form}
      title="Freeze a copy of the map"
      lead="Keeps what is shown, at an address of its own, for a board paper. It never changes; it can be withdrawn."
      verb="Freeze the copy"
      onClose={onClose}
    >
      <TextField
        label="Title"
        value={typed.title}
        onChange={(title) => type({ title })}
        maxLength={200}
        isRequired
        {...errorAt('title')}
      />
      <TextArea
        label="Note"
        isOptional
        rows={2}
        value={typed.note}
        onChange={(note) => type({ note })}
        maxLength={2000}
        {...errorAt('note')}
      />
      <CircleFields
        label="Who may open it"
        kindsOf="Plan"
        {...{ typed, type, errorAt, options, mayPublish }}
      />
      <p role="status">{sentence ?? (isLoaded && <span className="quiet">Say which.</span>)}</p>
      {counts && (
        <div role="status">
          <Banner tone={counts.placesLeftOut + counts.crossReferencesLeftOut > 0 ? 'warning' : 'info'}>
            {leftOutWords(counts)} Everybody who opens it is shown the same.
          </Banner>
        </div>
      )}
      {isLoaded && !form.refusal && leavesOut(typed, me) && (
        <Banner tone="warning">
          You could not open it yourself. Include your organisation, your board or yourself.
        </Banner>
      )}
    </FormDialog>
  );
}
