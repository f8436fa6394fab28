import { Link } from 'react-router';
import { formatDay, relativeDay } from '../../platform/format/dates';
import type { ResultOf } from '../../platform/graphql/graphql';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { type Answering, useAnswer } from '../actions/useAnswer';
import { movedWords, useWatchVerbs } from '../cross-references/watches';
import type { homeWatched } from './home.queries';
import { Panel } from './Panel';

type Watched = ResultOf<typeof homeWatched>;

const ID = 'home-watched';

interface LineProps extends Answering {
  readonly dependency: Watched;
  readonly ids: readonly string[];
  readonly today: string;
  readonly isFresh: boolean;
}

/** One of them: that it is overdue or near, and what it moved from until somebody of us has noted that. */
function WatchedLine({ dependency, ids, today, isFresh, ...answering }: LineProps) {
  const { title, controlledBy, timing, isOverdue, awaitedBy, watches } = dependency;
  const { note } = useWatchVerbs();
  const { isPending, send, alert } = useAnswer(answering);
  const end = timing?.end ?? null;
  const moved = watches.filter(({ movedAt, watcher }) => movedAt !== null && ids.includes(watcher.id));
  return (
    <li className={classes('home-answer', isFresh && 'is-fresh')}>
      <div className="home-watched">
        <span className="home-line-words">
          <Link to={`${awaitedBy ? `/plans/${awaitedBy.id}` : ''}/external-dependencies`}>{title}</Link>
          <span className="quiet">{controlledBy}</span>
        </span>
        <span className={classes('home-line-due', isOverdue && 'is-overdue')}>
          <span>{timing?.asWritten ?? 'No date'}</span>
          {end !== null && (
            <span>{isOverdue ? `overdue since ${formatDay(end)}` : relativeDay(end, today)}</span>
          )}
        </span>
      </div>
      {moved.map((watch) => (
        <span key={watch.id} className="fact-line">
          <span>
            <b>Its date moved.</b> {movedWords(watch, timing)}.
          </span>
          {watch.mayEnd.update && (
            <Button
              size="sm"
              icon="check"
              isPending={isPending}
              aria-label={`Noted: ${title}`}
              onPress={() =>
                void send(
                  note({ id: watch.id, expectedVersion: watch.version }),
                  'Your colleagues see that it is noted.',
                )
              }
            >
              Noted
            </Button>
          )}
        </span>
      ))}
      {alert}
    </li>
  );
}

interface WatchedNewsProps {
  readonly watched: { readonly nodes: readonly Watched[]; readonly totalCount: number };
  readonly ids: readonly string[];
  readonly today: string;
  readonly fresh: ReadonlySet<string>;
  readonly askAgain: () => void;
  readonly onMore: () => void;
}

/** What we watch from outside and there is something to tell of: overdue, near, or moved. Nothing when there is none. */
export function WatchedNews({ watched, ids, today, fresh, askAgain, onMore }: WatchedNewsProps) {
  const { nodes, totalCount } = watched;
  if (totalCount === 0) return null;
  /** The button is gone: the keyboard goes on with this heading. */
  const noted = (): void => {
    document.getElementById(totalCount > 1 ? ID : 'home-latest')?.focus();
    askAgain();
  };
  return (
    <Panel id={ID} title="What we watch from outside" count={totalCount}>
      <ul className="home-lines" aria-labelledby={ID}>
        {nodes.map((dependency) => (
          <WatchedLine
            key={dependency.id}
            {...{ dependency, ids, today, askAgain }}
            isFresh={fresh.has(dependency.id) || dependency.watches.some(({ id }) => fresh.has(id))}
            onAnswered={noted}
          />
        ))}
      </ul>
      {nodes.length < totalCount && (
        <Button look="quiet" size="sm" onPress={onMore}>
          Show more
        </Button>
      )}
    </Panel>
  );
}
