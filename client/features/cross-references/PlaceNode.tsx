import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { formatCount } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { Icon } from '../../platform/ui/Icon';
import { StatusBar } from '../../platform/ui/StatusBar';
import { StatusPill } from '../../platform/ui/StatusPill';
import type { Bundle } from './mapGraph';
import { placeLook } from './mapLooks';
import { KIND_WORDS, type Place, placeWords } from './mapPlaces';
import { holdOf, stateWords } from './mapWords';

export type PlaceNodeType = Node<
  {
    readonly place: Place;
    readonly within: Bundle | undefined;
    readonly isDim: boolean;
    readonly isPinned: boolean;
  },
  'place'
>;

/** What runs within the place itself: drawn as words, since a line back to where it came from says less. */
function Within({ bundle }: { readonly bundle: Bundle }) {
  const state = stateWords(bundle);
  return (
    <span className={classes('map-within', `map-${holdOf(bundle)}`)}>
      <Icon name="link" size={0.75} />
      {bundle.total} inside{state && `, ${state}`}
    </span>
  );
}

export function PlaceNode({ data: { place, within, isDim, isPinned }, selected }: NodeProps<PlaceNodeType>) {
  const { name, title, kind, counts, overdue, status, otherPlan, whose } = place;
  return (
    <>
      <div className={classes(placeLook({ place, isDim, isPinned }), selected && 'is-selected')}>
        <div className="map-place-head">
          <span className="reference">{name || KIND_WORDS[kind][0]}</span>
          {otherPlan === null ? (
            overdue > 0 && <Badge look="danger">{kind === 'ACTION' ? 'Overdue' : `${overdue} overdue`}</Badge>
          ) : (
            <span className="map-place-plan" title={otherPlan}>
              {otherPlan}
            </span>
          )}
        </div>
        <div className="map-place-title" title={title}>
          {title}
        </div>
        {counts && <StatusBar look="thin" label={`Actions of ${placeWords(place)}`} counts={counts} />}
        <div className="map-place-foot">
          {status && <StatusPill status={status} />}
          {within ? <Within bundle={within} /> : <span className="map-whose">{whose}</span>}
        </div>
      </div>
      <Handle type="target" position={Position.Top} isConnectable={false} aria-hidden="true" />
      <Handle
        type="source"
        position={Position.Bottom}
        isConnectable={place.canLink}
        className={place.canLink ? 'map-handle' : undefined}
        title={place.canLink ? 'Drag it to another action to link them' : undefined}
        aria-hidden="true"
      />
    </>
  );
}

/** All that the drawing says, for those who do not see it. */
export function placeLabel(place: Place, within: Bundle | undefined, frame: Place | undefined): string {
  const parts = [
    place.kind === 'EXTERNAL' ? `Outside the partnership: ${place.title}` : placeWords(place),
    place.kind === 'ACTION' || place.overdue === 0 ? '' : `${formatCount(place.overdue, 'action')} overdue`,
    place.kind === 'ACTION' && place.overdue > 0 ? 'overdue' : '',
    within ? `${formatCount(within.total, 'cross-reference')} inside` : '',
    within ? stateWords(within) : '',
    frame ? `in ${placeWords(frame)}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
