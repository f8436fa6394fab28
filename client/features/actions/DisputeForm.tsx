import { useState } from 'react';
import { TextArea } from '../../platform/ui/TextField';
import { AnswerForm } from './AnswerForm';

interface DisputeFormProps {
  /** What is said no to: 'WS2 B12'. */
  readonly name: string;
  readonly isPending: boolean;
  readonly onDispute: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A no always says why: whoever reads it has to do something with the answer. */
export function DisputeForm({ name, onDispute, ...form }: DisputeFormProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const send = (): void => {
    if (reason.trim() === '') setError('Say why, so that they know what to change.');
    else onDispute(reason.trim());
  };
  return (
    <AnswerForm {...form} label={`Dispute ${name}`} verb="Dispute" onSend={send}>
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
    </AnswerForm>
  );
}
