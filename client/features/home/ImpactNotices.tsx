import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import type { ImpactNotice } from '../cross-references/impactNotices';
import { NoticeAnswers } from '../cross-references/NoticeAnswers';
import { NoticeWords } from '../cross-references/NoticeWords';
import { Panel } from './Panel';

interface ImpactNoticesProps {
  readonly notices: readonly ImpactNotice[];
  readonly total: number;
  readonly fresh: ReadonlySet<string>;
  readonly onMore: () => void;
  readonly askAgain: () => void;
}

const ID = 'home-notices';

/** What slipped that we count on, until we have answered; nothing when there is none. */
export function ImpactNotices({ notices, total, fresh, onMore, askAgain }: ImpactNoticesProps) {
  // What was answered is gone at once; the server’s count follows.
  const open = notices.filter(({ outcome }) => outcome === 'OPEN');
  const count = total - (notices.length - open.length);
  if (count <= 0) return null;

  /** The line and its buttons are gone: the keyboard goes on with this heading, or the next list’s when this is done. */
  const answered = (): void => {
    document.getElementById(count > 1 ? ID : 'home-awaiting')?.focus();
    askAgain();
  };

  return (
    <Panel id={ID} title="What slipped that we count on" count={count}>
      <ul className="home-lines" aria-labelledby={ID}>
        {open.map((notice) => (
          <li key={notice.id} className={classes('home-answer', fresh.has(notice.id) && 'is-fresh')}>
            <NoticeWords notice={notice} />
            {notice.viewerMay.answer ? (
              <NoticeAnswers notice={notice} onAnswered={answered} askAgain={askAgain} />
            ) : (
              <p className="quiet">A colleague who may edit answers this.</p>
            )}
          </li>
        ))}
      </ul>
      {notices.length < total && (
        <Button look="quiet" size="sm" onPress={onMore}>
          Show more
        </Button>
      )}
    </Panel>
  );
}
