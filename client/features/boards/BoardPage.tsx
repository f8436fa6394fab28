import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { BoardMeetings } from '../meetings/BoardMeetings';
import { otherNames } from '../organisations/BodyName';
import { useBodiesLive } from '../organisations/bodies.live';
import { KeepActions } from '../organisations/KeepActions';
import '../organisations/bodies.css';
import { BoardDialog } from './BoardDialog';
import { BoardBelow, OversightChain } from './BoardPlace';
import { useBoardArchiving } from './boardArchiving';
import { type BoardDetail, boardQuery } from './boards.queries';
import { HowItWorks } from './HowItWorks';
import { SeatsSection } from './SeatsSection';
import './boards.css';

const TRAIL = [{ label: 'Boards & ABUs', to: '/boards' }];

function Lead({ board }: { readonly board: BoardDetail }) {
  const names = otherNames(board);
  return (
    <p>
      {board.boardKind}
      {names.length > 0 && `, also written ${names.join(', ')}`}{' '}
      {board.archivedAt && <Badge icon="archive">Archived</Badge>}
    </p>
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
  const [isEditing, setEditing] = useState(false);
  const [archive, archivingDialog] = useBoardArchiving(refresh);
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
  const mayKeep = around?.viewerCan.administer ?? false;
  return (
    <Page
      title={board.name}
      trail={TRAIL}
      lead={<Lead board={board} />}
      {...(mayKeep
        ? {
            actions: (
              <KeepActions
                isArchived={board.archivedAt !== null}
                onArchive={() => archive(board)}
                onChange={() => setEditing(true)}
              />
            ),
          }
        : {})}
    >
      {board.purpose ? (
        <p className="narrative">{board.purpose}</p>
      ) : (
        <p className="quiet">Its purpose is not written down here yet.</p>
      )}
      <section className="body-section" aria-label="Oversight">
        <h2>Oversight</h2>
        <OversightChain board={board} />
      </section>
      <BoardMeetings boardId={board.id}>
        <SeatsSection board={board} isMember={viewer !== null} mayKeep={mayKeep} refresh={refresh} />
        <HowItWorks board={board} refresh={refresh} isMember={viewer !== null} />
        <BoardBelow board={board} abus={around?.abus ?? []} />
      </BoardMeetings>
      {archivingDialog}
      {isEditing && (
        <BoardDialog
          partnershipId={here?.id ?? ''}
          board={board}
          onClose={() => setEditing(false)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}
