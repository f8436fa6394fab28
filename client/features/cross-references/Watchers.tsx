import { useState } from 'react';
import { useHere } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import type { Dependency } from './externalDependencies.queries';
import { useWatchVerbs } from './watches';

interface WatchersProps {
  readonly dependency: Dependency;
  readonly onDone: () => void;
}

/** Who watches something, and one press to begin or stop for each organisation somebody edits for. */
export function Watchers({ dependency, onDone }: WatchersProps) {
  const { id, title, watches, viewerCan } = dependency;
  const { organisations } = useHere();
  const verbs = useWatchVerbs();
  const [pendingId, setPendingId] = useState<string | null>(null);
  const mine = viewerCan.watch ? organisations.filter(({ canEdit }) => canEdit) : [];

  return (
    <span className="dependency-watchers">
      {watches.length === 0 ? (
        <span className="quiet">Nobody</span>
      ) : (
        <span>{formatList(watches.map(({ watcher }) => watcher.shortName ?? watcher.name))}</span>
      )}
      {mine.map(({ organisation }) => {
        const own = watches.find(({ watcher }) => watcher.id === organisation.id);
        const name = organisation.shortName ?? organisation.name;
        const press = async (): Promise<void> => {
          setPendingId(organisation.id);
          const refused = own
            ? await verbs.end({ id: own.id, expectedVersion: own.version })
            : await verbs.begin({ externalDependencyId: id, organisationId: organisation.id });
          setPendingId(null);
          const done = own ? `${name} no longer watches “${title}”` : `${name} watches “${title}”`;
          if (tellOutcome(refused, done)) onDone();
        };
        const words = `${own ? 'Stop watching' : 'Watch'}${mine.length > 1 ? ` for ${name}` : ''}`;
        return (
          <Button
            key={organisation.id}
            size="sm"
            look={own ? 'quiet' : 'secondary'}
            icon="eye"
            isPending={pendingId === organisation.id}
            aria-label={`${words}: “${title}”`}
            onPress={() => void press()}
          >
            {words}
          </Button>
        );
      })}
    </span>
  );
}
