import { Link } from 'react-router';
import { useToday } from '../../platform/format/useToday';
import type { Around } from './organisationPage.queries';
import { CAPACITY_WORD } from './words';

interface OrganisationPlacesProps {
  readonly organisationId: string;
  readonly abus: Around['abus'];
  readonly boards: Around['boards'];
}

/** The ABUs an organisation is in and the boards it sits on today. */
export function OrganisationPlaces({ organisationId, abus, boards }: OrganisationPlacesProps) {
  const today = useToday();
  const units = abus.flatMap((abu) => {
    const isHost = abu.hostOrganisation?.id === organisationId;
    const isMember = abu.memberOrganisations.some(({ id }) => id === organisationId);
    return isHost || isMember ? [{ ...abu, part: isHost ? 'Hosts it' : 'Member' }] : [];
  });
  const seated = boards.flatMap((board) => {
    const seats = board.seats.filter(
      (seat) =>
        seat.organisation?.id === organisationId &&
        !seat.archivedAt &&
        seat.fromOn <= today &&
        (!seat.untilOn || seat.untilOn >= today),
    );
    return seats.length > 0 ? [{ ...board, seats }] : [];
  });
  return (
    <div className="bodies-grid">
      <section className="body-section" aria-label="Accountable business units">
        <h2>Accountable business units</h2>
        {units.length === 0 && <p className="quiet">It is in no accountable business unit.</p>}
        {units.length > 0 && (
          <ul className="body-list">
            {units.map(({ id, name, part }) => (
              <li key={id}>
                <Link to={`/abus/${id}`}>{name}</Link> <span className="quiet">{part}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="body-section" aria-label="Boards">
        <h2>Boards</h2>
        {seated.length === 0 && <p className="quiet">It sits on no board that you can see.</p>}
        {seated.length > 0 && (
          <ul className="body-list">
            {seated.map(({ id, name, seats }) => (
              <li key={id}>
                <Link to={`/boards/${id}`}>{name}</Link>
                <br />
                <span className="quiet">
                  {seats
                    .map(
                      (seat) =>
                        `${seat.holder?.name ?? seat.post?.title ?? 'Vacant'}, ${CAPACITY_WORD[seat.capacity]}`,
                    )
                    .join('; ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
