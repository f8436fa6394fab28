import { Link } from 'react-router';
import { formatNumber } from '../../platform/format/counts';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { OrganisationName, otherNames } from './BodyName';
import type { Organisation } from './bodies';
import type { ActionCounts } from './useActionCounts';
import { KIND_WORD } from './words';

interface OrganisationsTableProps {
  readonly label: string;
  readonly rows: readonly Organisation[];
  readonly counts: ReadonlyMap<string, ActionCounts>;
  /** Who acts for whom is for members, not for the public. */
  readonly showsMembers: boolean;
}

const pending = (
  <span className="quiet" role="img" aria-label="Being counted">
    …
  </span>
);

/** Partners of one sort. */
export function OrganisationsTable({ label, rows, counts, showsMembers }: OrganisationsTableProps) {
  const columns: TableColumn<Organisation>[] = [
    {
      id: 'name',
      header: 'Organisation',
      isRowHeader: true,
      cell: (one) => <OrganisationName organisation={one} note={KIND_WORD[one.organisationKind]} />,
    },
    {
      id: 'names',
      header: 'Also written',
      cell: (one) => otherNames(one).join(', ') || <span className="quiet">No other name</span>,
    },
    {
      id: 'actions',
      header: 'Actions',
      isNumber: true,
      cell: ({ id }) => {
        const count = counts.get(id);
        return count ? formatNumber(count.actions) : pending;
      },
    },
    {
      id: 'overdue',
      header: 'Overdue',
      isNumber: true,
      cell: ({ id }) => {
        const count = counts.get(id);
        if (!count) return pending;
        return count.overdue > 0 ? <span className="overdue-count">{formatNumber(count.overdue)}</span> : '0';
      },
    },
    ...(showsMembers
      ? [
          {
            id: 'members',
            header: 'Members',
            isNumber: true,
            cell: ({ id, name, memberships }: Organisation) => {
              const count = memberships.filter((one) => !one.archivedAt).length;
              return (
                <Link to={`/organisations/${id}#members`} aria-label={`${count} members of ${name}`}>
                  {count}
                </Link>
              );
            },
          },
        ]
      : []),
  ];
  return <Table label={label} isLabelHidden columns={columns} rows={rows} rowId={({ id }) => id} />;
}
