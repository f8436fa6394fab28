import type { ReactNode } from 'react';
import { formatNumber } from '../../platform/format/counts';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  /** Said instead of the children when the count is none. */
  readonly empty?: string;
  readonly children: ReactNode;
}

/** One list of the page under its heading, with how many there are. */
export function Panel({ id, title, count, empty, children }: PanelProps) {
  return (
    <section className="home-panel" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
        {count !== undefined && <span className="home-count"> {formatNumber(count)}</span>}
      </h2>
      {count === 0 && empty !== undefined ? <p className="home-none">{empty}</p> : children}
    </section>
  );
}
