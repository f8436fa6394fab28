import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatCount } from '../../platform/format/counts';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { useBodiesLive } from '../organisations/bodies.live';
import { AbusTable } from './AbusTable';
import { BoardsTable } from './BoardsTable';
import { boardsQuery } from './boards.queries';
import { OversightTree } from './OversightTree';
import { oversightOf } from './oversight';
import './boards.css';

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
    </Page>
  );
}
