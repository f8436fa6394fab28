import { formatDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { OrganisationLink } from '../organisations/BodyName';
import type { DelegatedFunction } from '../organisations/bodies';

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

/** What organisations have delegated to an ABU. Each stays accountable for what it delegated. */
export function DelegatedFunctions({ functions }: { readonly functions: readonly DelegatedFunction[] }) {
  const shown = functions.filter((one) => !one.archivedAt);
  return (
    <div className="body-section">
      <h2>Delegated functions</h2>
      <Table
        label="Delegated functions"
        isLabelHidden
        columns={COLUMNS}
        rows={shown}
        rowId={({ id }) => id}
        empty={<p className="quiet">No function has been delegated to it here.</p>}
      />
      {shown.length > 0 && (
        <p className="list-note quiet">Whoever delegates a function stays accountable for it.</p>
      )}
    </div>
  );
}
