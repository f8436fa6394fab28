import { Button } from '../../platform/ui/Button';
import type { CrossReference } from '../actions/crossReferences';
import { AnswerLine } from './AnswerLine';
import { Panel } from './Panel';

interface AwaitingAnswersProps {
  readonly references: readonly CrossReference[];
  readonly total: number;
  readonly fresh: ReadonlySet<string>;
  readonly onMore: () => void;
  readonly askAgain: () => void;
}

const ID = 'home-awaiting';

/** Answered by us just now: no longer proposed; or another day was offered, which is for the other end to accept. */
const isDone = ({ answer, viewerCan }: CrossReference): boolean =>
  answer === 'COUNTERED' ? viewerCan.answer && !viewerCan.accept : answer !== 'PROPOSED';

/** What others asked of us, or offered us instead, and nobody of us has answered yet, with the answer a press away. */
export function AwaitingAnswers({ references, total, fresh, onMore, askAgain }: AwaitingAnswersProps) {
  // What was answered is gone at once; the server’s count follows.
  const open = references.filter((one) => !isDone(one));
  const count = total - (references.length - open.length);

  /** The line and its buttons are gone: the keyboard goes on with the heading rather than from the top of the page. */
  const answered = (): void => {
    document.getElementById(ID)?.focus();
    askAgain();
  };

  return (
    <Panel
      id={ID}
      title="Awaiting our answer"
      count={count}
      empty="Every cross-reference to our work has been answered."
    >
      <ul className="home-lines" aria-labelledby={ID}>
        {open.map((reference) => (
          <AnswerLine
            key={reference.id}
            reference={reference}
            isFresh={fresh.has(reference.id)}
            onAnswered={answered}
            askAgain={askAgain}
          />
        ))}
      </ul>
      {references.length < total && (
        <Button look="quiet" size="sm" onPress={onMore}>
          Show more
        </Button>
      )}
    </Panel>
  );
}
