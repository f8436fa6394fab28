import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classes } from './classes';
import { useIsOutOfTabOrder } from './gridCell';
import { Icon } from './Icon';
import './EditInPlace.css';

export interface EditInPlaceTextProps {
  /** What is edited, and of what: 'Title of WS2 B12'. */
  readonly label: string;
  readonly value: string;
  /** Rejects with an Error whose message is fit for the reader; the field then stays open with what was typed. */
  readonly onSave: (next: string) => Promise<void>;
  readonly canEdit?: boolean;
  readonly isMultiline?: boolean;
  /** Opened with all of it selected, so that what is typed takes its place: a number, a day. */
  readonly isSelected?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  /** What to say below the field of what is typed so far. */
  readonly about?: (typed: string) => ReactNode;
}

interface Draft {
  /** The value editing began from: if it moves meanwhile the reader is told, and what they typed stays. */
  readonly base: string;
  readonly text: string;
}

/** Text that becomes a field. Enter or leaving saves, Escape goes back. */
export function EditInPlaceText(props: EditInPlaceTextProps) {
  const {
    label,
    value,
    onSave,
    canEdit = true,
    isMultiline = false,
    isSelected = false,
    placeholder = 'Not set',
    className,
    about,
  } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const display = useRef<HTMLButtonElement>(null);
  const isOutOfTabOrder = useIsOutOfTabOrder();

  const close = (takesFocus: boolean): void => {
    setDraft(null);
    setError(null);
    if (!takesFocus) return;
    requestAnimationFrame(() => {
      // Whoever has gone on to another field while this was saved stays there.
      if (document.activeElement === document.body) display.current?.focus();
    });
  };

  const save = async (takesFocus: boolean): Promise<void> => {
    if (!draft || isSaving) return;
    if (draft.text.trim() === draft.base.trim()) return close(takesFocus);
    setSaving(true);
    try {
      await onSave(draft.text.trim());
      close(takesFocus);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : 'This could not be saved');
    } finally {
      setSaving(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(true);
    }
  };

  const shown = value === '' ? <span className="quiet">{placeholder}</span> : value;
  if (!canEdit) return <span className={className}>{shown}</span>;
  if (!draft) {
    return (
      <button
        ref={display}
        type="button"
        className={classes('edit-display', className)}
        aria-label={`${value === '' ? placeholder : value}, edit ${label}`}
        tabIndex={isOutOfTabOrder ? -1 : 0}
        onClick={() => setDraft({ base: value, text: value })}
      >
        <span className="edit-value">{shown}</span>
      </button>
    );
  }

  const Field = isMultiline ? 'textarea' : 'input';
  return (
    <span className="edit-open">
      <Field
        className={classes('input', isMultiline && 'text-area')}
        aria-label={label}
        aria-invalid={error !== null}
        aria-busy={isSaving}
        autoFocus
        onFocus={({ target }) => isSelected && target.select()}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        onBlur={() => void save(false)}
        onKeyDown={onKeyDown}
      />
      {error !== null && (
        <span className="field-error" role="alert">
          <Icon name="risk" /> {error}
        </span>
      )}
      {draft.text.trim() !== draft.base.trim() && about?.(draft.text)}
      {value !== draft.base && (
        <span className="edit-note" role="status">
          Now “{value}”, changed while you were typing. Saving asks which to keep.
        </span>
      )}
    </span>
  );
}
