import { useState } from 'react';
import { Link } from 'react-router';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Icon } from '../../platform/ui/Icon';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { TextField } from '../../platform/ui/TextField';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
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

function Answer({ reference }: { readonly reference: CrossReference }) {
  const verbs = useActionVerbs();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const { answer, archive } = reference.viewerCan;
  const input = { id: reference.id, expectedVersion: reference.version };
  const send = async (sending: Promise<Refusal | null>): Promise<void> => {
    setPending(true);
    const refused = await sending;
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) setReason(null);
  };
  return (
    <div className="reference-answer">
      {error !== null && (
        <span className="field-error" role="alert">
          <Icon name="risk" /> {error}
        </span>
      )}
      {reason !== null && (
        <TextField
          label="Why not"
          value={reason}
          onChange={setReason}
          autoFocus
          description="The other organisation reads this"
        />
      )}
      <span className="fact-line">
        {answer && reason === null && reference.answer !== 'CONFIRMED' && reference.to !== null && (
          <Button
            size="sm"
            icon="check"
            isPending={isPending}
            onPress={() => void send(verbs.confirm(input))}
          >
            Confirm
          </Button>
        )}
        {answer && reason === null && reference.answer !== 'DISPUTED' && reference.to !== null && (
          <Button size="sm" onPress={() => setReason('')}>
            Dispute
          </Button>
        )}
        {reason !== null && (
          <>
            <Button
              size="sm"
              look="primary"
              isPending={isPending}
              isDisabled={reason.trim() === ''}
              onPress={() => void send(verbs.dispute({ ...input, reason: reason.trim() }))}
            >
              Dispute it
            </Button>
            <Button size="sm" onPress={() => setReason(null)}>
              Cancel
            </Button>
          </>
        )}
        {archive && reason === null && (
          <Button
            size="sm"
            look="quiet"
            isPending={isPending}
            onPress={() => void send(verbs.withdraw(input))}
          >
            Withdraw
          </Button>
        )}
      </span>
    </div>
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
      {asOf === null && (reference.viewerCan.answer || reference.viewerCan.archive) && (
        <Answer reference={reference} />
      )}
    </li>
  );
}
