import { useState } from 'react';
import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { AnswerForm } from './AnswerForm';
import { useActionVerbs } from './action.operations';
import { endAddress, endWords } from './crossReferences';
import { type Offer, useDismissals } from './sameWork';
import { useAnswer } from './useAnswer';

interface SameWorkOfferProps {
  readonly offer: Offer;
  /** The action it is offered for. */
  readonly ofId: string;
  readonly onDone: () => void;
}

/** One action of another plan with a title alike: it is the same work, or it is not. */
export function SameWorkOffer({ offer: { action: other, words }, ofId, onDone }: SameWorkOfferProps) {
  const verbs = useActionVerbs();
  const { dismiss } = useDismissals();
  const [reason, setReason] = useState<string | null>(null);
  const { isPending, send, alert } = useAnswer({ onAnswered: onDone });
  const said = endWords(other);

  const propose = async (): Promise<void> => {
    const refused = await verbs.propose({ fromId: ofId, toId: other.id, kind: 'SAME_WORK_AS' });
    if (refused) showToast({ tone: 'danger', message: refusalWords(refused) });
    else onDone();
  };
  return (
    <li>
      <span className="same-work-words">
        <Link to={endAddress(other) ?? ''} preventScrollReset>
          <b>{said.name}</b> {said.words}
        </Link>
        <span className="quiet">
          In {other.plan.title}. Both say {formatList(words.map((word) => `“${word}”`))}.
        </span>
        {alert}
      </span>
      {reason === null ? (
        <span className="fact-line">
          <Button size="sm" icon="link" onPress={() => void propose()}>
            Propose that it is the same work
          </Button>
          <Button
            size="sm"
            look="quiet"
            aria-label={`Not the same work: ${said.name}`}
            onPress={() => setReason('')}
          >
            Not the same work…
          </Button>
        </span>
      ) : (
        <AnswerForm
          label={`${said.name} is not the same work`}
          verb="Not the same work"
          isPending={isPending}
          onCancel={() => setReason(null)}
          onSend={() =>
            void send(
              dismiss({ actionId: ofId, otherActionId: other.id, reason: reason.trim() || null }),
              `${said.name} is not offered for this again`,
            )
          }
        >
          <TextArea
            label="Why is it not?"
            isOptional
            rows={2}
            autoFocus
            value={reason}
            onChange={setReason}
          />
        </AnswerForm>
      )}
    </li>
  );
}
