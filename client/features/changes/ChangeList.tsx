import { Link } from 'react-router';
import { formatInstant, relativeInstant } from '../../platform/format/dates';
import { classes } from '../../platform/ui/classes';
import type { ToldChange } from './change';
import { changeSentence } from './changeSentence';
import './changes.css';

interface ChangeListProps {
  readonly label: string;
  readonly changes: readonly ToldChange[];
  readonly now: Date;
  /** Items that have just changed while the reader looked on. */
  readonly fresh?: ReadonlySet<string>;
}

/** What happened, as sentences, latest first. */
export function ChangeList({ label, changes, now, fresh }: ChangeListProps) {
  return (
    <ol className="change-list" aria-label={label}>
      {changes.map((change) => {
        const sentence = changeSentence(change);
        if (!sentence) return null;
        const { who, verb, what, href, rest } = sentence;
        const isFresh = change.itemId !== null && fresh?.has(change.itemId) === true;
        return (
          <li
            key={`${change.at} ${change.itemId} ${change.kind}`}
            className={classes('change', isFresh && 'is-fresh')}
          >
            <p>
              <span className="change-who">{who}</span> {verb}{' '}
              {href === null ? <span className="change-what">{what}</span> : <Link to={href}>{what}</Link>}
              {rest !== '' && `${rest.startsWith(',') ? '' : ' '}${rest}`}
            </p>
            <time className="quiet" dateTime={change.at} title={formatInstant(change.at)}>
              {relativeInstant(change.at, now)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
