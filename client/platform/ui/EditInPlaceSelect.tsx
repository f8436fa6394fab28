import { type ReactNode, useState } from 'react';
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

/** A value that opens its choices where it stands; the choice is saved at once. */
export function EditInPlaceSelect(props: EditInPlaceSelectProps) {
  const { label, options, value, onSave, canEdit = true, children } = props;
  const [error, setError] = useState<string | null>(null);
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

  const said = options.find((option) => option.id === value)?.label ?? 'not set';
  return (
    <span className="edit-open">
      <AriaSelect
        aria-label={label}
        value={value}
        onChange={(key) => {
          if (key !== null) void choose(String(key));
        }}
      >
        <Button
          className="edit-display edit-select"
          aria-label={`${label}: ${said}`}
          excludeFromTabOrder={isOutOfTabOrder}
        >
          {children}
          <Icon name="chevron-down" size={0.75} />
        </Button>
        <Popover className="popover popover-list" offset={4}>
          <OptionList options={options} />
        </Popover>
      </AriaSelect>
      {error !== null && (
        <span className="field-error" role="alert">
          <Icon name="risk" /> {error}
        </span>
      )}
    </span>
  );
}
