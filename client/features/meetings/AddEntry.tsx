import { type FormEvent, useRef, useState } from 'react';
import { formatDay } from '../../platform/format/dates';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { announce } from '../../platform/ui/Announcer';
import { Icon } from '../../platform/ui/Icon';
import type { PlannedMeeting } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { othersAt, withWords } from './forwardPlanWords';

/** A new line: its title and Enter, and the next one can be written. What else is to be said is said in place. */
export function AddEntry({ meeting }: { readonly meeting: PlannedMeeting | null }) {
  const { board, verbs, refresh } = useForwardPlan();
  const [title, setTitle] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // Kept until it is made, so that sending twice makes one.
  const id = useRef(crypto.randomUUID());
  const isPending = useRef(false);
  const others = othersAt(meeting, [board]);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = title.trim();
    if (typed === '' || isPending.current) return;
    isPending.current = true;
    const refused = await verbs.create({
      ...{ id: id.current, meetingId: meeting?.id ?? null, title: typed },
      // Who meet there consider it together.
      boardIds: [board.id, ...others.map((one) => one.id)],
    });
    isPending.current = false;
    setRefusal(refused);
    if (refused) return;
    id.current = crypto.randomUUID();
    setTitle((now) => (now.trim() === typed ? '' : now));
    announce(`“${typed}” was added${withWords(others)}`);
    refresh();
  };
  const label = meeting
    ? `Add to the meeting of ${formatDay(meeting.meetsOn)}${withWords(others)}`
    : 'Add something not yet for a meeting';
  return (
    <form className="plan-add no-print" onSubmit={(event) => void add(event)}>
      <Icon name="plus" />
      <input
        className="input"
        aria-label={label}
        placeholder={`${label}: write its title and press Enter`}
        maxLength={300}
        value={title}
        aria-invalid={refusal !== null}
        onChange={(event) => {
          setTitle(event.target.value);
          setRefusal(null);
          if (refusal) id.current = crypto.randomUUID();
        }}
      />
      {refusal && (
        <span className="field-error" role="alert">
          {refusalWords(refusal)}
        </span>
      )}
    </form>
  );
}
