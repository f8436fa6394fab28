import type { Node, NodeProps } from '@xyflow/react';
import { type Place, placeWords } from './mapPlaces';

export type FrameNodeType = Node<{ readonly place: Place; readonly onOpen: (id: string) => void }, 'frame'>;

export const frameNodeId = (placeId: string): string => `frame ${placeId}`;

/** Round the parts of a place that was opened: its name, which lists what it is tied to. */
export function FrameNode({ data: { place, onOpen } }: NodeProps<FrameNodeType>) {
  return (
    <div className="map-frame">
      <button
        type="button"
        className="map-frame-name nodrag nopan"
        aria-label={`${placeWords(place)}, list all its cross-references`}
        onClick={() => onOpen(place.id)}
      >
        {placeWords(place)}
      </button>
    </div>
  );
}
