import { type ReactNode, useState } from 'react';
import { Banner } from '../ui/Banner';
import { ConfirmDialog } from '../ui/Dialog';
import { showToast } from '../ui/toasts';
import type { Refusal } from './errors';
import { refusalWords } from './saving';

interface ConfirmVerbProps {
  readonly title: string;
  /** What doing it means. */
  readonly children: ReactNode;
  /** The verb itself ('Close the plan'), never 'OK'. */
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly run: () => Promise<Refusal | null>;
  /** Said when it is done. */
  readonly done: string;
  readonly onClose: () => void;
}

/** Asks before a verb that is not lightly taken back; a refusal is said where the question stands. */
export function ConfirmVerb({ run, done, children, onClose, ...dialog }: ConfirmVerbProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const confirm = async (): Promise<void> => {
    setPending(true);
    const refused = await run();
    setPending(false);
    setRefusal(refused);
    if (refused) return;
    showToast({ tone: 'success', message: done });
    onClose();
  };
  return (
    <ConfirmDialog
      {...dialog}
      isOpen
      isPending={isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {refusal && (
        <Banner tone="danger" isLive>
          {refusalWords(refusal)}
        </Banner>
      )}
      {children}
    </ConfirmDialog>
  );
}
