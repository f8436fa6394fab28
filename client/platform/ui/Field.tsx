import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from './Icon';
import './fields.css';

/** What every field says about itself. An error is words beneath the field, never the colour of its border alone. */
export interface FieldWords {
  readonly label: string;
  /** Keeps the label for screen readers only: for a field whose column or heading already names it. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  /** Said beside the label of what may be left empty, since most of what we ask for is needed. */
  readonly isOptional?: boolean | undefined;
}

/** Left out while the server has said nothing, so that what the browser finds is still said. */
export const invalidity = (error: string | undefined): { isInvalid?: true } =>
  error === undefined ? {} : { isInvalid: true };

interface FieldFrameProps extends FieldWords {
  readonly children: ReactNode;
}

/** Label, control, description, error, in the order they are read. */
export function FieldFrame({
  label,
  isLabelHidden,
  description,
  error,
  isOptional,
  children,
}: FieldFrameProps) {
  return (
    <>
      <Label className={isLabelHidden === true ? 'visually-hidden' : 'field-label'}>
        {label}
        {isOptional === true && <span className="field-optional"> (optional)</span>}
      </Label>
      {children}
      {description !== undefined && (
        <Text slot="description" className="field-note">
          {description}
        </Text>
      )}
      {/* Without words from the server it says what the browser found: that it is needed and was left empty. */}
      <FieldError className="field-error">
        {({ validationErrors }) => (
          <>
            <Icon name="risk" />
            <span>{error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
