import { formatDay } from '../../platform/format/dates';
import { EndLink } from '../actions/EndLink';
import { HoldsUp } from './HoldsUp';
import { endsOf, type ImpactNotice } from './impactNotices';

/** 'Was due 31 Aug 2026, now 20 Oct 2026'; nothing where no date moved. */
function moved({ wasDueOn, isDueOn }: ImpactNotice): string | null {
  if (wasDueOn === isDueOn) return null;
  const now = isDueOn === null ? 'now without a date' : `now ${formatDay(isDueOn)}`;
  return wasDueOn === null ? `Was without a date, ${now}` : `Was due ${formatDay(wasDueOn)}, ${now}`;
}

/** What slipped, from when to when, what counts on it, and what waits behind that. */
export function NoticeWords({ notice }: { readonly notice: ImpactNotice }) {
  const { giver, receiver } = endsOf(notice);
  const dates = moved(notice);
  return (
    <>
      {giver && (
        <p className="reference-sentence">
          <EndLink end={giver} />
        </p>
      )}
      {dates && <p className="promise-days">{dates}</p>}
      {notice.reasons.map((reason) => (
        <p key={reason} className="reference-strain">
          {reason}
        </p>
      ))}
      {receiver && (
        <p className="reference-sentence">
          <span className="quiet">{notice.told.name} counts on it for</span> <EndLink end={receiver} />
        </p>
      )}
      {giver && <HoldsUp of={giver.id} />}
    </>
  );
}
