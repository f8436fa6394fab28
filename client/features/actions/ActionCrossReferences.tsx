import { useRef, useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { CrossReferenceItem } from './CrossReferenceItem';
import { waitsForViewer } from './crossReferences';
import { NotSameWork } from './NotSameWork';
import { ProposeForm } from './ProposeForm';
import { SameWorkOffers } from './SameWorkOffers';
import { WithdrawnReferences } from './WithdrawnReferences';

/** What it needs and what needs it, as sentences; those that wait for an answer of the reader’s come first. */
export function ActionCrossReferences({ action, name }: PartProps) {
  const { asOf, partnershipId } = usePlanContext();
  const [open, setOpen] = useState<'need' | 'any' | null>(null);
  const all = useRef<HTMLDivElement>(null);
  const weight = (one: (typeof action.crossReferences)[number]): number =>
    (waitsForViewer(one) ? 0 : 4) + (one.strain.level === 'NONE' ? 2 : 0) + (one.to ? 0 : 1);
  const sorted = action.crossReferences.toSorted((a, b) => weight(a) - weight(b));
  const canPropose = asOf === null && action.viewerCan.propose;
  return (
    <div className="stack" ref={all} tabIndex={-1}>
      {canPropose && open === null && (
        <div className="fact-line">
          <Button icon="link" onPress={() => setOpen('need')}>
            We need something from…
          </Button>
          <Button look="quiet" onPress={() => setOpen('any')}>
            Propose a cross-reference
          </Button>
        </div>
      )}
      {open !== null && (
        <ProposeForm
          {...{ action, name, partnershipId }}
          isNeed={open === 'need'}
          onClose={() => setOpen(null)}
        />
      )}
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
      {asOf === null && (
        // The offer and its buttons are gone: the keyboard goes on from here.
        <SameWorkOffers action={action} name={name} onDone={() => all.current?.focus()} />
      )}
      <NotSameWork action={action} name={name} canChange={asOf === null} />
      <WithdrawnReferences
        references={action.withdrawnCrossReferences}
        itemId={action.id}
        canChange={asOf === null}
      />
    </div>
  );
}
