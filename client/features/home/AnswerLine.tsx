import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { CrossReferenceAnswer } from '../actions/CrossReferenceAnswer';
import { type CrossReference, KIND_WORDS, waitsForViewer } from '../actions/crossReferences';
import { EndLink } from '../actions/EndLink';
import { PromiseWords } from '../actions/PromiseParts';

interface AnswerLineProps {
  readonly reference: CrossReference;
  readonly isFresh: boolean;
  readonly onAnswered: () => void;
  readonly askAgain: () => void;
}

/** One promise whose next word is ours: what it says, and the answers to it. */
export function AnswerLine({ reference, isFresh, onAnswered, askAgain }: AnswerLineProps) {
  const { promise, note, textAsWritten, strain, from, to } = reference;
  return (
    <li className={classes('home-answer', isFresh && 'is-fresh')}>
      <p className="reference-sentence">
        <EndLink end={from} /> <em>{KIND_WORDS[promise].out}</em> {to && <EndLink end={to} />}
        {strain.level !== 'NONE' && (
          <Badge look="warning">{strain.level === 'BROKEN' ? 'Broken' : 'Strained'}</Badge>
        )}
      </p>
      <PromiseWords reference={reference} />
      {note === null && textAsWritten !== null && <p className="quiet">Written as “{textAsWritten}”</p>}
      {waitsForViewer(reference) ? (
        <CrossReferenceAnswer
          {...{ reference, onAnswered, askAgain }}
          planId={'plan' in from ? from.plan.id : ''}
          isAnswerOnly
        />
      ) : (
        <p className="quiet">A colleague who may edit answers this.</p>
      )}
    </li>
  );
}
