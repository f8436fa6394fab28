import { formatDay, formatDayRange } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { OrganisationLink } from '../organisations/BodyName';
import type { Seat } from '../organisations/bodies';
import { CAPACITY_WORD } from '../organisations/words';
import type { BoardDetail } from './boards.queries';
import { isPast, sitterOf } from './seating';

const person: TableColumn<Seat> = {
  id: 'holder',
  header: 'Who',
  isRowHeader: true,
  cell: (seat) => (
    <span className="body-name">
      <span>
        {sitterOf(seat)}
        {seat.post && seat.holder && <span className="quiet">as {seat.post.title}</span>}
      </span>
    </span>
  ),
};
const capacity: TableColumn<Seat> = {
  id: 'capacity',
  header: 'Capacity',
  cell: (seat) => CAPACITY_WORD[seat.capacity],
};
const organisation: TableColumn<Seat> = {
  id: 'organisation',
  header: 'For',
  cell: (seat) =>
    seat.organisation ? (
      <OrganisationLink organisation={seat.organisation} />
    ) : (
      <span className="quiet">Themselves</span>
    ),
};
const voting: TableColumn<Seat> = {
  id: 'voting',
  header: 'Vote',
  cell: ({ isVoting }) => (isVoting ? 'Votes' : 'No vote'),
};
const since: TableColumn<Seat> = {
  id: 'since',
  header: 'Since',
  cell: ({ fromOn, untilOn }) => (untilOn ? formatDayRange(fromOn, untilOn) : formatDay(fromOn)),
};
const held: TableColumn<Seat> = { ...since, id: 'held', header: 'Held' };

interface SeatsSectionProps {
  readonly board: BoardDetail;
  /** Who sits where is for members of the partnership. */
  readonly isMember: boolean;
}

/** Who sits on a board, chair first, and who did. */
export function SeatsSection({ board, isMember }: SeatsSectionProps) {
  const today = useToday();
  const seats = board.seats.filter((seat) => !seat.archivedAt);
  const past = seats.filter((seat) => isPast(seat, today));
  const present = seats.filter((seat) => !isPast(seat, today));
  const votes = present.filter((seat) => seat.isVoting).length;
  return (
    <section className="body-section" aria-label="Seats">
      <h2>Seats</h2>
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
            columns={[capacity, person, organisation, voting, since]}
            rows={present}
            rowId={({ id }) => id}
          />
        </>
      )}
      {past.length > 0 && (
        <details className="past-seats">
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
    </section>
  );
}
