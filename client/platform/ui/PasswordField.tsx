import { useState } from 'react';
import { TextField as AriaTextField, Group, Input, type TextFieldProps } from 'react-aria-components';
import { IconButton } from './Button';
import { FieldFrame, type FieldWords } from './Field';

interface PasswordFieldProps
  extends FieldWords,
    Pick<TextFieldProps, 'name' | 'value' | 'onChange' | 'autoFocus' | 'isRequired'> {
  /** Tells the browser's own keeper of passwords what to fill in. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password can be pasted, filled in by a password manager, and looked at before it is sent. */
export function PasswordField({
  label,
  isLabelHidden,
  description,
  error,
  isOptional,
  ...rest
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <AriaTextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      spellCheck="false"
      className="field"
    >
      <FieldFrame {...{ label, isLabelHidden, description, error, isOptional }}>
        <Group className="input-group">
          <Input className="input" autoCapitalize="off" />
          <IconButton
            icon={isShown ? 'eye-off' : 'eye'}
            label={isShown ? 'Hide what is typed' : 'Show what is typed'}
            onPress={() => setShown(!isShown)}
          />
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}
