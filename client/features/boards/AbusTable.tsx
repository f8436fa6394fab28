import { Link } from 'react-router';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { Abu } from '../organisations/bodies';
import { Linked } from './Linked';

const COLUMNS: readonly TableColumn<Abu>[] = [
  {
    id: 'name',
    header: 'Accountable business unit',
    isRowHeader: true,
    cell: ({ id, name }) => <Link to={`/abus/${id}`}>{name}</Link>,
  },
  {
    id: 'host',
    header: 'Host',
    cell: ({ hostOrganisation: host }) => (
      <Linked bodies={host ? [host] : []} at="/organisations" none="Not known" />
    ),
  },
  {
    id: 'members',
    header: 'Members',
    cell: ({ memberOrganisations }) => (
      <Linked bodies={memberOrganisations} at="/organisations" none="None" />
    ),
  },
  {
    id: 'to',
    header: 'Answers to',
    cell: ({ boards }) => <Linked bodies={boards} at="/boards" none="No board" />,
  },
  {
    id: 'director',
    header: 'Managing director',
    cell: ({ managingDirector }) => managingDirector?.name ?? <span className="quiet">Not given</span>,
  },
];

/** ABUs, and the boards they answer to. */
export function AbusTable({ abus }: { readonly abus: readonly Abu[] }) {
  return (
    <div className="boards-tables">
      <Table
        label="Accountable business units"
        columns={COLUMNS}
        rows={abus}
        rowId={({ id }) => id}
        empty={null}
      />
    </div>
  );
}
