import { type FormEvent, useState } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { isKind, KINDS, type Kind } from './crossReferences';
import { EndPicker, NO_END } from './EndPicker';

/** A promise written at this action. What it points at is picked, or typed as people do: 'WS2 B12'. */
export function ProposeForm({ action, name, onClose }: PartProps & { readonly onClose: () => void }) {
  const { partnershipId } = usePlanContext();
  const verbs = useActionVerbs();
  const [kind, setKind] = useState<Kind>('DEPENDS_ON');
  const [end, setEnd] = useState(NO_END);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    const refused = await verbs.propose({
      fromId: action.id,
      kind,
      ...(end.picked ? { toId: end.picked.id } : { text: end.typed.trim() }),
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
        <EndPicker
          label="The other"
          description="Type a reference such as WS2 B12, or words of the action or of what is waited for"
          atId={action.id}
          partnershipId={partnershipId}
          planId={action.plan.id}
          end={end}
          onChange={setEnd}
          keepsWords
        />
      </div>
      <TextField label="Note" isOptional value={note} onChange={setNote} />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={end.typed.trim() === ''}>
          Propose it
        </Button>
      </div>
    </form>
  );
}
