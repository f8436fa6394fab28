import { formatDay, formatDayRange } from '../../platform/format/dates';
import type { TableColumn } from '../../platform/ui/Table';
import { OrganisationLink } from '../organisations/BodyName';
import type { Seat } from '../organisations/bodies';
import { CAPACITY_WORD } from '../organisations/words';
import { sitterOf } from './seating';

export const person: TableColumn<Seat> = {
  id: 'holder',
  header: 'Who',
  isRowHeader: true,
  cell: (seat) => (
    <span className="body-name">
      <span>
        {sitterOf(seat)}
        {seat.post && seat.holder && <span className="quiet">as {seat.post.title}</span>}
        {seat.deputies.length > 0 && (
          <span className="quiet">or {seat.deputies.map(({ name }) => name).join(', ')}</span>
        )}
      </span>
    </span>
  ),
};
export const capacity: TableColumn<Seat> = {
  id: 'capacity',
  header: 'Capacity',
  cell: (seat) => CAPACITY_WORD[seat.capacity],
};
export const organisation: TableColumn<Seat> = {
  id: 'organisation',
  header: 'For',
  cell: (seat) =>
    seat.organisation ? (
      <OrganisationLink organisation={seat.organisation} />
    ) : (
      <span className="quiet">Themselves</span>
    ),
};
export const voting: TableColumn<Seat> = {
  id: 'voting',
  header: 'Vote',
  cell: ({ isVoting }) => (isVoting ? 'Votes' : 'No vote'),
};
export const since: TableColumn<Seat> = {
  id: 'since',
  header: 'Since',
  cell: ({ fromOn, untilOn }) => (untilOn ? formatDayRange(fromOn, untilOn) : formatDay(fromOn)),
};
export const held: TableColumn<Seat> = { ...since, id: 'held', header: 'Held' };
