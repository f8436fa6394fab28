import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Select as AriaSelect, Button, Popover } from 'react-aria-components';
import { useIsOutOfTabOrder } from './gridCell';
import { Icon } from './Icon';
import { type Option, OptionList } from './ListItems';
import './EditInPlace.css';

export interface EditInPlaceSelectProps {
  /** What is chosen, and of what: 'Status of WS2 B12'. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  /** Rejects with an Error whose message is fit for the reader. */
  readonly onSave: (id: string) => Promise<void>;
  readonly canEdit?: boolean;
  /** How the value looks at rest: a status pill, an owner's mark. */
  readonly children: ReactNode;
}

interface OpenChoiceProps extends Omit<EditInPlaceSelectProps, 'onSave' | 'canEdit'> {
  readonly name: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function OpenChoice({ label, name, options, value, children, onChoose, onClose }: OpenChoiceProps) {
  return (
    <AriaSelect
      aria-label={label}
      value={value}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
    >
      <Button className="edit-display edit-select" aria-label={name} excludeFromTabOrder>
        {children}
        <Icon name="chevron-down" size={0.75} />
      </Button>
      <Popover className="popover popover-list" offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}

/**
 * A value that opens its choices where it stands; the choice is saved at once. At rest it is a mere button: a plan
 * shows dozens of them, and a whole select behind each would make scrolling slow.
 */
export function EditInPlaceSelect(props: EditInPlaceSelectProps) {
  const { label, options, value, onSave, canEdit = true, children } = props;
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const rest = useRef<HTMLButtonElement>(null);
  const isOutOfTabOrder = useIsOutOfTabOrder();
  if (!canEdit) return children;

  const choose = async (id: string): Promise<void> => {
    setError(null);
    if (id === value) return;
    try {
      await onSave(id);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : 'This could not be saved');
    }
  };
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => rest.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // In a grid the bare arrow walks on; with Alt it opens, as for any select.
    if (event.key !== 'ArrowDown' || !(event.altKey || !isOutOfTabOrder)) return;
    event.preventDefault();
    setOpen(true);
  };

  const name = `${label}: ${options.find((option) => option.id === value)?.label ?? 'not set'}`;
  return (
    <span className="edit-open">
      {isOpen ? (
        <OpenChoice {...{ label, name, options, value }} onChoose={(id) => void choose(id)} onClose={close}>
          {children}
        </OpenChoice>
      ) : (
        <button
          ref={rest}
          type="button"
          className="edit-display edit-select"
          aria-label={name}
          aria-haspopup="listbox"
          aria-expanded={false}
          tabIndex={isOutOfTabOrder ? -1 : 0}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        >
          {children}
          <Icon name="chevron-down" size={0.75} />
        </button>
      )}
      {error !== null && (
        <span className="field-error" role="alert">
          <Icon name="risk" /> {error}
        </span>
      )}
    </span>
  );
}
