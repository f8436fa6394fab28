import { Badge } from '../../platform/ui/Badge';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { CrossReferenceAnswer, canAnswer } from './CrossReferenceAnswer';
import { ANSWER_WORDS, type CrossReference, KIND_WORDS } from './crossReferences';
import { EndLink } from './EndLink';
import { PromiseHistory, PromiseWords } from './PromiseParts';

/** One promise, read from this action: 'needs WS2 B12', 'is needed by WS4 C2'. */
export function CrossReferenceItem({
  reference,
  action,
}: PartProps & { readonly reference: CrossReference }) {
  const { asOf } = usePlanContext();
  const isOut = 'id' in reference.from && reference.from.id === action.id;
  const other = isOut ? reference.to : reference.from;
  const words = KIND_WORDS[reference.promise];
  const { strain } = reference;
  return (
    <li className="reference-item">
      <p className="reference-sentence">
        <span className="quiet">This {isOut ? words.out : words.in}</span>
        {other ? <EndLink end={other} /> : <b>“{reference.textAsWritten}”</b>}
      </p>
      <p className="fact-line">
        <Badge look={reference.answer === 'DISPUTED' ? 'warning' : 'plain'}>
          {ANSWER_WORDS[reference.answer]}
        </Badge>
        {strain.level !== 'NONE' && (
          <Badge look="danger" icon="risk">
            {strain.level === 'BROKEN' ? 'Broken' : 'Strained'}
          </Badge>
        )}
        {reference.decidedBy && <span className="quiet">by {reference.decidedBy.name}</span>}
      </p>
      {strain.reasons.map((reason) => (
        <p key={reason} className="reference-strain">
          {reason}
        </p>
      ))}
      {!reference.to && reference.unresolvedBecause && <p className="quiet">{reference.unresolvedBecause}</p>}
      <PromiseWords reference={reference} />
      {asOf === null && canAnswer(reference) && (
        <CrossReferenceAnswer reference={reference} planId={action.plan.id} />
      )}
      {asOf === null && <PromiseHistory id={reference.id} />}
    </li>
  );
}
