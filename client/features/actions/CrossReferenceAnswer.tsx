import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { Icon } from '../../platform/ui/Icon';
import { TextField } from '../../platform/ui/TextField';
import { useActionVerbs } from './action.operations';
import type { CrossReference } from './crossReferences';

/** What the owners of its ends can say to a promise: confirm it, dispute it with a reason, withdraw it. */
export function CrossReferenceAnswer({ reference }: { readonly reference: CrossReference }) {
  const verbs = useActionVerbs();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const { answer, archive } = reference.viewerCan;
  const input = { id: reference.id, expectedVersion: reference.version };
  const send = async (sending: Promise<Refusal | null>): Promise<void> => {
    setPending(true);
    const refused = await sending;
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) setReason(null);
  };
  return (
    <div className="reference-answer">
      {error !== null && (
        <span className="field-error" role="alert">
          <Icon name="risk" /> {error}
        </span>
      )}
      {reason !== null && (
        <TextField
          label="Why not"
          value={reason}
          onChange={setReason}
          autoFocus
          description="The other organisation reads this"
        />
      )}
      <span className="fact-line">
        {answer && reason === null && reference.answer !== 'CONFIRMED' && reference.to !== null && (
          <Button
            size="sm"
            icon="check"
            isPending={isPending}
            onPress={() => void send(verbs.confirm(input))}
          >
            Confirm
          </Button>
        )}
        {answer && reason === null && reference.answer !== 'DISPUTED' && reference.to !== null && (
          <Button size="sm" onPress={() => setReason('')}>
            Dispute
          </Button>
        )}
        {reason !== null && (
          <>
            <Button
              size="sm"
              look="primary"
              isPending={isPending}
              isDisabled={reason.trim() === ''}
              onPress={() => void send(verbs.dispute({ ...input, reason: reason.trim() }))}
            >
              Dispute it
            </Button>
            <Button size="sm" onPress={() => setReason(null)}>
              Cancel
            </Button>
          </>
        )}
        {archive && reason === null && (
          <Button
            size="sm"
            look="quiet"
            isPending={isPending}
            onPress={() => void send(verbs.withdraw(input))}
          >
            Withdraw
          </Button>
        )}
      </span>
    </div>
  );
}
