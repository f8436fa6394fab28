import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { StatusPill } from '../../platform/ui/StatusPill';
import {
  type CrossReference,
  endAddress,
  endWords,
  KIND_WORDS,
  type ReferenceEnd,
} from '../actions/crossReferences';
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

function Named({ reference, riskId }: { readonly reference: CrossReference; readonly riskId: string }) {
  const { from, to, promise, textAsWritten, unresolvedBecause, strain } = reference;
  if (!to)
    return (
      <li className="named is-unrecognised">
        <span>
          <b>“{textAsWritten}”</b> <Badge look="warning">Not recognised</Badge>
        </span>
        {unresolvedBecause && <span className="quiet">{unresolvedBecause}</span>}
      </li>
    );
  const isOut = from.__typename === 'Risk' && from.id === riskId;
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
    </li>
  );
}

/** The actions that the risk's words name, what was not recognised among them, and what else it is tied to. */
export function RiskNames({ risk }: { readonly risk: PanelRisk }) {
  if (risk.crossReferences.length === 0)
    return <p className="quiet">Its words name no action, and nothing points at it.</p>;
  return (
    <ul className="named-list">
      {risk.crossReferences.map((reference) => (
        <Named key={reference.id} reference={reference} riskId={risk.id} />
      ))}
    </ul>
  );
}
