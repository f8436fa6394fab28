import { Link } from 'react-router';
import { formatDayRange } from '../../platform/format/dates';
import { Icon } from '../../platform/ui/Icon';
import type { Abu } from '../organisations/bodies';
import type { BoardDetail } from './boards.queries';
import { Linked } from './Linked';

/** From this board upwards: the order is the chain's own. */
export function OversightChain({ board }: { readonly board: BoardDetail }) {
  if (board.reportsTo.length === 0) return <p className="quiet">It answers to no other board here.</p>;
  return (
    <ol className="chain" aria-label="Oversight, nearest first">
      <li className="chain-step">This board</li>
      {board.reportsTo.map(({ id, name }) => (
        <li key={id} className="chain-step">
          <Icon name="arrow-right" size={0.875} />
          <Link to={`/boards/${id}`}>{name}</Link>
        </li>
      ))}
    </ol>
  );
}

interface BoardBelowProps {
  readonly board: BoardDetail;
  readonly abus: readonly Abu[];
}

/** What a board oversees: its plans, and the boards and ABUs that answer to it. */
export function BoardBelow({ board, abus }: BoardBelowProps) {
  const below = board.overseenBoards.filter((one) => one.reportsTo[0]?.id === board.id);
  const units = abus.filter((abu) => abu.boards.some((one) => one.id === board.id));
  return (
    <div className="bodies-grid">
      <section className="body-section" aria-label="Plans">
        <h2>Plans it owns</h2>
        {board.plans.length === 0 && <p className="quiet">It owns no plan that you can see.</p>}
        <ul className={board.plans.length > 0 ? 'body-list' : undefined}>
          {board.plans.map((plan) => (
            <li key={plan.id}>
              <Link to={`/plans/${plan.id}`}>{plan.title}</Link>{' '}
              <span className="quiet">{formatDayRange(plan.startsOn, plan.endsOn)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="body-section" aria-label="Answering to it">
        <h2>Answering to it</h2>
        <p>
          Boards: <Linked bodies={below} at="/boards" none="none" />
        </p>
        <p>
          Accountable business units: <Linked bodies={units} at="/abus" none="none" />
        </p>
      </section>
    </div>
  );
}
