import { useState } from 'react';
import { useToday } from '../../platform/format/useToday';
import { Button } from '../../platform/ui/Button';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { Seat } from '../organisations/bodies';
import { LastDayDialog } from '../organisations/LastDayDialog';
import { RowMenu } from '../organisations/RowMenu';
import { useBoardVerbs } from './board.operations';
import type { BoardDetail } from './boards.queries';
import { SeatDialog } from './SeatDialog';
import { capacity, held, organisation, person, since, voting } from './seatColumns';
import { isPast, sitterOf } from './seating';

type Open =
  | { readonly dialog: 'seat'; readonly seat: Seat | null }
  | { readonly dialog: 'end'; readonly seat: Seat };

interface SeatsSectionProps {
  readonly board: BoardDetail;
  /** Who sits where is for members of the partnership. */
  readonly isMember: boolean;
  readonly mayKeep: boolean;
  readonly refresh: () => void;
}

/** Who sits on a board, chair first, and who did. */
export function SeatsSection({ board, isMember, mayKeep, refresh }: SeatsSectionProps) {
  const verbs = useBoardVerbs();
  const [open, setOpen] = useState<Open | null>(null);
  const dialogProps = { onClose: () => setOpen(null), onDone: refresh };
  const tools: TableColumn<Seat> = {
    id: 'tools',
    header: 'More',
    cell: (seat) => (
      <RowMenu
        label={`What to do with the seat of ${sitterOf(seat)}`}
        entries={[
          {
            id: 'change',
            label: 'Change the seat',
            icon: 'edit',
            onAction: () => setOpen({ dialog: 'seat', seat }),
          },
          {
            id: 'end',
            label: 'End the seat',
            icon: 'calendar',
            onAction: () => setOpen({ dialog: 'end', seat }),
          },
        ]}
      />
    ),
  };
  const today = useToday();
  const seats = board.seats.filter((seat) => !seat.archivedAt);
  const past = seats.filter((seat) => isPast(seat, today));
  const present = seats.filter((seat) => !isPast(seat, today));
  const votes = present.filter((seat) => seat.isVoting).length;
  return (
    <section className="body-section" aria-label="Seats">
      <div className="section-head">
        <h2>Seats</h2>
        {mayKeep && (
          <Button icon="plus" onPress={() => setOpen({ dialog: 'seat', seat: null })}>
            Give a seat
          </Button>
        )}
      </div>
      {seats.length === 0 && (
        <p className="quiet">
          {isMember
            ? 'Nobody has a seat on it yet.'
            : 'Who sits on it is shown to members of the partnership.'}
        </p>
      )}
      {present.length > 0 && (
        <>
          <p className="list-note quiet">
            {present.length} in all, {votes} with a vote
          </p>
          <Table
            label={`Seats of ${board.name}`}
            isLabelHidden
            columns={[capacity, person, organisation, voting, since, ...(mayKeep ? [tools] : [])]}
            rows={present}
            rowId={({ id }) => id}
          />
        </>
      )}
      {past.length > 0 && (
        <details className="folded">
          <summary>Past seats ({past.length})</summary>
          <Table
            label={`Past seats of ${board.name}`}
            isLabelHidden
            columns={[capacity, person, organisation, held]}
            rows={past}
            rowId={({ id }) => id}
          />
        </details>
      )}
      {open?.dialog === 'seat' && <SeatDialog {...dialogProps} board={board} seat={open.seat} />}
      {open?.dialog === 'end' && (
        <LastDayDialog
          {...dialogProps}
          title={`End the seat of ${sitterOf(open.seat)}`}
          lead={`It stays in the record of ${board.name} as a past seat.`}
          verb="End the seat"
          send={(untilOn) => verbs.endSeat({ id: open.seat.id, expectedVersion: open.seat.version, untilOn })}
        />
      )}
    </section>
  );
}
