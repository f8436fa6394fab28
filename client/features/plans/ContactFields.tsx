import { Checkbox } from '../../platform/ui/Checkbox';
import { Select } from '../../platform/ui/Select';
import type { ContactChoice } from './contacts';

interface ContactFieldsProps {
  readonly choices: readonly ContactChoice[];
  /** The id of what is chosen; null while others may not ask. */
  readonly chosen: string | null;
  readonly onChange: (chosen: string | null) => void;
  readonly error?: string;
}

/** Whether others may ask about what they do not see, through whom, and what they then read. */
export function ContactFields({ choices, chosen, onChange, error }: ContactFieldsProps) {
  const choice = choices.find(({ id }) => id === chosen);
  return (
    <>
      <Checkbox
        isSelected={chosen !== null}
        onChange={(isSelected) => onChange(isSelected ? (choices[0]?.id ?? null) : null)}
      >
        Others may ask about it through…
      </Checkbox>
      {chosen !== null && (
        <Select
          label="Contact"
          options={choices}
          value={choice ? chosen : null}
          onChange={onChange}
          {...(error === undefined ? {} : { error })}
        />
      )}
      {choice && (
        <p role="status">
          Others in the partnership then read “{choice.words}”, wherever they look for what they need. They
          are told nothing else: not which work it is, nor how much of it there is.
        </p>
      )}
    </>
  );
}
