import { useState } from 'react';
import { Link } from 'react-router';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { showToast } from '../../platform/ui/toasts';
import { useActionVerbs } from '../actions/action.operations';
import {
  type CrossReference,
  endAddress,
  endWords,
  KIND_WORDS,
  type ReferenceEnd,
} from '../actions/crossReferences';
import { DisputeForm } from './DisputeForm';

function EndLink({ end }: { readonly end: ReferenceEnd }) {
  const { name, words } = endWords(end);
  const address = endAddress(end);
  const text = (
    <>
      <span className="reference">{name}</span> {words}
    </>
  );
  return address === null ? <span>{text}</span> : <Link to={address}>{text}</Link>;
}

interface AnswerLineProps {
  readonly reference: CrossReference;
  readonly isFresh: boolean;
  readonly onAnswered: () => void;
  readonly askAgain: () => void;
}

/** One cross-reference that somebody proposed: what it says, and yes or no to it. */
export function AnswerLine({ reference, isFresh, onAnswered, askAgain }: AnswerLineProps) {
  const { id, version, promise, note, textAsWritten, strain, from, to, viewerCan } = reference;
  const verbs = useActionVerbs();
  const [isDisputing, setDisputing] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const answer = async (send: () => Promise<Refusal | null>, done: string): Promise<void> => {
    setPending(true);
    setProblem(null);
    const refusal = await send();
    setPending(false);
    if (!refusal) {
      showToast({ tone: 'success', message: done });
      onAnswered();
    } else if (refusal.code === 'CONFLICT') {
      setProblem('Somebody changed this meanwhile. Read it as it is now, and answer again.');
      askAgain();
    } else setProblem(refusalWords(refusal));
  };
  const name = endWords(from).name;

  return (
    <li className={classes('home-answer', isFresh && 'is-fresh')}>
      <p className="home-answer-words">
        <EndLink end={from} /> <em>{KIND_WORDS[promise].out}</em> {to && <EndLink end={to} />}
        {strain.level !== 'NONE' && (
          <Badge look="warning">{strain.level === 'BROKEN' ? 'Broken' : 'Strained'}</Badge>
        )}
      </p>
      {note !== null && <p className="narrative home-note">{note}</p>}
      {note === null && textAsWritten !== null && <p className="quiet">Written as “{textAsWritten}”</p>}
      {problem !== null && (
        <p className="home-problem" role="alert">
          {problem}
        </p>
      )}
      {viewerCan.answer && !isDisputing && (
        <div className="home-answer-actions">
          <Button
            size="sm"
            icon="check"
            isPending={isPending}
            aria-label={`Confirm ${name}`}
            onPress={() =>
              void answer(
                () => verbs.confirm({ id, expectedVersion: version }),
                `Confirmed: ${name} can count on it.`,
              )
            }
          >
            Confirm
          </Button>
          <Button size="sm" look="quiet" aria-label={`Dispute ${name}`} onPress={() => setDisputing(true)}>
            Dispute…
          </Button>
        </div>
      )}
      {viewerCan.answer && isDisputing && (
        <DisputeForm
          isPending={isPending}
          onCancel={() => setDisputing(false)}
          onDispute={(reason) =>
            void answer(
              () => verbs.dispute({ id, expectedVersion: version, reason }),
              `Disputed: ${name} will see why.`,
            )
          }
        />
      )}
      {!viewerCan.answer && <p className="quiet">A colleague who may edit answers this.</p>}
    </li>
  );
}
