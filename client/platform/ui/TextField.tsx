import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  Group,
  Input,
  Label,
} from 'react-aria-components';
import { classes } from './classes';
import { FieldFrame, type FieldWords, invalidity } from './Field';
import { Icon } from './Icon';

type Bare = Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'>;

export interface TextFieldProps extends FieldWords, Bare {
  readonly placeholder?: string;
  readonly className?: string;
}

export function TextField({ placeholder, className, ...props }: TextFieldProps) {
  const { label, isLabelHidden, description, error, isOptional, ...rest } = props;
  return (
    <AriaTextField {...rest} {...invalidity(error)} className={classes('field', className)}>
      <FieldFrame {...{ label, isLabelHidden, description, error, isOptional }}>
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
      </FieldFrame>
    </AriaTextField>
  );
}

export interface TextAreaProps extends TextFieldProps {
  readonly rows?: number;
}

/** For what people write at length: set in the serif it will be read in. */
export function TextArea({ placeholder, className, rows = 4, ...props }: TextAreaProps) {
  const { label, isLabelHidden, description, error, isOptional, ...rest } = props;
  return (
    <AriaTextField {...rest} {...invalidity(error)} className={classes('field', className)}>
      <FieldFrame {...{ label, isLabelHidden, description, error, isOptional }}>
        <AriaTextArea
          className="input text-area"
          rows={rows}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
}

/** Escape empties it; the label is hidden unless asked for, since the glass says what it is. */
export function SearchField({
  label,
  isLabelHidden = true,
  placeholder,
  className,
  ...rest
}: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={classes('field', 'search-field', className)}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Group className="input-group">
        <Icon name="search" />
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="button button-quiet button-icon" aria-label="Clear the search">
          <Icon name="close" />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
