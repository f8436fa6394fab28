import { Link } from 'react-router';
import { formatList, formatNumber } from '../../platform/format/counts';
import { Table } from '../../platform/ui/Table';
import type { Health } from './health.queries';
import { KIND_WORDS } from './healthWords';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly total: number;
  readonly kinds: Health['byBoard'][number]['kinds'];
}

function BodyTable({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <Table
      label={label}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'who',
          header: 'Who',
          isRowHeader: true,
          cell: ({ name, address }) => <Link to={address}>{name}</Link>,
        },
        { id: 'total', header: 'To look at', isNumber: true, cell: ({ total }) => formatNumber(total) },
        {
          id: 'kinds',
          header: 'Of these',
          cell: ({ kinds }) =>
            formatList(kinds.map(({ kind, total }) => `${formatNumber(total)} ${KIND_WORDS[kind].short}`)),
        },
      ]}
    />
  );
}

/** Whom it concerns: one finding can concern several. */
export function HealthBodies({ health }: { readonly health: Health }) {
  const { byOrganisation, byBoard, byAbu } = health;
  return (
    <section className="health-section" aria-labelledby="whom">
      <h2 id="whom">Whom it concerns</h2>
      <p className="quiet">One matter can concern several of them, and is counted for each.</p>
      <div className="health-bodies">
        <BodyTable
          label="Organisations"
          rows={byOrganisation.map(({ organisation, ...rest }) => ({
            ...organisation,
            ...rest,
            address: `/organisations/${organisation.id}`,
          }))}
        />
        <BodyTable
          label="Boards"
          rows={byBoard.map(({ board, ...rest }) => ({ ...board, ...rest, address: `/boards/${board.id}` }))}
        />
        <BodyTable
          label="Accountable business units"
          rows={byAbu.map(({ abu, ...rest }) => ({ ...abu, ...rest, address: `/abus/${abu.id}` }))}
        />
      </div>
    </section>
  );
}
