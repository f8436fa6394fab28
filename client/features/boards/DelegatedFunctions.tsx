import { useState } from 'react';
import { formatDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { ArchivedList } from '../organisations/ArchivedList';
import { OrganisationLink } from '../organisations/BodyName';
import type { DelegatedFunction } from '../organisations/bodies';
import { RowMenu } from '../organisations/RowMenu';
import { type ArchivableItem, useArchiving } from '../organisations/useArchiving';
import { useBoardVerbs } from './board.operations';
import type { AbuDetail } from './boards.queries';
import { FunctionDialog } from './FunctionDialog';

const COLUMNS: readonly TableColumn<DelegatedFunction>[] = [
  { id: 'function', header: 'Function', isRowHeader: true, cell: (one) => one.function },
  {
    id: 'from',
    header: 'Delegated by',
    cell: ({ fromOrganisation: from }) =>
      from ? <OrganisationLink organisation={from} /> : <span className="quiet">Not known</span>,
  },
  {
    id: 'conditions',
    header: 'Conditions',
    cell: ({ conditions }) => (
      <div className="conditions">{conditions ?? <span className="quiet">None written</span>}</div>
    ),
  },
  {
    id: 'standing',
    header: 'Status',
    cell: ({ standing, sinceOn }) => (
      <>
        <Badge>{standing}</Badge> {sinceOn && <span className="quiet">since {formatDay(sinceOn)}</span>}
      </>
    ),
  },
];

interface DelegatedFunctionsProps {
  readonly abu: AbuDetail;
  readonly mayKeep: boolean;
  readonly refresh: () => void;
}

const asItem = (one: DelegatedFunction): ArchivableItem => ({ ...one, name: one.function });

/** What organisations have delegated to an ABU. Each stays accountable for what it delegated. */
export function DelegatedFunctions({ abu, mayKeep, refresh }: DelegatedFunctionsProps) {
  const verbs = useBoardVerbs();
  const [open, setOpen] = useState<{ readonly delegated: DelegatedFunction | null } | null>(null);
  const [archive, archivingDialog] = useArchiving({
    what: 'function',
    archive: verbs.archiveDelegatedFunction,
    restore: verbs.restoreDelegatedFunction,
    onDone: refresh,
    meaning:
      'For what was written down by mistake. A delegation that has ended keeps its place: change its status.',
  });
  const shown = abu.delegatedFunctions.filter((one) => !one.archivedAt);
  const tools: TableColumn<DelegatedFunction> = {
    id: 'tools',
    header: 'More',
    cell: (one) => (
      <RowMenu
        label={`What to do with ${one.function}`}
        entries={[
          { id: 'change', label: 'Change it', icon: 'edit', onAction: () => setOpen({ delegated: one }) },
          { id: 'away', label: 'Archive', icon: 'archive', onAction: () => archive(asItem(one)) },
        ]}
      />
    ),
  };
  return (
    <div className="body-section">
      <div className="section-head">
        <h2>Delegated functions</h2>
        {mayKeep && (
          <Button icon="plus" onPress={() => setOpen({ delegated: null })}>
            Add a function
          </Button>
        )}
      </div>
      <Table
        label="Delegated functions"
        isLabelHidden
        columns={mayKeep ? [...COLUMNS, tools] : COLUMNS}
        rows={shown}
        rowId={({ id }) => id}
        empty={<p className="quiet">No function has been delegated to it here.</p>}
      />
      {shown.length > 0 && (
        <p className="list-note quiet">Whoever delegates a function stays accountable for it.</p>
      )}
      {mayKeep && <ArchivedList items={abu.archivedFunctions.map(asItem)} onBringBack={archive} />}
      {open && (
        <FunctionDialog abu={abu} delegated={open.delegated} onClose={() => setOpen(null)} onDone={refresh} />
      )}
      {archivingDialog}
    </div>
  );
}
