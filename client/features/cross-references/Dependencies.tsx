import { useSearchParams } from 'react-router';
import { useHere } from '../../platform/auth/viewer-context';
import { Switch } from '../../platform/ui/Checkbox';
import { DependenciesTable } from './DependenciesTable';
import type { Dependency } from './externalDependencies.queries';

/** The organisations somebody is here for, whether only what these watch is shown, and how to say so; kept in the address. */
export function useOurs(): readonly [
  ours: readonly string[],
  isOurs: boolean,
  setOurs: (isOurs: boolean) => void,
] {
  const { organisations } = useHere();
  const [address, setAddress] = useSearchParams();
  const ours = organisations.map(({ organisation }) => organisation.id);
  const isOurs = ours.length > 0 && address.has('ours');
  return [ours, isOurs, (wanted) => setAddress(wanted ? { ours: '' } : {}, { replace: true })];
}

interface DependenciesProps {
  readonly rows: readonly Dependency[];
  readonly hasPlans: boolean;
  readonly isOurs: boolean;
  /** Null for those who are of no organisation. */
  readonly onOurs: ((isOurs: boolean) => void) | null;
  readonly onDone: () => void;
}

/** The list, and the choice between all of it and what our organisation watches. */
export function Dependencies({ rows, hasPlans, isOurs, onOurs, onDone }: DependenciesProps) {
  return (
    <div className="dependencies">
      {onOurs && (
        <Switch isSelected={isOurs} onChange={onOurs}>
          Only what we watch
        </Switch>
      )}
      {rows.length > 0 ? (
        <DependenciesTable {...{ rows, hasPlans, onDone }} />
      ) : (
        <p className="quiet">
          {isOurs
            ? 'Your organisation watches none of these. “Watch” beside one tells you when its day moves.'
            : 'Nothing is waited for from outside.'}
        </p>
      )}
    </div>
  );
}
