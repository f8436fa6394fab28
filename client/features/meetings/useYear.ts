import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { addDays } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { useMeetingListLive } from './meetingList.live';
import { yearQuery } from './year.queries';
import { spanOf, YEARS, type YearKind, yearOf } from './yearDays';

/** So far ahead of a meeting its papers go out at most, as far as the calendar looks. */
const AHEAD_DAYS = 60;
const isKind = (word: string | null): word is YearKind => word !== null && word in YEARS;

/** Which year is looked at, of which boards, and what is known of it. All of the choice stands in the address. */
export function useYear(boardId: string | undefined) {
  const partnership = usePartnership();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const asked = params.get('of');
  const kind = isKind(asked) ? asked : 'MUNICIPAL';
  const year = Number(params.get('year')) || yearOf(kind, today);
  const span = spanOf(kind, year);
  const [{ data, error }, ask] = useQuery({
    query: yearQuery,
    variables: {
      ...{ within: partnership?.id ?? '', from: span.from, until: span.until },
      ...{ middle: addDays(`${span.months[6]}-01`, -1), next: `${span.months[6]}-01` },
      after: addDays(span.until, AHEAD_DAYS),
    },
    pause: !partnership,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  useMeetingListLive(data?.partnership?.id, data?.partnership?.changesCursor, refresh);
  const choose = (change: { of?: YearKind; year?: number; boards?: readonly string[] }): void =>
    setParams(
      (before) => {
        if (change.of) before.set('of', change.of);
        if (change.of || change.year)
          before.set('year', String(change.year ?? yearOf(change.of ?? kind, today)));
        if (change.boards) {
          before.delete('board');
          for (const id of change.boards) before.append('board', id);
        }
        return before;
      },
      { replace: true },
    );
  const all = [...(data?.early?.nodes ?? []), ...(data?.late?.nodes ?? [])];
  const chosen = boardId ? [boardId] : params.getAll('board');
  return {
    ...{ kind, year, span, choose, chosen, error, refresh, all },
    isMore: (data?.early?.totalCount ?? 0) + (data?.late?.totalCount ?? 0) > all.length,
    boards: data?.partnership?.boards ?? null,
    holidays: data?.bankHolidays ?? [],
  };
}

export type Year = ReturnType<typeof useYear>;
