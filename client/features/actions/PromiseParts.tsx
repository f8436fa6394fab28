import { useState } from 'react';
import { HistoryPage } from './ActionHistory';
import type { CrossReference } from './crossReferences';
import { daysWords, reasonWords } from './promiseWords';

/** What was asked, by when, what happens otherwise, and what was answered. */
export function PromiseWords({ reference }: { readonly reference: CrossReference }) {
  const { note, ifLate } = reference;
  const days = daysWords(reference);
  const reason = reasonWords(reference);
  return (
    <>
      {note && <p className="narrative">{note}</p>}
      {days && <p className="promise-days">{days}</p>}
      {ifLate && <p>If it is late: {ifLate}</p>}
      {reason && <p className="narrative">{reason}</p>}
    </>
  );
}

/** All that was said about a promise, asked for when it is opened. */
export function PromiseHistory({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="put-away" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {isOpen && <HistoryPage of={id} after={null} />}
    </details>
  );
}
