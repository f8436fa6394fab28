import { useEffect, useRef, useState } from 'react';
import type { WaitingFile } from '../../../schema/attachment-words';
import { useLatest } from '../../platform/ui/useLatest';
import { type AttachedTo, forgetFile, type Sending, sendAttachment } from './sendAttachment';

/** How far a file has come: chosen, on its way, looked into. */
export interface Sent {
  readonly isSending: boolean;
  readonly share: number;
  readonly file: WaitingFile | null;
  readonly trouble: string | null;
  choose(file: File): void;
  /** Back to the beginning; what waits is forgotten. */
  startAgain(): void;
}

/** `given` is on its way at once, as if it had been chosen. */
export function useSending(to: AttachedTo, given: File | null): Sent {
  const [share, setShare] = useState<number | null>(null);
  const [file, setFile] = useState<WaitingFile | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const under = useRef<Sending | null>(null);
  const choose = (chosen: File): void => {
    setTrouble(null);
    setShare(0);
    const sending = sendAttachment(chosen, to, setShare);
    under.current = sending;
    sending.file.then(setFile, (error: Error) => setTrouble(error.message)).finally(() => setShare(null));
  };
  const send = useLatest(choose);
  useEffect(() => {
    if (given) send(given);
    return () => under.current?.stop();
  }, [given, send]);
  const startAgain = (): void => {
    if (file) forgetFile(file);
    setFile(null);
  };
  return { isSending: share !== null, share: share ?? 0, file, trouble, choose, startAgain };
}
