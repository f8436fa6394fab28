import { type FormEvent, useState } from 'react';
import { NO_DAY, readTypedDay } from '../../platform/format/typedDay';
import { useToday } from '../../platform/format/useToday';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { useActionVerbs } from './action.operations';
import { isKind, KINDS, type Kind } from './crossReferences';
import { EndPicker, NO_END, type PickedEnd } from './EndPicker';
import { type Need, NeedFields } from './NeedFields';
import './actions.css';

const WORDS = {
  need: { form: 'What is needed for', end: 'From', note: 'What we need', verb: 'Ask for it' },
  any: { form: 'Cross-reference from', end: 'The other', note: 'Note', verb: 'Propose it' },
} as const;

interface ProposeFormProps {
  /** The action it is written at. */
  readonly action: { readonly id: string; readonly plan: { readonly id: string } };
  /** As people name it: 'WS2 B12'. */
  readonly name: string;
  readonly partnershipId: string;
  /** What it points at, where that is known already. */
  readonly to?: PickedEnd;
  /** What is needed from somebody, rather than a cross-reference of any kind. */
  readonly isNeed: boolean;
  readonly onClose: () => void;
}

/** A promise written at this action. What it points at is picked, or typed as people do: 'WS2 B12'. */
export function ProposeForm({ action, name, partnershipId, to = NO_END, isNeed, onClose }: ProposeFormProps) {
  const verbs = useActionVerbs();
  const today = useToday();
  const words = WORDS[isNeed ? 'need' : 'any'];
  const [kind, setKind] = useState<Kind>('DEPENDS_ON');
  const [end, setEnd] = useState(to);
  const [note, setNote] = useState('');
  const [need, setNeed] = useState<Need>({ neededBy: '', ifLate: '' });
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const neededBy = readTypedDay(need.neededBy, today);
  const isDayWrong = need.neededBy.trim() !== '' && neededBy === null;

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isDayWrong) return setError(NO_DAY);
    setPending(true);
    const refused = await verbs.propose({
      fromId: action.id,
      kind,
      ...(end.picked ? { toId: end.picked.id } : { text: end.typed.trim() }),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(kind === 'DEPENDS_ON' ? { neededBy, ifLate: need.ifLate.trim() || null } : {}),
    });
    setPending(false);
    setError(refused && refusalWords(refused));
    if (refused) return;
    showToast({ tone: 'success', message: 'Sent: they see it at once, and answer.' });
    onClose();
  };
  return (
    <form
      className="report stack"
      aria-label={`${words.form} ${name}`}
      onSubmit={(event) => void send(event)}
      noValidate
    >
      {error !== null && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      {!isNeed && (
        <Select
          label="What it is to the other"
          options={KINDS}
          value={kind}
          onChange={(id) => setKind(isKind(id) ? id : kind)}
        />
      )}
      <EndPicker
        label={words.end}
        description="Type a reference such as WS2 B12, words of what you mean, or @ and an organisation"
        atId={action.id}
        partnershipId={partnershipId}
        planId={action.plan.id}
        end={end}
        onChange={setEnd}
        keepsWords
      />
      <TextField label={words.note} isOptional value={note} onChange={setNote} />
      {kind === 'DEPENDS_ON' && (
        <NeedFields
          need={need}
          onChange={(change) => setNeed({ ...need, ...change })}
          error={isDayWrong && error === NO_DAY ? NO_DAY : undefined}
        />
      )}
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={end.typed.trim() === ''}>
          {words.verb}
        </Button>
      </div>
    </form>
  );
}
