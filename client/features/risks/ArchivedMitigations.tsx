import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { useRiskVerbs } from './risk.operations';
import type { Mitigation } from './risk.queries';
import '../actions/actions.css';

/** Mitigations that were put away, folded away. Those who keep the risk bring them back. */
export function ArchivedMitigations({ mitigations }: { readonly mitigations: readonly Mitigation[] }) {
  const verbs = useRiskVerbs();
  if (mitigations.length === 0) return null;
  const bringBack = async ({ id, version }: Mitigation): Promise<void> => {
    const refused = await verbs.restoreMitigation({ id, expectedVersion: version });
    tellOutcome(refused, 'The mitigation is back');
  };
  return (
    <details className="put-away">
      <summary>Archived ({mitigations.length})</summary>
      <ul>
        {mitigations.map((mitigation) => (
          <li key={mitigation.id} className="put-away-line">
            <span>{mitigation.description}</span>
            {mitigation.viewerCan.archive && (
              <Button size="sm" icon="undo" onPress={() => void bringBack(mitigation)}>
                Bring it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
