import { type ReactNode, useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Icon } from '../../platform/ui/Icon';
import { showToast } from '../../platform/ui/toasts';

export interface Answering {
  readonly onAnswered?: () => void;
  /** Reads what is answered anew, when it was changed meanwhile. */
  readonly askAgain?: () => void;
}

/** Sends an answer, and says beside the buttons why it was not taken; nobody agrees to what they were not shown. */
export function useAnswer({ onAnswered, askAgain }: Answering) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const send = async (sending: Promise<Refusal | null>, done: string): Promise<void> => {
    setPending(true);
    const refused = await sending;
    setPending(false);
    if (refused?.code === 'CONFLICT') {
      setProblem('Somebody changed this meanwhile. Read it as it is now, and answer again.');
      askAgain?.();
    } else setProblem(refused && refusalWords(refused));
    if (refused) return;
    showToast({ tone: 'success', message: done });
    onAnswered?.();
  };
  const alert: ReactNode = problem !== null && (
    <span className="field-error" role="alert">
      <Icon name="risk" /> {problem}
    </span>
  );
  return { isPending, send, alert };
}
