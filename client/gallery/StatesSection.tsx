import { useState } from 'react';
import { Banner } from '../platform/ui/Banner';
import { Button } from '../platform/ui/Button';
import { LoadingState } from '../platform/ui/LoadingState';
import { EmptyState, ErrorState, ForbiddenState } from '../platform/ui/States';
import { type Status, StatusPill } from '../platform/ui/StatusPill';
import { type Sort, Table } from '../platform/ui/Table';

interface SampleRisk {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly score: number;
  readonly status: Status;
}

const RISKS: readonly SampleRisk[] = [
  {
    id: '1',
    title: 'B1–B4 may not be delivered in time',
    owner: 'Cumbria County Council',
    score: 16,
    status: 'RED',
  },
  { id: '2', title: 'No clear direction for the hub', owner: 'North Cumbria CCG', score: 9, status: 'AMBER' },
  { id: '3', title: 'Workload and availability', owner: 'Healthwatch Cumbria', score: 4, status: 'GREEN' },
];

function RiskTable() {
  const [sort, setSort] = useState<Sort>({ column: 'score', direction: 'descending' });
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const rows = [...RISKS].sort((a, b) =>
    sort.column === 'score' ? turn * (a.score - b.score) : turn * a.owner.localeCompare(b.owner),
  );
  return (
    <Table
      label="Risks"
      columns={[
        { id: 'title', header: 'Risk', isRowHeader: true, cell: (risk) => risk.title },
        { id: 'owner', header: 'Owner', isSortable: true, cell: (risk) => risk.owner },
        { id: 'score', header: 'Score', isNumber: true, isSortable: true, cell: (risk) => risk.score },
        { id: 'status', header: 'Status', cell: (risk) => <StatusPill status={risk.status} /> },
      ]}
      rows={rows}
      rowId={(risk) => risk.id}
      sort={sort}
      onSort={setSort}
    />
  );
}

export function StatesSection() {
  return (
    <section className="gallery-section">
      <h2>Tables, messages and states</h2>
      <RiskTable />
      <Banner>Papers for this meeting go out on 4 October.</Banner>
      <Banner tone="success" onDismiss={() => undefined}>
        The plan is adopted. Dates are now the baseline.
      </Banner>
      <Banner tone="warning" actions={<Button size="sm">Look at them</Button>}>
        Three actions you depend on have slipped.
      </Banner>
      <Banner tone="danger">The workbook has two sheets that could not be read.</Banner>
      <div className="gallery-grid">
        <EmptyState title="No risks yet" icon="risk" actions={<Button icon="plus">Record a risk</Button>}>
          Risks that partners share are kept here, each with its mitigations.
        </EmptyState>
        <ErrorState onRetry={() => undefined} requestId="7f3a-22" />
        <ForbiddenState />
        <LoadingState what="the plan" />
        <LoadingState what="the update" shape="text" lines={4} />
      </div>
    </section>
  );
}
