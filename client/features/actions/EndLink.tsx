import { Link } from 'react-router';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { endAddress, endWords, type ReferenceEnd } from './crossReferences';
import './actions.css';

interface EndNameProps {
  readonly end: ReferenceEnd;
  /** Where it opens beside the page it is read on, which stays where it is. */
  readonly keepsPlace?: boolean;
}

/** What an end of a cross-reference is called, leading to it where it has an address. */
export function EndName({ end, keepsPlace = false }: EndNameProps) {
  const { name, words } = endWords(end);
  const address = endAddress(end);
  const said = (
    <>
      {name && <b>{name}</b>} {words}
    </>
  );
  return address ? (
    <Link to={address} preventScrollReset={keepsPlace}>
      {said}
    </Link>
  ) : (
    <span>{said}</span>
  );
}

/** The same, with how it stands and when it is due. */
export function EndLink({ end }: { readonly end: ReferenceEnd }) {
  return (
    <span className="reference-end">
      <span className="reference-name">
        {'status' in end && <StatusBlock status={end.status} />}
        <EndName end={end} keepsPlace />
      </span>
      {'timing' in end && end.timing && <span className="quiet">due {end.timing.asWritten}</span>}
    </span>
  );
}
