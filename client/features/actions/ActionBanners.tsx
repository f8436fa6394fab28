import { formatInstant } from '../../platform/format/dates';
import { Banner } from '../../platform/ui/Banner';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { editorsOf } from './owners';

/** What holds for the action as a whole: who sees it, that it was put away, that the reader only reads. */
export function ActionBanners({ action }: PartProps) {
  const { asOf } = usePlanContext();
  const { audience, viewerCan } = action;
  const isNarrow = audience.kind !== 'EVERYONE' && audience.kind !== 'PARTNERSHIP';
  const canWrite = viewerCan.update || viewerCan.rate || viewerCan.report || viewerCan.signOff;
  return (
    <>
      {asOf !== null && <Banner>As it stood on {formatInstant(asOf)}. Nothing can be changed there.</Banner>}
      {action.archivedAt !== null && (
        <Banner tone="warning">Archived on {formatInstant(action.archivedAt)}.</Banner>
      )}
      {isNarrow && (
        <Banner tone="warning">
          {audience.label} {audience.memberIds.length === 1 && audience.kind !== 'BOARD' ? 'sees' : 'see'}{' '}
          this.
        </Banner>
      )}
      {asOf === null && !canWrite && (
        <p className="quiet">You can read this. Only editors of {editorsOf(action.leads)} may change it.</p>
      )}
    </>
  );
}
