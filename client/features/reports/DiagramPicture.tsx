import { type Diagram, type DiagramShape, LETTER_SIZE, shapesOf } from '../../../schema/diagrams';
import type { BragStatus } from '../../../schema/vocabulary';
import { Sideways } from './Sideways';
import './diagram.css';

/** Its letters grow with the reader’s. */
const REM = 15;
const rem = (length: number): string => `${length / REM}rem`;

/** A picture of boxes and arrows. */
export function DiagramPicture({ diagram }: { readonly diagram: Diagram }) {
  const { alt, width, height, caption } = diagram;
  return (
    <>
      <Sideways name="Picture">
        <svg
          className="diagram"
          role="img"
          aria-label={alt}
          viewBox={`0 0 ${width} ${height}`}
          width={rem(width)}
          height={rem(height)}
          fontSize={LETTER_SIZE}
        >
          {shapesOf(diagram).map((shape, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
            <Shape key={at} shape={shape} />
          ))}
        </svg>
      </Sideways>
      {caption !== undefined && <p>{caption}</p>}
    </>
  );
}

function Shape({ shape }: { readonly shape: DiagramShape }) {
  switch (shape.is) {
    case 'box':
    case 'band': {
      const { x, y, width, height } = shape;
      const look = shape.is === 'band' ? `diagram-band ${BANDS[shape.status]}` : 'diagram-box';
      return <rect className={look} x={x} y={y} width={width} height={height} />;
    }
    case 'line':
      return <path className="diagram-line" d={shape.path} strokeDasharray={shape.dashes.join(' ')} />;
    case 'head':
      return <path className="diagram-head" d={shape.path} />;
    case 'words':
      return (
        <text className={shape.isStrong ? 'diagram-strong' : undefined} x={shape.x} y={shape.y}>
          {shape.text}
        </text>
      );
  }
}

const BANDS: Record<BragStatus, string> = {
  BLUE: 'status-blue',
  GREEN: 'status-green',
  AMBER: 'status-amber',
  RED: 'status-red',
  NOT_YET_RATED: 'status-unrated',
};
