import { formatCount } from '../../platform/format/counts';
import { type TabSpec, Tabs } from '../../platform/ui/Tabs';
import { ImportChanges } from './ImportChanges';
import { ImportOwners } from './ImportOwners';
import { ImportReferences } from './ImportReferences';
import { ImportSameWork } from './ImportSameWork';
import { ImportSkipped } from './ImportSkipped';
import { ImportTimings } from './ImportTimings';
import type { ImportReport } from './import.queries';
import type { Settled } from './importWords';

interface ImportDetailsProps {
  readonly found: ImportReport;
  readonly settled: Settled;
  /** Absent when there is nothing more to settle. */
  readonly onSettle?: (asWritten: string, bodyId: string | null) => void;
}

/** Everything the file says, by what a reader would check: who, by when, which links, and what was not taken. */
export function ImportDetails({ found, settled, onSettle }: ImportDetailsProps) {
  const {
    owners,
    timings,
    crossReferences,
    skippedCount,
    skippedRows,
    changes,
    kept,
    missing,
    possiblySameWork,
  } = found;
  const altered = changes.length + kept.length + missing.length;
  const tabs: TabSpec[] = [
    {
      id: 'owners',
      label: 'Owners',
      count: owners.length,
      panel: <ImportOwners owners={owners} settled={settled} {...(onSettle ? { onSettle } : {})} />,
    },
    { id: 'timings', label: 'Dates', count: timings.length, panel: <ImportTimings timings={timings} /> },
    {
      id: 'references',
      label: 'Cross-references',
      count: crossReferences.length,
      panel: <ImportReferences references={crossReferences} />,
    },
    {
      id: 'skipped',
      label: 'Passed over',
      count: skippedCount,
      panel: <ImportSkipped rows={skippedRows} total={skippedCount} />,
    },
    ...(possiblySameWork.length > 0
      ? [
          {
            id: 'same-work',
            label: 'Possibly the same work',
            count: possiblySameWork.length,
            panel: <ImportSameWork alike={possiblySameWork} />,
          },
        ]
      : []),
    ...(altered > 0
      ? [
          {
            id: 'changes',
            label: 'Changes',
            count: altered,
            panel: <ImportChanges changes={changes} kept={kept} missing={missing} />,
          },
        ]
      : []),
  ];
  return (
    <section className="body-section" aria-label="How it was understood">
      <h2>How it was understood</h2>
      <Tabs label={`${formatCount(tabs.length, 'list')} to check`} tabs={tabs} />
    </section>
  );
}
