import { useState } from 'react';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatCount } from '../../platform/format/counts';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { ArchivedList } from '../organisations/ArchivedList';
import { useBodiesLive } from '../organisations/bodies.live';
import { AbuDialog } from './AbuDialog';
import { AbusTable } from './AbusTable';
import { BoardDialog } from './BoardDialog';
import { BoardsTable } from './BoardsTable';
import { useAbuArchiving, useBoardArchiving } from './boardArchiving';
import { boardsQuery } from './boards.queries';
import { OversightTree } from './OversightTree';
import { oversightOf } from './oversight';
import './boards.css';
import '../organisations/bodies.css';

/** The bodies that oversee the plans and those that deliver them: who answers to whom. */
export function BoardsPage() {
  const { partnership: here, person } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: boardsQuery,
    variables: { partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const found = data?.partnership;
  useBodiesLive({ within: found?.id, cursor: found?.changesCursor, refresh, viewerId: person?.id ?? null });
  const mayKeep = found?.viewerCan.administer ?? false;
  const [adding, setAdding] = useState<'board' | 'abu' | null>(null);
  const [bringBoardBack] = useBoardArchiving(refresh);
  const [bringAbuBack] = useAbuArchiving(refresh);
  const dialogProps = { partnershipId: here?.id ?? '', onClose: () => setAdding(null), onDone: refresh };
  const boards = found?.boards.filter((one) => !one.archivedAt) ?? [];
  const abus = found?.abus.filter((one) => !one.archivedAt) ?? [];
  const isEmpty = boards.length === 0 && abus.length === 0;
  const oversight = oversightOf(boards, abus);
  return (
    <Page
      title="Boards & ABUs"
      lead={
        found &&
        `${formatCount(boards.length, 'board')} and ${formatCount(abus.length, 'accountable business unit')}: who answers to whom`
      }
      {...(mayKeep
        ? {
            actions: (
              <>
                <Button icon="plus" onPress={() => setAdding('abu')}>
                  Add an ABU
                </Button>
                <Button look="primary" icon="plus" onPress={() => setAdding('board')}>
                  Add a board
                </Button>
              </>
            ),
          }
        : {})}
    >
      {!data && fetching && <LoadingState what="the boards" />}
      {error && !data && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
      {!fetching && !error && isEmpty && (
        <EmptyState icon="board" title="No boards yet">
          Boards and accountable business units stand here once an administrator of the partnership has added
          them.
        </EmptyState>
      )}
      {!isEmpty && (
        <Tabs
          label="How to show them"
          tabs={[
            { id: 'diagram', label: 'Diagram', panel: <OversightTree oversight={oversight} /> },
            {
              id: 'table',
              label: 'Table',
              panel: (
                <>
                  <BoardsTable boards={boards} />
                  <AbusTable abus={abus} />
                </>
              ),
            },
          ]}
        />
      )}
      {found && mayKeep && (
        <>
          <ArchivedList
            what="Archived boards"
            items={found.archivedBoards}
            at="/boards"
            onBringBack={bringBoardBack}
          />
          <ArchivedList
            what="Archived ABUs"
            items={found.archivedAbus}
            at="/abus"
            onBringBack={bringAbuBack}
          />
        </>
      )}
      {adding === 'board' && <BoardDialog {...dialogProps} board={null} />}
      {adding === 'abu' && <AbuDialog {...dialogProps} abu={null} />}
    </Page>
  );
}
