import { useState } from 'react';
import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { AnswerForm } from './AnswerForm';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { CombineDialog, mayCombine } from './CombineDialog';
import { endAddress, endWords } from './crossReferences';
import { type Offer, useDismissals } from './sameWork';
import { useAnswer } from './useAnswer';

interface SameWorkOfferProps extends PartProps {
  readonly offer: Offer;
  readonly onDone: () => void;
}

/** One action of another plan with a title alike: it is the same work, one action entered twice, or it is not. */
export function SameWorkOffer({ offer, action, name, onDone }: SameWorkOfferProps) {
  const { action: other, words } = offer;
  const ofId = action.id;
  const verbs = useActionVerbs();
  const { dismiss } = useDismissals();
  const [reason, setReason] = useState<string | null>(null);
  const { isPending, send, alert } = useAnswer({ onAnswered: onDone });
  const said = endWords(other);
  const [isCombining, setCombining] = useState(false);
  const one = { ...action, name, planTitle: action.plan.title };
  const twin = {
    ...{ id: other.id, version: other.version, viewerCan: other.mayDo, planTitle: other.plan.title },
    name: said.name || `“${said.words}”`,
  };

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
          {mayCombine(one, twin) && (
            <Button size="sm" onPress={() => setCombining(true)}>
              Make it one action in both plans…
            </Button>
          )}
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
      {isCombining && (
        <CombineDialog one={one} other={twin} onDone={onDone} onClose={() => setCombining(false)} />
      )}
    </li>
  );
}
