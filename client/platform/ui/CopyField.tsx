import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { copyText } from './copyText';
import './CopyField.css';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  /** For what has just been made and is shown this once: the keyboard is there already. */
  readonly isFresh?: boolean;
  /** Beside the button that copies. */
  readonly children?: ReactNode;
}

/** Something to take along: selected as soon as one is in it, copied at a press. */
export function CopyField({ label, value, isFresh = false, children }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isFresh) field.current?.focus();
  }, [isFresh]);
  const copy = (): void => {
    field.current?.select();
    copyText(value).then(
      () => setSaid('Copied'),
      () => setSaid('Selected: copy it with Ctrl+C or ⌘C'),
    );
  };
  return (
    <div className="copy">
      <div className="copy-row">
        <input
          ref={field}
          className="input"
          readOnly
          value={value}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look={isFresh ? 'primary' : 'secondary'} onPress={copy}>
          Copy
        </Button>
        {children}
      </div>
      <p className="copy-said" role="status">
        {said}
      </p>
    </div>
  );
}
