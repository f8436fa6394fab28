import { useEffect, useId, useRef, useState } from 'react';
import { announce } from '../../platform/ui/Announcer';
import { IconButton } from '../../platform/ui/Button';
import { ComboBox } from '../../platform/ui/Select';
import type { Choice } from './choices';
import './bodies.css';

interface BodiesFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  /** Names the way to add one: 'Add a board'. */
  readonly add: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** The order means something and can be changed. */
  readonly isOrdered?: boolean;
}

function moved(ids: readonly string[], at: number, to: number): string[] {
  const next = [...ids];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

/** Several bodies, one after the other: chosen by name, taken away again and, where it matters, put in order. */
export function BodiesField(props: BodiesFieldProps) {
  const { label, description, error, add, choices, value, onChange, isOrdered = false } = props;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const next = useRef<{ readonly body: string; readonly control: string } | null>(null);
  const nameOf = (one: string): string => choices.find((choice) => choice.id === one)?.label ?? '…';

  // A button that has moved, or gone, would take the keyboard with it: it goes on from the same place.
  useEffect(() => {
    const at = next.current;
    next.current = null;
    if (!at) return;
    const row = field.current?.querySelector(`[data-body="${at.body}"]`);
    const enabled = row?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [];
    const same = [...enabled].find((button) => button.dataset['control'] === at.control);
    // Not the field to add one: taking the last away must not open its list.
    (same ?? enabled[0] ?? field.current)?.focus();
  });

  // The field takes what is chosen, so that it closes, and is empty again for the next.
  const [picked, setPicked] = useState<string | null>(null);
  useEffect(() => setPicked(null));
  const pick = (chosen: string | null): void => {
    if (!chosen) return;
    setPicked(chosen);
    onChange([...value, chosen]);
  };

  const move = (at: number, by: 1 | -1): void => {
    const body = value[at] ?? '';
    next.current = { body, control: by === 1 ? 'down' : 'up' };
    announce(`${nameOf(body)} is now ${at + by + 1} of ${value.length}`);
    onChange(moved(value, at, at + by));
  };
  const remove = (at: number): void => {
    next.current = { body: value[at + 1] ?? value[at - 1] ?? '', control: 'remove' };
    announce(`${nameOf(value[at] ?? '')} was taken off the list`);
    onChange(value.filter((_, other) => other !== at));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay its legend out like the other labels
    <div className="field bodies-field" role="group" aria-labelledby={id} tabIndex={-1} ref={field}>
      <span className="field-label" id={id}>
        {label}
        <span className="field-optional"> (optional)</span>
      </span>
      {value.length > 0 && (
        <ol className="bodies-chosen">
          {value.map((one, at) => (
            <li key={one} data-body={one}>
              {isOrdered && <span className="quiet">{at + 1}.</span>}
              <span className="bodies-chosen-name">{nameOf(one)}</span>
              {isOrdered && (
                <>
                  <IconButton
                    data-control="up"
                    icon="arrow-up"
                    size="sm"
                    label={`Move ${nameOf(one)} up`}
                    isDisabled={at === 0}
                    onPress={() => move(at, -1)}
                  />
                  <IconButton
                    data-control="down"
                    icon="arrow-down"
                    size="sm"
                    label={`Move ${nameOf(one)} down`}
                    isDisabled={at === value.length - 1}
                    onPress={() => move(at, 1)}
                  />
                </>
              )}
              <IconButton
                icon="close"
                size="sm"
                data-control="remove"
                label={`Take ${nameOf(one)} off the list`}
                onPress={() => remove(at)}
              />
            </li>
          ))}
        </ol>
      )}
      <ComboBox
        label={add}
        isLabelHidden
        placeholder={add}
        empty="There is no other of that name to add"
        options={choices.filter((one) => !value.includes(one.id))}
        value={picked}
        onChange={pick}
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      />
    </div>
  );
}
