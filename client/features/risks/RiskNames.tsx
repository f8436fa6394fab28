import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { StatusPill } from '../../platform/ui/StatusPill';
import { CrossReferenceAnswer, canAnswer } from '../actions/CrossReferenceAnswer';
import {
  type CrossReference,
  endAddress,
  endWords,
  KIND_WORDS,
  type ReferenceEnd,
} from '../actions/crossReferences';
import { WithdrawnReferences } from '../actions/WithdrawnReferences';
import type { PanelRisk } from './risk.queries';

function End({ end }: { readonly end: ReferenceEnd }) {
  const { name, words } = endWords(end);
  const address = endAddress(end);
  return (
    <span className="named-end">
      {address ? <Link to={address}>{name}</Link> : <b>{name}</b>} {words}
      {end.__typename === 'Action' && <StatusPill status={end.status} />}
      {end.__typename === 'Action' && end.isOverdue && <Badge look="danger">Overdue</Badge>}
    </span>
  );
}

interface NamedProps {
  readonly reference: CrossReference;
  readonly risk: PanelRisk;
}

function Named({ reference, risk }: NamedProps) {
  const answer = canAnswer(reference) && <CrossReferenceAnswer reference={reference} planId={risk.plan.id} />;
  const { from, to, promise, textAsWritten, unresolvedBecause, strain, note } = reference;
  if (!to)
    return (
      <li className="named is-unrecognised">
        <span>
          <b>“{textAsWritten}”</b> <Badge look="warning">Not recognised</Badge>
        </span>
        {unresolvedBecause && <span className="quiet">{unresolvedBecause}</span>}
        {answer}
      </li>
    );
  const isOut = from.__typename === 'Risk' && from.id === risk.id;
  const isNamed = isOut && promise === 'RELATES_TO' && textAsWritten !== null;
  return (
    <li className="named">
      <span>
        {isNamed
          ? `Named as “${textAsWritten}”:`
          : `It ${isOut ? KIND_WORDS[promise].out : KIND_WORDS[promise].in}`}{' '}
        <End end={isOut ? to : from} />
      </span>
      {strain.level !== 'NONE' && <span className="named-strain">{strain.reasons.join(' ')}</span>}
      {note && <span className="narrative">{note}</span>}
      {answer}
    </li>
  );
}

/** The actions that the risk's words name, what was not recognised among them, and what else it is tied to. */
export function RiskNames({ risk }: { readonly risk: PanelRisk }) {
  const { crossReferences, withdrawnCrossReferences } = risk;
  return (
    <div className="risk-stack">
      {crossReferences.length === 0 && (
        <p className="quiet">Its words name no action, and nothing points at it.</p>
      )}
      <ul className="named-list">
        {crossReferences.map((reference) => (
          <Named key={reference.id} reference={reference} risk={risk} />
        ))}
      </ul>
      <WithdrawnReferences references={withdrawnCrossReferences} itemId={risk.id} />
    </div>
  );
}
