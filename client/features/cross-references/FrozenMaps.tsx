import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { formatDay, formatInstant, londonDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { type FrozenHead, frozenMapsQuery } from './frozen.queries';
import './Frozen.css';

const FIRST = 10;
const MOST = 100;

const columns: readonly TableColumn<FrozenHead>[] = [
  {
    id: 'title',
    header: 'Copy',
    isRowHeader: true,
    cell: ({ id, title, withdrawnAt }) => (
      <>
        <Link to={`/maps/${id}`}>{title}</Link> {withdrawnAt !== null && <Badge>Withdrawn</Badge>}
      </>
    ),
  },
  { id: 'stood', header: 'As of', cell: ({ stoodAt }) => formatDay(londonDay(stoodAt)) },
  { id: 'frozen', header: 'Frozen', cell: ({ createdAt }) => formatInstant(createdAt) },
  {
    id: 'for',
    header: 'For',
    cell: ({ organisation }) => organisation?.name ?? <span className="quiet">The partnership</span>,
  },
  { id: 'readers', header: 'May be opened by', cell: ({ ownAudience }) => ownAudience.label },
];

/** The copies that were kept of this map, or of any in the partnership, latest first. */
export function FrozenMaps({ within }: { readonly within: string }) {
  const [first, setFirst] = useState(FIRST);
  const [{ data }] = useQuery({
    query: frozenMapsQuery,
    variables: { within, first },
    requestPolicy: 'cache-and-network',
  });
  const copies = data?.frozenMaps;
  if (!copies || copies.nodes.length === 0) return null;
  return (
    <div className="frozen-list">
      <Table label="Frozen copies" columns={columns} rows={copies.nodes} rowId={({ id }) => id} />
      {copies.pageInfo.hasNextPage && first < MOST && (
        <Button onPress={() => setFirst(MOST)}>Show earlier copies</Button>
      )}
    </div>
  );
}
