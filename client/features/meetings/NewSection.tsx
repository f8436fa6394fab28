import { useRef, useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { TextField } from '../../platform/ui/TextField';

/** A new heading: its name, and Enter. It is the agenda’s as soon as there is an item under it. */
export function NewSection({ onBegin }: { readonly onBegin: (section: string) => void }) {
  const [name, setName] = useState<string | null>(null);
  const button = useRef<HTMLSpanElement>(null);
  const close = (): void => {
    setName(null);
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  const begin = (): void => {
    const section = name?.trim() ?? '';
    if (section === '') return;
    onBegin(section);
    setName(null);
  };
  const onKeyDown = ({ key }: { readonly key: string }): void => {
    if (key === 'Escape') close();
    else if (key === 'Enter') begin();
  };
  if (name === null)
    return (
      <span ref={button} className="agenda-new-section no-print">
        <Button icon="plus" look="quiet" onPress={() => setName('')}>
          New section
        </Button>
      </span>
    );
  return (
    <div className="agenda-new-section no-print">
      <TextField
        label="Heading of the new section"
        autoFocus
        maxLength={120}
        value={name}
        onChange={setName}
        onKeyDown={onKeyDown}
      />
      <Button onPress={begin}>Add the section</Button>
      <Button look="quiet" onPress={close}>
        Cancel
      </Button>
    </div>
  );
}
