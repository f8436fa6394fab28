import { Link } from 'react-router';
import { formatCount, formatList } from '../../platform/format/counts';
import { useToday } from '../../platform/format/useToday';
import { Icon } from '../../platform/ui/Icon';
import type { Abu } from '../organisations/bodies';
import type { ListedBoard } from './boards.queries';
import type { Oversight, OversightNode } from './oversight';
import { chairOf, sitterOf } from './seating';

type Node = OversightNode<ListedBoard, Abu>;

const namesOf = (bodies: readonly { readonly name: string }[]): string =>
  formatList(bodies.map(({ name }) => name));

function AbuCard({ abu, alsoTo }: Node['abus'][number]) {
  return (
    <div className="body-card body-card-abu">
      <p className="body-card-name">
        <Icon name="target" />
        <Link to={`/abus/${abu.id}`}>{abu.name}</Link>
      </p>
      <p className="quiet">ABU{abu.hostOrganisation && `, hosted by ${abu.hostOrganisation.name}`}</p>
      {abu.serves && <p className="quiet">Serves: {abu.serves}</p>}
      {alsoTo.length > 0 && <p className="quiet">Also answers to {namesOf(alsoTo)}</p>}
    </div>
  );
}

function BoardCard({ board, alsoTo }: Pick<Node, 'board' | 'alsoTo'>) {
  const chair = chairOf(board.seats, useToday());
  return (
    <div className="body-card">
      <p className="body-card-name">
        <Icon name="board" />
        <Link to={`/boards/${board.id}`}>{board.name}</Link>
      </p>
      <p className="quiet">
        {board.boardKind}
        {chair && `; chaired by ${sitterOf(chair)}`}
        {board.plans.length > 0 && `; ${formatCount(board.plans.length, 'plan')}`}
      </p>
      {alsoTo.length > 0 && <p className="quiet">Also answers to {namesOf(alsoTo)}</p>}
    </div>
  );
}

function Branch({ node }: { readonly node: Node }) {
  const { board, alsoTo, boards, abus } = node;
  return (
    <li>
      <BoardCard board={board} alsoTo={alsoTo} />
      {boards.length + abus.length > 0 && (
        <ul className="oversight-below" aria-label={`Answering to ${board.name}`}>
          {boards.map((below) => (
            <Branch key={below.board.id} node={below} />
          ))}
          {abus.map((below) => (
            <li key={below.abu.id}>
              <AbuCard {...below} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Boards, and below each whoever answers to it: a nested list, with lines drawn where there is room. */
export function OversightTree({ oversight }: { readonly oversight: Oversight<ListedBoard, Abu> }) {
  return (
    <>
      <ul className="oversight" aria-label="Who answers to whom">
        {oversight.roots.map((node) => (
          <Branch key={node.board.id} node={node} />
        ))}
      </ul>
      {oversight.loose.length > 0 && (
        <section className="body-section" aria-label="Answering to no board here">
          <h2>Answering to no board here</h2>
          <ul className="oversight">
            {oversight.loose.map((abu) => (
              <li key={abu.id}>
                <AbuCard abu={abu} alsoTo={[]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
