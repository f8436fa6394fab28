import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import { addDays } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { withoutGone } from '../changes/gone';
import { ActionLines } from './ActionLines';
import { AwaitingAnswers } from './AwaitingAnswers';
import { withArrived } from './arrived';
import { HomeCounts } from './HomeCounts';
import { mayMoveLists, useHomeLive } from './home.live';
import { type HomeAnswer, homeQuery } from './home.queries';
import { ImpactNotices } from './ImpactNotices';
import { LatestChanges } from './LatestChanges';
import { OwedToBoards } from './OwedToBoards';
import { WatchedNews } from './WatchedNews';

const SOON_DAYS = 30;
const AT_FIRST = { overdue: 8, soon: 8, awaiting: 5, notices: 5, watched: 5 } as const;
const AT_MOST = 100;

type ListName = keyof typeof AT_FIRST;

interface ListsProps {
  readonly answer: HomeAnswer;
  readonly partnership: NonNullable<HomeAnswer['partnership']>;
  readonly ids: readonly string[];
  readonly today: string;
  readonly askAgain: () => void;
  readonly onMore: (list: ListName) => void;
}

function Lists({ answer, partnership, ids, today, askAgain, onMore }: ListsProps) {
  const { person } = useHere();
  const { fresh, gone, arrived } = useHomeLive({
    within: partnership.id,
    cursor: partnership.changesCursor,
    personId: person?.id,
    concerns: mayMoveLists(answer, new Set(ids)),
    askAgain,
  });
  const [overdue, soon, awaiting, notices] = [
    withoutGone(answer.overdue, gone),
    withoutGone(answer.soon, gone),
    withoutGone(answer.awaiting, gone),
    withoutGone(withArrived(answer.notices, arrived, ids), gone),
  ];
  const common = { today, fresh };
  const answers = { fresh, askAgain };
  return (
    <>
      <HomeCounts overdue={overdue} soon={soon} notices={notices} awaiting={awaiting} />
      <div className="home-columns">
        <div className="home-column">
          <ActionLines
            {...common}
            id="home-overdue"
            title="Overdue"
            actions={overdue.nodes}
            total={overdue.totalCount}
            empty="Nothing of ours is past its date."
            onMore={() => onMore('overdue')}
          />
          <ActionLines
            {...common}
            id="home-soon"
            title={`Due in the next ${SOON_DAYS} days`}
            actions={soon.nodes}
            total={soon.totalCount}
            empty={`Nothing of ours falls due in the next ${SOON_DAYS} days.`}
            onMore={() => onMore('soon')}
          />
          <WatchedNews
            {...{ ids, today, fresh, askAgain }}
            watched={withoutGone(answer.watched, gone)}
            onMore={() => onMore('watched')}
          />
        </div>
        <div className="home-column">
          <OwedToBoards outstanding={answer.outstanding} {...{ today, gone }} />
          <ImpactNotices
            notices={notices.nodes}
            total={notices.totalCount}
            {...answers}
            onMore={() => onMore('notices')}
          />
          <AwaitingAnswers
            references={awaiting.nodes}
            total={awaiting.totalCount}
            {...answers}
            onMore={() => onMore('awaiting')}
          />
          <LatestChanges partnershipId={partnership.id} fresh={fresh} gone={gone} />
        </div>
      </div>
    </>
  );
}

/** What waits for whoever answers for something: theirs first, then what partners did. */
export function OfficerHome({ partnershipId }: { readonly partnershipId: string }) {
  const { organisations } = useHere();
  const ids = useMemo(() => organisations.map(({ organisation }) => organisation.id), [organisations]);
  const today = useToday();
  const [counts, setCounts] = useState<Readonly<Record<ListName, number>>>(AT_FIRST);
  const [{ data, error }, ask] = useQuery({
    query: homeQuery,
    variables: {
      within: partnershipId,
      organisations: ids,
      today,
      soon: addDays(today, SOON_DAYS),
      overdueCount: counts.overdue,
      soonCount: counts.soon,
      awaitingCount: counts.awaiting,
      noticeCount: counts.notices,
      watchedCount: counts.watched,
    },
  });
  const askAgain = (): void => ask({ requestPolicy: 'network-only' });
  const names = formatList(
    organisations.map(({ organisation }) => organisation.name),
    4,
  );
  return (
    <Page title="Home" lead={`What waits for ${names}`}>
      {!data && !error && <LoadingState what="your lists" />}
      {!data && error && <ErrorState onRetry={askAgain}>{refusalOf(error)?.message}</ErrorState>}
      {data?.partnership && (
        <Lists
          answer={data}
          partnership={data.partnership}
          ids={ids}
          today={today}
          askAgain={askAgain}
          onMore={(list) =>
            setCounts((before) => ({ ...before, [list]: Math.min(AT_MOST, before[list] + 25) }))
          }
        />
      )}
    </Page>
  );
}
