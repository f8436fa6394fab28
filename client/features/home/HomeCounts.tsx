import { formatNumber } from '../../platform/format/counts';

interface Counted {
  readonly totalCount: number;
}

interface HomeCountsProps {
  readonly overdue: Counted;
  readonly soon: Counted;
  readonly notices: Counted;
  readonly awaiting: Counted;
}

/** The page in one line; each number leads to its list. */
export function HomeCounts({ overdue, soon, notices, awaiting }: HomeCountsProps) {
  const counts = [
    { id: 'home-overdue', count: overdue.totalCount, label: 'overdue' },
    { id: 'home-soon', count: soon.totalCount, label: 'due in 30 days' },
    // Its list is there only while something slipped.
    ...(notices.totalCount > 0
      ? [
          {
            id: 'home-notices',
            count: notices.totalCount,
            label: `${notices.totalCount === 1 ? 'slip' : 'slips'} to answer`,
          },
        ]
      : []),
    { id: 'home-awaiting', count: awaiting.totalCount, label: 'awaiting our answer' },
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
