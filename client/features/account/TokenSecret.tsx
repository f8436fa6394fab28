import { useEffect, useRef, useState } from 'react';
import { Button } from '../../platform/ui/Button';

/** The one time the secret of a token can be read. */
export function TokenSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => field.current?.focus(), []);
  const copy = (): void => {
    field.current?.select();
    navigator.clipboard.writeText(secret).then(
      () => setSaid('Copied'),
      () => setSaid('Selected: copy it with Ctrl+C or ⌘C'),
    );
  };
  return (
    <section className="token-secret" aria-label="The new token">
      <p>
        <strong>Copy the token now.</strong> It is not kept here and cannot be shown again.
      </p>
      <div className="token-secret-row">
        <input
          ref={field}
          className="input"
          readOnly
          value={secret}
          aria-label="The secret of the new token"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look="primary" onPress={copy}>
          Copy
        </Button>
        <Button onPress={onDone}>I have it</Button>
      </div>
      <p className="quiet" role="status">
        {said}
      </p>
    </section>
  );
}
