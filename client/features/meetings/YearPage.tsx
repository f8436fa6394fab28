import { useState } from 'react';
import { useParams } from 'react-router';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Banner } from '../../platform/ui/Banner';
import { Button, IconButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { Select } from '../../platform/ui/Select';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Clashes } from './Clashes';
import { PlanYearDialog } from './PlanYearDialog';
import { useYear, type Year } from './useYear';
import { YearMonth } from './YearMonth';
import { clashesOf, daysOf, sittersOf, YEARS, type YearKind } from './yearDays';
import './year.css';

const KINDS = Object.entries(YEARS).map(([id, { label }]) => ({ id, label }));

/** A year of one board, or of several: when they meet, when papers go out, and what is in whose way. */
export function YearPage() {
  const { id } = useParams();
  const year = useYear(id);
  const { boards, chosen, span, error, refresh } = year;
  const [isPlanning, setPlanning] = useState(false);
  const board = boards?.find((one) => one.id === id);
  if (!boards)
    return (
      <Page title="The year">
        {error ? (
          <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>
        ) : (
          <LoadingState what="the year" />
        )}
      </Page>
    );
  if (id && !board)
    return (
      <Page title="Not found">
        <ForbiddenState />
      </Page>
    );
  const isOurs = (meeting: Year['all'][number]): boolean =>
    chosen.length === 0 || meeting.boards.some((one) => chosen.includes(one.id));
  const days = daysOf(year.all.filter(isOurs), year.holidays, span);
  const clashes = clashesOf(year.all, year.holidays, sittersOf(boards)).filter(
    ({ on, meetings }) => on >= span.from && on <= span.until && meetings.some(isOurs),
  );
  const clashing = new Set(clashes.flatMap(({ meetings }) => meetings.map((meeting) => meeting.id)));
  return (
    <Page
      title={board ? `${board.name}: ${span.label}` : `Meetings in ${span.label}`}
      lead="Meetings, the days on which papers go out and questions are in, and bank holidays."
      trail={
        board
          ? [
              { label: 'Boards & ABUs', to: '/boards' },
              { label: board.name, to: `/boards/${board.id}` },
            ]
          : [{ label: 'Meetings', to: '/meetings' }]
      }
      actions={
        <>
          {board?.viewerCan.keepMeetings && (
            <Button icon="plus" onPress={() => setPlanning(true)}>
              Plan the year’s meetings…
            </Button>
          )}
          <Button onPress={() => window.print()}>Print</Button>
        </>
      }
    >
      <Choosing year={year} isOfOne={board !== undefined} />
      {year.isMore && (
        <Banner tone="warning">There are more meetings than can be shown. Choose some of the boards.</Banner>
      )}
      <Clashes clashes={clashes} />
      <div className="year">
        {span.months.map((month) => (
          <YearMonth
            key={month}
            month={month}
            days={days.filter(({ on }) => on.startsWith(month))}
            clashing={clashing}
            ofBoardId={id ?? null}
          />
        ))}
      </div>
      {isPlanning && board && (
        <PlanYearDialog board={board} year={year} onClose={() => setPlanning(false)} onDone={refresh} />
      )}
    </Page>
  );
}

/** Which year, counted how, and of which boards. */
function Choosing({ year, isOfOne }: { readonly year: Year; readonly isOfOne: boolean }) {
  const { kind, span, choose, chosen, boards } = year;
  return (
    <div className="year-choice">
      <Select
        label="Counted as"
        options={KINDS}
        value={kind}
        onChange={(of) => of && choose({ of: of as YearKind })}
      />
      <div className="year-turn">
        <IconButton
          icon="chevron-left"
          label="The year before"
          onPress={() => choose({ year: year.year - 1 })}
        />
        <span aria-live="polite">{span.label}</span>
        <IconButton
          icon="chevron-right"
          label="The year after"
          onPress={() => choose({ year: year.year + 1 })}
        />
      </div>
      {!isOfOne && (
        <MultiSelect
          label="Boards"
          isOptional
          description="All of them while none is chosen."
          options={(boards ?? []).map(({ id, name }) => ({ id, label: name }))}
          values={chosen}
          onChange={(ids) => choose({ boards: ids })}
        />
      )}
    </div>
  );
}
