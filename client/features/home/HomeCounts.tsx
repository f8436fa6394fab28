import { formatNumber } from '../../platform/format/counts';

interface HomeCountsProps {
  readonly overdue: number;
  readonly soon: number;
  readonly awaiting: number;
}

/** The page in one line; each number leads to its list. */
export function HomeCounts({ overdue, soon, awaiting }: HomeCountsProps) {
  const counts = [
    { id: 'home-overdue', count: overdue, label: 'overdue' },
    { id: 'home-soon', count: soon, label: 'due in 30 days' },
    { id: 'home-awaiting', count: awaiting, label: 'awaiting our answer' },
  ];
  return (
    <ul className="home-counts" aria-label="In short">
      {counts.map(({ id, count, label }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <b>{formatNumber(count)}</b> {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
