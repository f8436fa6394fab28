import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../platform/ui/Button';
import './actions.css';

interface AnswerFormProps {
  readonly label: string;
  /** The verb itself: 'Dispute'. */
  readonly verb: string;
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** An answer that needs more than a press, opened where the press was. */
export function AnswerForm({ label, verb, isPending, onSend, onCancel, children }: AnswerFormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className="answer-form" aria-label={label} onSubmit={submit} noValidate>
      {children}
      <div className="fact-line">
        <Button type="submit" size="sm" look="primary" isPending={isPending}>
          {verb}
        </Button>
        <Button size="sm" look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
