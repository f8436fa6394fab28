import { useQuery } from 'urql';
import { usePaused } from '../actions/suggestions';
import { impactQuery } from './impact.queries';
import { heldUpWords } from './impactWords';
import './impact.css';

interface HeldUpProps {
  /** The item whose date is thought about. */
  readonly of: string;
  /** The date as far as it is typed. */
  readonly asWritten: string;
}

/** What a date would hold up, said while it is typed and before anything is saved; nothing where it holds nothing up. */
export function HeldUp({ of, asWritten }: HeldUpProps) {
  const paused = usePaused(asWritten).trim();
  const [{ data }] = useQuery({
    query: impactQuery,
    variables: { of, ifDueAsWritten: paused },
    pause: paused === '',
    requestPolicy: 'cache-and-network',
  });
  const words = paused === '' || !data ? null : heldUpWords(data.impact);
  return (
    <span className="held-up" role="status">
      {words}
    </span>
  );
}
