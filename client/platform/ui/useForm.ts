import { type FormEvent, useId, useState } from 'react';
import type { Refusal } from '../graphql/errors';

export interface Form<Typed> {
  readonly form: string;
  readonly typed: Typed;
  readonly type: (change: Partial<Typed>) => void;
  readonly isTouched: boolean;
  readonly isPending: boolean;
  readonly refusal: Refusal | null;
  /** What the server says of a field, as that field takes it. */
  readonly errorAt: (field: string) => { error?: string };
  readonly onSubmit: (event: FormEvent) => void;
}

function without(refusal: Refusal, change: object): Refusal | null {
  const fields = refusal.fields.filter(({ field }) => !(field in change));
  return fields.length === 0 && refusal.fields.length > 0 ? null : { ...refusal, fields };
}

/** What a dialog holds between being opened and sent. A refusal leaves everything typed where it is. */
export function useForm<Typed extends object>(
  begin: Typed,
  send: (typed: Typed) => Promise<Refusal | null>,
  onDone: () => void,
): Form<Typed> {
  const form = useId();
  const [typed, setTyped] = useState(begin);
  const [isTouched, setTouched] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async (): Promise<void> => {
    setPending(true);
    setRefusal(null);
    const refused = await send(typed);
    setPending(false);
    setRefusal(refused);
    if (!refused) onDone();
  };
  return {
    form,
    typed,
    type: (change) => {
      setTouched(true);
      // What is typed over is wrong no longer; a field that stays wrong would keep the form from being sent.
      setRefusal((before) => before && without(before, change));
      setTyped((before) => ({ ...before, ...change }));
    },
    isTouched,
    isPending,
    refusal,
    errorAt: (field) => {
      const found = refusal?.fields.find((one) => one.field === field);
      return found ? { error: found.message } : {};
    },
    onSubmit: (event) => {
      event.preventDefault();
      void submit();
    },
  };
}

/** One a line, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const orNull = (text: string): string | null => text.trim() || null;
