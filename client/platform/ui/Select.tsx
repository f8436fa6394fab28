import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  Group,
  Input,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classes } from './classes';
import { FieldFrame, type FieldWords, invalidity } from './Field';
import { Icon } from './Icon';
import { type Option, OptionList, type OptionSection } from './ListItems';

interface ChoiceProps extends FieldWords {
  readonly options?: readonly Option[];
  readonly sections?: readonly OptionSection[];
  /** The id of what is chosen; null for nothing yet. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly name?: string;
  readonly className?: string;
}

export interface SelectProps extends ChoiceProps {
  readonly autoFocus?: boolean;
  readonly defaultOpen?: boolean;
}

/** For up to a dozen options that fit in one glance; beyond that use a ComboBox. */
export function Select(props: SelectProps) {
  const { options, sections, value, onChange, placeholder = 'Choose', className, ...others } = props;
  const { label, isLabelHidden, description, error, isOptional, ...rest } = others;
  return (
    <AriaSelect
      {...rest}
      className={classes('field', className)}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      placeholder={placeholder}
      {...invalidity(error)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, error, isOptional }}>
        <Button className="input select-button">
          <SelectValue className="select-value" />
          <Icon name="chevron-down" />
        </Button>
      </FieldFrame>
      <Popover className="popover popover-list" offset={4}>
        <OptionList {...(options ? { options } : {})} {...(sections ? { sections } : {})} />
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps extends ChoiceProps {
  /**
   * Given when the server does the matching; otherwise what is typed filters the options by their label.
   * Whoever gives it takes the value back when these are no longer its words.
   */
  readonly inputValue?: string;
  readonly onInputChange?: (typed: string) => void;
  readonly empty?: string;
  /** Lets words stand that match nothing, such as an owner as written in a paper. */
  readonly allowsCustomValue?: boolean;
}

/** Type to find one of many: an organisation, a person, an action by its reference. */
export function ComboBox(props: ComboBoxProps) {
  const { options, sections, value, onChange, placeholder, className, empty, ...others } = props;
  const { label, isLabelHidden, description, error, isOptional, ...rest } = others;
  const matchedElsewhere = rest.onInputChange === undefined ? {} : { defaultFilter: () => true };
  // A list that is closing, since somebody scrolled, still takes a press. The words of what was pressed would open it
  // again as if they had been typed, so words that are a choice open nothing.
  const isSettled = value !== null && rest.inputValue !== undefined;
  return (
    <AriaComboBox
      {...rest}
      {...matchedElsewhere}
      className={classes('field', className)}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      {...invalidity(error)}
      allowsEmptyCollection
      menuTrigger={isSettled ? 'manual' : 'focus'}
    >
      <FieldFrame {...{ label, isLabelHidden, description, error, isOptional }}>
        <Group className="input-group">
          <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
          <Button className="button button-quiet button-icon">
            <Icon name="chevron-down" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="popover popover-list" offset={4}>
        <OptionList
          {...(options ? { options } : {})}
          {...(sections ? { sections } : {})}
          {...(empty === undefined ? {} : { empty })}
        />
      </Popover>
    </AriaComboBox>
  );
}
