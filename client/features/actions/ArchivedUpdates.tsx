import { formatMonth } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { useActionVerbs } from './action.operations';
import { excerpt, type Update } from './updates';

interface ArchivedUpdatesProps {
  readonly updates: readonly Update[];
  readonly isReadOnly: boolean;
}

/** What one’s own organisation reported and put away, to be brought back. */
export function ArchivedUpdates({ updates, isReadOnly }: ArchivedUpdatesProps) {
  const verbs = useActionVerbs();
  const mine = updates.filter(({ viewerCan }) => viewerCan.archive);
  if (isReadOnly || mine.length === 0) return null;
  const restore = async ({ id, version, period }: Update): Promise<void> => {
    const refused = await verbs.restoreReport({ id, expectedVersion: version });
    tellOutcome(refused, `The report for ${formatMonth(period)} is back`);
  };
  return (
    <details className="archived-updates">
      <summary>Archived reports of yours ({mine.length})</summary>
      <ul className="update-list">
        {mine.map((update) => (
          <li key={update.id} className="update-head">
            <b>{formatMonth(update.period)}</b>
            <span className="quiet">{excerpt(update.narrative)}</span>
            <Button size="sm" look="quiet" icon="undo" onPress={() => void restore(update)}>
              Bring it back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
