import { type FormEvent, useState } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import type { Option } from '../../platform/ui/ListItems';
import { ComboBox, Select } from '../../platform/ui/Select';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { TextField } from '../../platform/ui/TextField';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { endWords, KIND_WORDS, type ReferenceEnd } from './crossReferences';
import { useFoundActions, useSuggestions } from './suggestions';

const KINDS = Object.entries(KIND_WORDS).map(([id, words]) => ({ id, label: `This ${words.out}` }));
type Kind = keyof typeof KIND_WORDS;
const isKind = (id: string | null): id is Kind => id !== null && id in KIND_WORDS;

function optionOf(end: ReferenceEnd): Option {
  const { name, words } = endWords(end);
  return {
    id: end.id,
    label: `${name} ${words}`.trim(),
    ...('status' in end ? { mark: <StatusBlock status={end.status} isDecorative /> } : {}),
  };
}

/** A promise written at this action. What it points at is picked, or typed as people do: 'WS2 B12'. */
export function ProposeForm({ action, name, onClose }: PartProps & { readonly onClose: () => void }) {
  const { partnershipId } = usePlanContext();
  const verbs = useActionVerbs();
  const [kind, setKind] = useState<Kind>('DEPENDS_ON');
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Option | null>(null);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const meant = useSuggestions(action.id, typed).flatMap((one) => one.item ?? one.candidates);
  const found = useFoundActions(partnershipId, typed);
  const options = new Map([...meant, ...found].map((end) => [end.id, optionOf(end)]));
  options.delete(action.id);
  if (picked) options.set(picked.id, picked);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    const refused = await verbs.propose({
      fromId: action.id,
      kind,
      ...(picked ? { toId: picked.id } : { text: typed.trim() }),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) onClose();
  };
  return (
    <form
      className="report stack"
      aria-label={`Cross-reference from ${name}`}
      onSubmit={(event) => void send(event)}
    >
      {error !== null && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      <div className="report-choices">
        <Select
          label="What it is to the other"
          options={KINDS}
          value={kind}
          onChange={(id) => setKind(isKind(id) ? id : kind)}
        />
        <ComboBox
          label="The other"
          description="Type a reference such as WS2 B12, or words of the action"
          options={[...options.values()]}
          value={picked?.id ?? null}
          inputValue={typed}
          allowsCustomValue
          empty="Nothing recognised: it will be kept as you wrote it"
          onInputChange={(text) => {
            setTyped(text);
            if (picked && text !== picked.label) setPicked(null);
          }}
          onChange={(id) => {
            const option = options.get(id ?? '');
            if (!option) return;
            setPicked(option);
            setTyped(option.label);
          }}
        />
      </div>
      <TextField label="Note" isOptional value={note} onChange={setNote} />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={typed.trim() === ''}>
          Propose it
        </Button>
      </div>
    </form>
  );
}
