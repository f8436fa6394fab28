import { useQuery } from 'urql';
import { EndLink } from '../actions/EndLink';
import { impactQuery } from './impact.queries';
import { howMuch, itemsHeldUp } from './impactWords';
import './impact.css';

/**
 * What an item holds up as it is, folded away below how much that is; nothing where it holds nothing up. Its line is kept
 * until that is known: what stands below is about to be pressed.
 */
export function HoldsUp({ of }: { readonly of: string }) {
  const [{ data, error }] = useQuery({
    query: impactQuery,
    variables: { of, ifDueAsWritten: null },
    requestPolicy: 'cache-and-network',
  });
  if (!data) return error ? null : <p className="holds-up">What this holds up: …</p>;
  const items = itemsHeldUp(data.impact);
  if (items.length === 0) return null;
  return (
    <details className="holds-up">
      <summary>What this holds up: {howMuch(data.impact)}</summary>
      <ol>
        {items.map(({ item, depth, reasons }) => (
          <li key={item.id}>
            <EndLink end={item} />
            <span className="quiet">
              {depth === 1 ? 'counts on it' : `${depth} steps away`}
              {reasons.length > 0 && `: ${reasons.join(' ')}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
