import { useMemo, useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { useToday } from '../../platform/format/useToday';
import { Select } from '../../platform/ui/Select';
import type { MapAsked } from './map.queries';
import { type Chain, chainWords, type LongestBy, longestChains, stepWords } from './mapChains';
import type { MapGraph } from './mapGraph';
import { bundleId } from './mapGraph';
import { latenessOf } from './mapLateness';
import { useMapReferences } from './mapReferences';

interface MapChainsProps {
  readonly asked: MapAsked;
  /** How often something was told to have changed. */
  readonly told: number;
  readonly shown: MapGraph;
  /** The chain that is looked at, by its id. */
  readonly looked: string | null;
  readonly onLook: (chain: Chain | null) => void;
}

const BY: readonly { readonly id: LongestBy; readonly label: string }[] = [
  { id: 'steps', label: 'Number of steps' },
  { id: 'days', label: 'Days late' },
];

/** How late each bundle is at worst, as the cross-references behind the map say. */
function useDaysOf(asked: MapAsked, told: number, isWanted: boolean): (bundleId: string) => number {
  const today = useToday();
  const strainedOnly = { ...asked, filter: { ...asked.filter, strained: true } };
  const { answer } = useMapReferences(strainedOnly, told, isWanted);
  return useMemo(() => {
    const days = new Map<string, number>();
    for (const { fromId, toId, crossReferences } of answer?.edges ?? []) {
      const id = bundleId(fromId, toId);
      const late = crossReferences.map((one) => latenessOf(one, today)?.days ?? 0);
      days.set(id, Math.max(days.get(id) ?? 0, ...late));
    }
    return (id) => days.get(id) ?? 0;
  }, [answer, today]);
}

/** What waits for what waits for what: the longest of it, and each step in words. */
export function MapChains({ asked, told, shown, looked, onLook }: MapChainsProps) {
  const [isOpen, setOpen] = useState(false);
  const [by, setBy] = useState<LongestBy>('steps');
  const daysOf = useDaysOf(asked, told, isOpen);
  const chains = useMemo(() => (isOpen ? longestChains(shown, by, daysOf) : []), [isOpen, shown, by, daysOf]);
  const toggle = (open: boolean): void => {
    setOpen(open);
    if (!open) onLook(null);
  };
  return (
    <details className="map-chains" onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>Longest chains</summary>
      <Select
        label="Longest by"
        options={BY}
        value={by}
        onChange={(id) => {
          setBy(id === 'days' ? 'days' : 'steps');
          onLook(null);
        }}
      />
      {isOpen && chains.length === 0 && (
        <p className="quiet">
          {by === 'days'
            ? 'Nothing that is shown is late.'
            : 'Nothing that is shown waits for anything else.'}
        </p>
      )}
      <ul>
        {chains.map((chain) => (
          <li key={chain.id}>
            <button
              type="button"
              className="map-open"
              aria-expanded={looked === chain.id}
              onClick={() => onLook(looked === chain.id ? null : chain)}
            >
              {chainWords(chain)}
            </button>{' '}
            <span className="quiet">
              {formatCount(chain.steps.length, 'step')}
              {chain.days > 0 && `, ${formatCount(chain.days, 'day')} late in all`}
            </span>
            {looked === chain.id && (
              <ol>
                {chain.steps.map((step) => (
                  <li key={step.bundle.id}>{stepWords(step)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
