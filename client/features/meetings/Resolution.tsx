import { exclusionResolutions } from '../../../schema/exclusion';
import { formatList } from '../../platform/format/counts';
import { Banner } from '../../platform/ui/Banner';
import { itemWantsGround } from './exemptions';
import { itemName, useMeetingContext } from './meetingContext';

/** Between the public and the restricted part: the resolution by which press and public are excluded, as it would be put. */
export function Resolution() {
  const { meeting, canKeep } = useMeetingContext();
  const restricted = meeting.agendaItems.filter(({ isRestricted }) => isRestricted);
  const resolutions = exclusionResolutions(
    meeting.boardsByRule,
    restricted.map((item) => ({ ...item, boardIds: item.boards.map(({ id }) => id) })),
  );
  const without = restricted.filter((item) => itemWantsGround(item, meeting));
  return (
    <div className="agenda-resolution">
      <h3>Exclusion of press and public</h3>
      {resolutions.length > 0 && <p className="quiet">The meeting is asked to resolve:</p>}
      {resolutions.map((resolution) => (
        <p key={resolution} className="narrative">
          {resolution}
        </p>
      ))}
      {canKeep && without.length > 0 && (
        <Banner tone="warning">
          {formatList(without.map(itemName))} {without.length === 1 ? 'relies' : 'rely'} on no exemption
          paragraph yet. Choose one in the menu of the item, under “Change the restriction”.
        </Banner>
      )}
    </div>
  );
}
