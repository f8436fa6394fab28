import { FONT, type Picture, type Shape, shapesOf, sheetOf } from './mapPicture';

function Drawn({ shape }: { readonly shape: Shape }) {
  if (shape.is === 'box') {
    const { x, y, width, height } = shape.at;
    return (
      <rect
        {...{ x, y, width, height }}
        rx={4}
        fill={shape.fill}
        stroke={shape.edge}
        strokeDasharray={shape.dash || undefined}
      />
    );
  }
  if (shape.is === 'line')
    return (
      <path
        d={shape.path}
        fill="none"
        stroke={shape.ink}
        strokeWidth={shape.width}
        strokeDasharray={shape.dash || undefined}
      />
    );
  if (shape.is === 'head') return <path d={shape.path} fill={shape.ink} />;
  return (
    <text
      x={shape.at.x}
      y={shape.at.y}
      fontSize={shape.size}
      fill={shape.ink}
      fontWeight={shape.isBold ? 600 : undefined}
      textAnchor={shape.isCentred ? 'middle' : undefined}
    >
      {shape.text}
    </text>
  );
}

interface MapPictureProps {
  readonly picture: Picture;
  readonly label?: string;
}

/** The picture of a map in the page itself, as large as there is room. */
export function MapPicture({ picture, label = picture.title }: MapPictureProps) {
  const { x, y, width, height } = sheetOf(picture);
  return (
    <svg
      className="map-picture"
      viewBox={`${x} ${y} ${width} ${height}`}
      fontFamily={FONT}
      role="img"
      aria-label={label}
    >
      {shapesOf(picture).map((shape, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name, and a picture is drawn whole
        <Drawn key={at} shape={shape} />
      ))}
    </svg>
  );
}
