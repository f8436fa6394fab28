import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { CrossReferenceAnswer, canAnswer } from './CrossReferenceAnswer';
import {
  ANSWER_WORDS,
  type CrossReference,
  endAddress,
  endWords,
  KIND_WORDS,
  type ReferenceEnd,
} from './crossReferences';

function EndLink({ end }: { readonly end: ReferenceEnd }) {
  const { name, words } = endWords(end);
  const address = endAddress(end);
  const said = (
    <>
      {name && <b>{name}</b>} {words}
    </>
  );
  return (
    <span className="reference-end">
      {'status' in end && <StatusBlock status={end.status} />}
      {address ? (
        <Link to={address} preventScrollReset>
          {said}
        </Link>
      ) : (
        <span>{said}</span>
      )}
      {'timing' in end && end.timing && <span className="quiet">due {end.timing.asWritten}</span>}
    </span>
  );
}

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
      {reference.note && <p className="narrative">{reference.note}</p>}
      {reference.reason && <p className="narrative">Disputed: {reference.reason}</p>}
      {asOf === null && canAnswer(reference) && (
        <CrossReferenceAnswer reference={reference} planId={action.plan.id} />
      )}
    </li>
  );
}
