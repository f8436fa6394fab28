import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import { formatLongDay } from '../../platform/format/dates';
import { Banner } from '../../platform/ui/Banner';
import { useAskAgain } from '../changes/askAgain';
import { useMeetingContext } from './meetingContext';
import { type MeetingBoard, type MeetingSeat, whoMeetsQuery } from './whoMeets.queries';
import { itemsInWords, quorumSentence, seatInWords, sitterOn } from './whoMeetsWords';
import './whoMeets.css';

/** The boards that meet, with who sits on each on that day; null until it is known. Asked again when the meeting moves. */
export function useWhoMeets(meetingId: string): readonly MeetingBoard[] | null {
  const [{ data, error }, ask] = useQuery({
    query: whoMeetsQuery,
    variables: { id: meetingId },
    requestPolicy: 'cache-and-network',
  });
  const meeting = data?.meeting;
  useAskAgain(
    meeting?.id ?? null,
    meeting?.changesCursor,
    ({ itemType }) => itemType === 'Meeting',
    () => ask({ requestPolicy: 'network-only' }),
  );
  return data || error ? (meeting?.meetingBoards ?? []) : null;
}

interface WhoMeetsProps {
  readonly boards: readonly MeetingBoard[];
}

/** Which boards could decide nothing, however many came: told before the agenda is built for them. */
export function QuorumWarning({ boards }: WhoMeetsProps) {
  const { meeting } = useMeetingContext();
  const unable = boards.filter(({ quorum }) => quorum.isPossible === false);
  if (unable.length === 0 || meeting.meetingStatus !== 'PLANNED') return null;
  const names = formatList(unable.map(({ board }) => board.name));
  return (
    <div className="quorum-warning">
      <Banner tone="warning">
        {names} cannot make {unable.length === 1 ? 'its' : 'their'} quorum with the seats as they are filled
        on {formatLongDay(meeting.meetsOn)}. <a href="#who-meets">Who meets</a> says what is missing.
      </Banner>
    </div>
  );
}

function Member({ seat }: { readonly seat: MeetingSeat }) {
  const words = seatInWords(seat);
  return (
    <li>
      <span className={seat.isVacant ? 'member-vacant' : 'member-name'}>{sitterOn(seat)}</span>
      {words !== '' && <span className="quiet"> {words}</span>}
    </li>
  );
}

function Members({ board, seats }: MeetingBoard) {
  if (seats.length === 0) return null;
  return (
    <ul className="members" aria-label={`Members of ${board.name}`}>
      {seats.map((seat) => (
        <Member key={seat.seat.id} seat={seat} />
      ))}
    </ul>
  );
}

/** Each board with its members, their deputies and its quorum: each decides for itself. */
export function WhoMeets({ boards }: WhoMeetsProps) {
  const { startsAt, agendaItems } = useMeetingContext().meeting;
  if (boards.length === 0) return null;
  return (
    <section className="who-meets" aria-labelledby="who-meets">
      <h2 id="who-meets">Who meets</h2>
      {boards.length > 1 && <p className="quiet">Each board has its own quorum and decides for itself.</p>}
      <div className="who-meets-boards">
        {boards.map((one) => (
          <section key={one.board.id} aria-label={one.board.name}>
            <h3>{one.board.name}</h3>
            <p>
              {quorumSentence(one.quorum)} {itemsInWords(one.board.id, startsAt, agendaItems)}
            </p>
            {one.quorum.missing.map((sentence) => (
              <p key={sentence} className="quorum-missing">
                {sentence}
              </p>
            ))}
            {one.quorum.isPossible === null && (
              <p className="quiet">Who sits on it is shown to members of the partnership.</p>
            )}
            <Members {...one} />
          </section>
        ))}
      </div>
    </section>
  );
}
