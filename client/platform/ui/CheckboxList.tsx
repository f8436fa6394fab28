import { CheckboxGroup } from 'react-aria-components';
import { Checkbox } from './Checkbox';
import { FieldFrame, type FieldWords } from './Field';
import './fields.css';

interface CheckboxListProps extends FieldWords {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** The ids of those chosen. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** Said where there is nothing to choose from. */
  readonly empty: string;
}

/** Any number of some: all that there are stand in the form, so that what is not chosen is seen too. */
export function CheckboxList({ options, value, onChange, empty, ...words }: CheckboxListProps) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={onChange}
      isInvalid={words.error !== undefined}
    >
      <FieldFrame {...words}>
        {options.length === 0 && <p className="quiet">{empty}</p>}
        {options.length > 0 && (
          <div className="check-list">
            {options.map(({ id, label }) => (
              <Checkbox key={id} value={id}>
                {label}
              </Checkbox>
            ))}
          </div>
        )}
      </FieldFrame>
    </CheckboxGroup>
  );
}
