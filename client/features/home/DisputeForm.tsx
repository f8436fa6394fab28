import { type FormEvent, useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';

interface DisputeFormProps {
  readonly isPending: boolean;
  readonly onDispute: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A no always says why: whoever proposed it has to do something with the answer. */
export function DisputeForm({ isPending, onDispute, onCancel }: DisputeFormProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') setError('Say why, so that they know what to change.');
    else onDispute(reason.trim());
  };
  return (
    <form className="home-dispute" onSubmit={submit} noValidate>
      <TextArea
        label="Why not?"
        rows={2}
        autoFocus
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          setError(undefined);
        }}
        error={error}
      />
      <div className="home-answer-actions">
        <Button type="submit" size="sm" look="primary" isPending={isPending}>
          Dispute
        </Button>
        <Button size="sm" look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
