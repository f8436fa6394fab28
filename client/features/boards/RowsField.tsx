import { type ReactNode, useEffect, useRef } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';

interface RowsFieldProps<Row> {
  readonly label: string;
  /** Names one row for the buttons: 'standing item'. */
  readonly what: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly blank: Row;
  readonly error?: string;
  /** Whether a row may not be taken away. */
  readonly isKept?: (row: Row) => boolean;
  readonly children: (row: Row, change: (part: Partial<Row>) => void, at: number) => ReactNode;
}

/** A list is one field here: what is wrong in a part of it is said at the whole. */
export const atTheWhole = (refusal: Refusal | null): Refusal | null =>
  refusal && {
    ...refusal,
    fields: refusal.fields.map(({ field, message }) => ({ field: field.split('.')[0] ?? field, message })),
  };

/** Several of a kind, each with fields of its own, in an order that can be changed. */
export function RowsField<Row extends object>(props: RowsFieldProps<Row>) {
  const { label, what, rows, onChange, blank, error, isKept, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const focusOn = useRef<number | null>(null);
  // The keyboard goes on in the row that was added or moved; after one was taken away, in the one in its place.
  useEffect(() => {
    if (focusOn.current === null) return;
    const row = list.current?.children[Math.min(focusOn.current, rows.length - 1)];
    row?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    focusOn.current = null;
  });
  const put = (next: readonly Row[], at: number): void => {
    focusOn.current = at;
    onChange(next);
  };
  const up = (at: number): void => {
    const next = [...rows];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    put(next, at - 1);
  };
  return (
    <fieldset className="rows-field">
      <legend className="field-label">{label}</legend>
      {error !== undefined && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      <ol ref={list}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
          <li key={at} className="rows-field-row">
            {children(
              row,
              (part) => onChange(rows.map((one, other) => (other === at ? { ...one, ...part } : one))),
              at,
            )}
            <div className="row-tools">
              {at > 0 && (
                <Button size="sm" icon="arrow-up" onPress={() => up(at)}>
                  Move up<span className="visually-hidden">: {`${what} ${at + 1}`}</span>
                </Button>
              )}
              {!isKept?.(row) && (
                <Button
                  size="sm"
                  icon="close"
                  onPress={() =>
                    put(
                      rows.filter((_, other) => other !== at),
                      at,
                    )
                  }
                >
                  Take away<span className="visually-hidden">: {`${what} ${at + 1}`}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Button icon="plus" onPress={() => put([...rows, blank], rows.length)}>
        Add a {what}
      </Button>
    </fieldset>
  );
}
