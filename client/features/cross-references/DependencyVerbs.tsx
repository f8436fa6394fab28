import { useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { ExternalDependencyDialog } from './ExternalDependencyDialog';
import { type Dependency, useDependencyVerbs } from './externalDependencies.queries';

export interface DependencyVerbsProps {
  readonly dependency: Dependency;
  readonly onDone: () => void;
}

/** What can be done with one that a plan waits for, by those who may. */
export function DependencyVerbs({ dependency, onDone }: DependencyVerbsProps) {
  const verbs = useDependencyVerbs();
  const [open, setOpen] = useState<'change' | 'archive' | null>(null);
  const [isPending, setPending] = useState(false);
  const { title, viewerCan, crossReferences } = dependency;
  const archive = async (): Promise<void> => {
    setPending(true);
    const refused = await verbs.archive({ id: dependency.id, expectedVersion: dependency.version });
    setPending(false);
    setOpen(null);
    if (tellOutcome(refused, `“${title}” is archived`)) onDone();
  };
  return (
    <span className="fact-line">
      {viewerCan.update && (
        <Button
          size="sm"
          look="quiet"
          icon="edit"
          aria-label={`Change “${title}”`}
          onPress={() => setOpen('change')}
        >
          Change
        </Button>
      )}
      {viewerCan.archive && (
        <Button
          size="sm"
          look="quiet"
          icon="archive"
          aria-label={`Archive “${title}”`}
          onPress={() => setOpen('archive')}
        >
          Archive
        </Button>
      )}
      {open === 'change' && (
        <ExternalDependencyDialog
          planId={dependency.awaitedBy?.id ?? ''}
          dependency={dependency}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      )}
      <ConfirmDialog
        isOpen={open === 'archive'}
        title={`Archive “${title}”?`}
        confirm="Archive it"
        isDanger
        isPending={isPending}
        onConfirm={() => void archive()}
        onClose={() => setOpen(null)}
      >
        <p>
          {crossReferences.length === 0
            ? 'Nothing waits for it. It can be brought back.'
            : `${formatCount(crossReferences.length, 'cross-reference')} will show as broken: what is needed was withdrawn. It can be brought back. Where it has come, say so with Blue instead.`}
        </p>
      </ConfirmDialog>
    </span>
  );
}

/** Brings one back that was put away. */
export function RestoreDependency({ dependency, onDone }: DependencyVerbsProps) {
  const verbs = useDependencyVerbs();
  const restore = async (): Promise<void> => {
    const refused = await verbs.restore({ id: dependency.id, expectedVersion: dependency.version });
    if (tellOutcome(refused, `“${dependency.title}” is back`)) onDone();
  };
  return (
    <Button
      size="sm"
      icon="undo"
      aria-label={`Bring “${dependency.title}” back`}
      onPress={() => void restore()}
    >
      Bring it back
    </Button>
  );
}
