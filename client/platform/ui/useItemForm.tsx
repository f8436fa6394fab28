import { type ReactNode, useState } from 'react';
import type { Refusal } from '../graphql/errors';
import { saveChanged } from '../graphql/saveChanged';
import { useSaving } from '../graphql/saving';
import { type Form, useForm } from './useForm';
import { useLatest } from './useLatest';

interface Kept {
  readonly id: string;
  readonly version: number;
}

type Changes<Fields> = { readonly id: string; readonly expectedVersion: number } & Partial<Fields>;

interface ItemFormWords<Fields> {
  /** What the form is about, as the head of a clash says it: its name. */
  readonly item: string;
  readonly labels: Readonly<Record<keyof Fields & string, string>>;
  /** How a field's value reads where two versions of it stand side by side; as it is by default. */
  readonly reads?: Readonly<Partial<Record<keyof Fields & string, (value: unknown) => string>>>;
  /** The field at which a broken rule is said. */
  readonly fieldOfRule?: Readonly<Record<string, keyof Fields & string>>;
}

interface ItemFormVerbs<Typed, Fields> {
  readonly typedOf: () => Typed;
  readonly fieldsOf: (typed: Typed) => Fields;
  readonly words: ItemFormWords<Fields>;
  readonly create?: (id: string, fields: Fields, typed: Typed) => Promise<Refusal | null>;
  readonly update: (changes: Changes<Fields>) => Promise<Refusal | null>;
  readonly onDone: () => void;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A list is said as a list; nothing is said as nothing. */
function readValue(value: unknown, read: ((value: unknown) => string) | undefined): ReactNode {
  if (isNothing(value)) return <span className="quiet">Nothing</span>;
  if (read) return read(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function atItsField(
  refusal: Refusal | null,
  fieldOfRule: Readonly<Record<string, string>> | undefined,
): Refusal | null {
  const field = refusal?.rule && fieldOfRule?.[refusal.rule];
  return refusal && field ? { ...refusal, fields: [{ field, message: refusal.message }] } : refusal;
}

/**
 * A form that makes an item or changes one. Only what was changed here is sent, since others may have changed the rest
 * meanwhile; where they changed the same, both are shown. The second part is that dialog: put it beside the form.
 */
export function useItemForm<Typed extends object, Fields extends object>(
  shown: Kept | null,
  { typedOf, fieldsOf, words, create, update, onDone }: ItemFormVerbs<Typed, Fields>,
): readonly [Form<Typed>, ReactNode] {
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [item] = useState(shown);
  const [begin] = useState(typedOf);
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => item?.id ?? crypto.randomUUID());
  const [save, conflict] = useSaving();
  // What a value is called may be known only after a clash is shown.
  const show = useLatest((field: string, value: unknown) =>
    readValue(value, words.reads?.[field as keyof Fields & string]),
  );

  const change = ({ version }: Kept, typed: Typed): Promise<Refusal | null> =>
    saveChanged(save, {
      item: words.item,
      version,
      label: (field) => words.labels[field as keyof Fields & string] ?? field,
      show,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => update({ id, expectedVersion, ...changed }),
    });
  const form = useForm(
    begin,
    async (typed) => {
      const refusal = item ? await change(item, typed) : await create?.(id, fieldsOf(typed), typed);
      return atItsField(refusal ?? null, words.fieldOfRule);
    },
    onDone,
  );
  return [form, conflict];
}
