import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatDay } from '../../platform/format/dates';
import { Button } from '../../platform/ui/Button';
import { AmendDialog } from './AmendDialog';
import { useActionVerbs } from './action.operations';
import { CounterForm } from './CounterForm';
import { type CrossReference, endWords } from './crossReferences';
import { DisputeForm } from './DisputeForm';
import { type Answering, useAnswer } from './useAnswer';

interface CrossReferenceAnswerProps extends Answering {
  readonly reference: CrossReference;
  /** The plan of the item it is read from. */
  readonly planId: string;
  /** Where only an answer is asked for: what else its owners may do is left to the item’s own page. */
  readonly isAnswerOnly?: boolean;
}

/** Whether the reader may say anything to it. */
export const canAnswer = ({ viewerCan }: CrossReference): boolean =>
  viewerCan.answer || viewerCan.update || viewerCan.archive;

/** What the owners of its ends can say to a promise: yes, another day, no with a reason; change it, withdraw it. */
export function CrossReferenceAnswer({
  reference,
  planId,
  isAnswerOnly = false,
  onAnswered,
  ...answering
}: CrossReferenceAnswerProps) {
  const partnership = usePartnership();
  const verbs = useActionVerbs();
  const [open, setOpen] = useState<'another day' | 'dispute' | 'change' | null>(null);
  const answered = (): void => {
    setOpen(null);
    onAnswered?.();
  };
  const { isPending, send, alert } = useAnswer({ ...answering, onAnswered: answered });
  const { id, version, answer, to, promise, neededBy, promisedBy, viewerCan } = reference;
  const input = { id, expectedVersion: version };
  const name = endWords(reference.from).name;

  const mayAnswer = viewerCan.answer && to !== null;
  const keeps = !isAnswerOnly || viewerCan.accept;
  return (
    <div className="reference-answer">
      {alert}
      {open === 'another day' && (
        <CounterForm
          {...{ name, neededBy, isPending }}
          onCancel={() => setOpen(null)}
          onOffer={(offer) =>
            void send(
              verbs.counter({ ...input, ...offer }),
              `${name} is told: ${formatDay(offer.promisedBy)}.`,
            )
          }
        />
      )}
      {open === 'dispute' && (
        <DisputeForm
          {...{ name, isPending }}
          onCancel={() => setOpen(null)}
          onDispute={(reason) =>
            void send(verbs.dispute({ ...input, reason }), `Disputed: ${name} will see why.`)
          }
        />
      )}
      {(open === null || open === 'change') && (
        <span className="fact-line">
          {viewerCan.accept && promisedBy && (
            <Button
              size="sm"
              icon="check"
              isPending={isPending}
              aria-label={`Accept ${formatDay(promisedBy)} for ${name}`}
              onPress={() => void send(verbs.confirm(input), `Agreed: by ${formatDay(promisedBy)}.`)}
            >
              Accept {formatDay(promisedBy)}
            </Button>
          )}
          {mayAnswer && (answer === 'PROPOSED' || answer === 'DISPUTED') && (
            <Button
              size="sm"
              icon="check"
              isPending={isPending}
              aria-label={`Confirm ${name}`}
              onPress={() => void send(verbs.confirm(input), `Confirmed: ${name} can count on it.`)}
            >
              Confirm
            </Button>
          )}
          {mayAnswer && promise === 'DEPENDS_ON' && (
            <Button size="sm" aria-label={`Another day for ${name}`} onPress={() => setOpen('another day')}>
              Another day…
            </Button>
          )}
          {mayAnswer && answer !== 'DISPUTED' && (
            <Button size="sm" look="quiet" aria-label={`Dispute ${name}`} onPress={() => setOpen('dispute')}>
              Dispute…
            </Button>
          )}
          {keeps && viewerCan.update && (
            <Button size="sm" look="quiet" icon="edit" onPress={() => setOpen('change')}>
              {to ? 'Change' : 'Say what it means'}
            </Button>
          )}
          {keeps && viewerCan.archive && (
            <Button
              size="sm"
              look="quiet"
              isPending={isPending}
              onPress={() => void send(verbs.withdraw(input), `Withdrawn: ${name} asks for it no longer.`)}
            >
              Withdraw
            </Button>
          )}
        </span>
      )}
      {open === 'change' && partnership && (
        <AmendDialog
          reference={reference}
          partnershipId={partnership.id}
          planId={planId}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
