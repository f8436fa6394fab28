import { useState } from 'react';
import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { formatDay } from '../../platform/format/dates';
import { Button } from '../../platform/ui/Button';
import { OwedLine } from '../meetings/OwedLine';
import type { HomeAnswer, HomeOwed } from './home.queries';
import { Panel } from './Panel';

interface OwedToBoardsProps {
  readonly outstanding: HomeAnswer['outstanding'];
  readonly today: string;
  /** Items that left this reader’s sight. */
  readonly gone: ReadonlySet<string>;
}

const AT_FIRST = 5;

const isGone = ({ meeting, agendaItem, forwardPlanEntry, report }: HomeOwed, gone: ReadonlySet<string>) =>
  [meeting, agendaItem, forwardPlanEntry, report].some((one) => one !== null && gone.has(one.id));

/** What we owe the meetings to come: reports to write, clear and sign off, with the days. Nothing where we owe nothing. */
export function OwedToBoards({ outstanding, today, gone }: OwedToBoardsProps) {
  const [isWhole, setWhole] = useState(false);
  const items = outstanding.items.filter((item) => !isGone(item, gone));
  if (items.length === 0) return null;
  const shown = isWhole ? items : items.slice(0, AT_FIRST);
  return (
    <Panel id="home-boards" title="For our boards" count={items.length}>
      <ul className="home-lines" aria-labelledby="home-boards">
        {shown.map((item) => (
          <OwedLine key={item.id} item={item} today={today} href={`/meetings/${item.meeting?.id ?? ''}`}>
            {item.meeting && (
              <span className="quiet">
                For{' '}
                <Link to={`/meetings/${item.meeting.id}`}>
                  {formatList(item.meeting.boards.map(({ name }) => name))}, {formatDay(item.meeting.meetsOn)}
                </Link>
              </span>
            )}
          </OwedLine>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button look="quiet" size="sm" onPress={() => setWhole(true)}>
          Show all {items.length}
        </Button>
      )}
    </Panel>
  );
}
