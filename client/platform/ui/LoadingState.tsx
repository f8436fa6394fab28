import './blocks.css';

interface LoadingStateProps {
  /** What is on its way: 'the plan'. */
  readonly what: string;
  /** The shape of what will come, so that nothing jumps when it does. */
  readonly shape?: 'rows' | 'text';
  readonly lines?: number;
}

const WIDTHS = ['72%', '58%', '83%', '46%', '66%', '77%', '52%'];

/** Only for content that has never been shown; content that is refreshed stays where it is. */
export function LoadingState({ what, shape = 'rows', lines = 6 }: LoadingStateProps) {
  const widths = Array.from({ length: lines }, (_, at) => ({
    id: `line ${at}`,
    width: WIDTHS[at % WIDTHS.length] ?? '60%',
  }));
  return (
    <div role="status">
      <span className="visually-hidden">Loading {what}</span>
      <div className={shape === 'rows' ? 'skeleton-rows' : 'skeleton-text'} aria-hidden="true">
        {widths.map(({ id, width }) =>
          shape === 'rows' ? (
            <div className="skeleton-row" key={id}>
              <span className="skeleton" style={{ width: '2.5rem' }} />
              <span className="skeleton" style={{ width: `calc(${width} - 8rem)` }} />
              <span className="skeleton" style={{ width: '4rem', marginInlineStart: 'auto' }} />
            </div>
          ) : (
            <span className="skeleton" key={id} style={{ width }} />
          ),
        )}
      </div>
    </div>
  );
}
