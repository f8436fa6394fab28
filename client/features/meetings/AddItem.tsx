import { useState } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { TextField } from '../../platform/ui/TextField';
import { readTypedItem } from './agendaWords';
import { useMeetingContext } from './meetingContext';

interface AddItemProps {
  readonly section: string;
  /** Something is typed for this heading, so it has to stay though its last item goes. */
  readonly onBegun: (section: string) => void;
  readonly autoFocus?: boolean;
}

/** A new item under a heading: its title, and Enter. */
export function AddItem({ section, onBegun, autoFocus = false }: AddItemProps) {
  const { meeting, add } = useMeetingContext();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  // Minted once for what is typed, so that sending it twice makes one.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [isPending, setPending] = useState(false);

  const send = async (): Promise<void> => {
    const item = readTypedItem(typed);
    if (item.title === '' || isPending) return;
    setPending(true);
    const refusal = await add({ id, meetingId: meeting.id, section, ...item });
    setPending(false);
    setError(refusal ? refusalWords(refusal) : undefined);
    if (refusal) return;
    setId(crypto.randomUUID());
    // What was typed on while it was being sent is the beginning of the next one.
    setTyped((now) => (now === typed ? '' : now));
  };
  return (
    <TextField
      className="agenda-add no-print"
      label={section ? `Add an item under ${section}` : 'Add an item'}
      isLabelHidden
      placeholder="Add an item: its title, or “Title 20 min”"
      maxLength={300}
      autoFocus={autoFocus}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        setError(undefined);
        if (text !== '') onBegun(section);
      }}
      onKeyDown={({ key }) => key === 'Enter' && void send()}
      {...(error === undefined ? {} : { error })}
    />
  );
}
