import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatDayRange } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Icon } from '../../platform/ui/Icon';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { otherNames } from '../organisations/BodyName';
import { useBodiesLive } from '../organisations/bodies.live';
import '../organisations/bodies.css';
import { type BoardDetail, boardQuery } from './boards.queries';
import { Linked } from './Linked';
import { SeatsSection } from './SeatsSection';
import './boards.css';

const TRAIL = [{ label: 'Boards & ABUs', to: '/boards' }];

function Lead({ board }: { readonly board: BoardDetail }) {
  const names = otherNames(board);
  return (
    <p>
      {board.boardKind}
      {names.length > 0 && `, also written ${names.join(', ')}`}{' '}
      {board.archivedAt && <Badge icon="archive">Put away</Badge>}
    </p>
  );
}

/** From this board upwards: the order is the chain's own. */
function OversightChain({ board }: { readonly board: BoardDetail }) {
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

/** A board: what it is for, whom it answers to, who sits on it, what it oversees. */
export function BoardPage() {
  const { id = '' } = useParams();
  const { partnership: here, viewer, person } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: boardQuery,
    variables: { id, partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const board = data?.board;
  const around = data?.partnership;
  useBodiesLive({ within: around?.id, cursor: around?.changesCursor, refresh, viewerId: person?.id ?? null });
  if (!board)
    return (
      <Page title={fetching ? 'Board' : 'Not found'} trail={TRAIL}>
        {fetching && <LoadingState what="the board" />}
        {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const below = board.overseenBoards.filter((one) => one.reportsTo[0]?.id === id);
  const abus = around?.abus.filter((abu) => abu.boards.some((one) => one.id === id)) ?? [];
  return (
    <Page title={board.name} trail={TRAIL} lead={<Lead board={board} />}>
      {board.purpose ? (
        <p className="narrative">{board.purpose}</p>
      ) : (
        <p className="quiet">Its purpose is not written down here yet.</p>
      )}
      <section className="body-section" aria-label="Oversight">
        <h2>Oversight</h2>
        <OversightChain board={board} />
      </section>
      <SeatsSection board={board} isMember={viewer !== null} />
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
            Accountable business units: <Linked bodies={abus} at="/abus" none="none" />
          </p>
        </section>
      </div>
    </Page>
  );
}
