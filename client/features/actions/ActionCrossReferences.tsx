import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { CrossReferenceItem } from './CrossReferenceItem';
import { ProposeForm } from './ProposeForm';
import { WithdrawnReferences } from './WithdrawnReferences';

/** What it needs and what needs it, as sentences; those that wait for an answer of the reader’s come first. */
export function ActionCrossReferences({ action, name }: PartProps) {
  const { asOf } = usePlanContext();
  const [isProposing, setProposing] = useState(false);
  const weight = (one: (typeof action.crossReferences)[number]): number =>
    (one.viewerCan.answer && one.answer === 'PROPOSED' ? 0 : 4) +
    (one.strain.level === 'NONE' ? 2 : 0) +
    (one.to ? 0 : 1);
  const sorted = action.crossReferences.toSorted((a, b) => weight(a) - weight(b));
  const canPropose = asOf === null && action.viewerCan.propose;
  return (
    <div className="stack">
      {canPropose && !isProposing && (
        <div>
          <Button icon="link" onPress={() => setProposing(true)}>
            Propose a cross-reference
          </Button>
        </div>
      )}
      {isProposing && <ProposeForm action={action} name={name} onClose={() => setProposing(false)} />}
      {sorted.length === 0 && (
        <EmptyState icon="link" title="No cross-references yet">
          What this action needs, and what needs it, will stand here.
        </EmptyState>
      )}
      <ul className="reference-list">
        {sorted.map((one) => (
          <CrossReferenceItem key={one.id} reference={one} action={action} name={name} />
        ))}
      </ul>
      <WithdrawnReferences
        references={action.withdrawnCrossReferences}
        itemId={action.id}
        canChange={asOf === null}
      />
    </div>
  );
}
