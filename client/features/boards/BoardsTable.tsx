import { Link } from 'react-router';
import { useToday } from '../../platform/format/useToday';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ListedBoard } from './boards.queries';
import { Linked } from './Linked';
import { chairOf, isHeld, sitterOf } from './seating';

/** The same as the diagram, in rows. */
export function BoardsTable({ boards }: { readonly boards: readonly ListedBoard[] }) {
  const today = useToday();
  const columns: TableColumn<ListedBoard>[] = [
    {
      id: 'name',
      header: 'Board',
      isRowHeader: true,
      cell: ({ id, name }) => <Link to={`/boards/${id}`}>{name}</Link>,
    },
    { id: 'kind', header: 'Kind', cell: ({ boardKind }) => boardKind },
    {
      id: 'to',
      header: 'Answers to, nearest first',
      cell: ({ reportsTo }) => <Linked bodies={reportsTo} at="/boards" none="No board" />,
    },
    {
      id: 'chair',
      header: 'Chair',
      cell: ({ seats }) => {
        const chair = chairOf(seats, today);
        return chair ? sitterOf(chair) : <span className="quiet">Not known</span>;
      },
    },
    {
      id: 'seats',
      header: 'Seats',
      isNumber: true,
      cell: ({ seats }) => seats.filter((seat) => isHeld(seat, today)).length,
    },
    { id: 'plans', header: 'Plans', cell: ({ plans }) => <Linked bodies={plans} at="/plans" none="None" /> },
  ];
  return <Table label="Boards" columns={columns} rows={boards} rowId={({ id }) => id} empty={null} />;
}
