import { Button } from '../../platform/ui/Button';
import { CopyField } from '../../platform/ui/CopyField';

/** The one time the secret of a token can be read. */
export function TokenSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  return (
    <section className="token-secret" aria-label="The new token">
      <p>
        <strong>Copy the token now.</strong> It is not kept here and cannot be shown again.
      </p>
      <CopyField isFresh label="The secret of the new token" value={secret}>
        <Button onPress={onDone}>I have it</Button>
      </CopyField>
    </section>
  );
}
