import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { Icon } from '../../platform/ui/Icon';
import { TextField } from '../../platform/ui/TextField';
import { AmendDialog } from './AmendDialog';
import { useActionVerbs } from './action.operations';
import type { CrossReference } from './crossReferences';

interface CrossReferenceAnswerProps {
  readonly reference: CrossReference;
  /** The plan of the item it is read from. */
  readonly planId: string;
}

/** Whether the reader may say anything to it. */
export const canAnswer = ({ viewerCan }: CrossReference): boolean =>
  viewerCan.answer || viewerCan.update || viewerCan.archive;

/** What the owners of its ends can say to a promise: confirm it, dispute it with a reason, change it, withdraw it. */
export function CrossReferenceAnswer({ reference, planId }: CrossReferenceAnswerProps) {
  const partnership = usePartnership();
  const verbs = useActionVerbs();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [isAmending, setAmending] = useState(false);
  const { answer, update, archive } = reference.viewerCan;
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
        {update && reason === null && (
          <Button size="sm" look="quiet" icon="edit" onPress={() => setAmending(true)}>
            {reference.to ? 'Change' : 'Say what it means'}
          </Button>
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
      {isAmending && partnership && (
        <AmendDialog
          reference={reference}
          partnershipId={partnership.id}
          planId={planId}
          onClose={() => setAmending(false)}
        />
      )}
    </div>
  );
}
