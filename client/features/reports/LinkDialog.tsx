import { useState } from 'react';
import { isSafeAddress } from '../../../schema/report-text';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { TextField } from '../../platform/ui/TextField';

interface LinkDialogProps {
  readonly onChoose: (href: string) => void;
  readonly onClose: () => void;
}

/** Where the selected words lead to. Left empty, they lead nowhere any more. */
export function LinkDialog({ onChoose, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  const choose = (): void => {
    const href = typed.trim();
    if (href === '' || isSafeAddress(href)) onChoose(href);
    else setError('Write the whole address, beginning with https:// or mailto:');
  };
  return (
    <Dialog
      isOpen
      title="Link"
      lead="Where the selected words lead to. Leave it empty to take a link away."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={choose}>
            {typed.trim() === '' ? 'Take the link away' : 'Make the link'}
          </Button>
        </>
      }
    >
      <TextField
        label="Address"
        type="url"
        autoFocus
        value={typed}
        onChange={setTyped}
        error={error}
        onKeyDown={(event) => event.key === 'Enter' && choose()}
      />
    </Dialog>
  );
}
