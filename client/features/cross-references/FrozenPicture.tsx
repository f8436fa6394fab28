import { FONT, PAPER, type Picture, type Shape, shapesOf, sheetOf } from './mapPicture';

function Drawn({ shape }: { readonly shape: Shape }) {
  if (shape.is === 'box') {
    const { at, fill, edge, dash } = shape;
    return <rect {...at} rx={4} fill={fill} stroke={edge} strokeDasharray={dash || undefined} />;
  }
  if (shape.is === 'line') {
    const { path, ink, width, dash } = shape;
    return <path d={path} fill="none" stroke={ink} strokeWidth={width} strokeDasharray={dash || undefined} />;
  }
  if (shape.is === 'head') return <path d={shape.path} fill={shape.ink} />;
  const { at, size, ink, isCentred, isBold, text } = shape;
  return (
    <text
      {...at}
      fontSize={size}
      fill={ink}
      textAnchor={isCentred ? 'middle' : undefined}
      fontWeight={isBold ? 600 : undefined}
    >
      {text}
    </text>
  );
}

/** The picture as it is on paper, whatever the screen looks like. The table beside it holds the same. */
export function FrozenPicture({ picture }: { readonly picture: Picture }) {
  const sheet = sheetOf(picture);
  const { x, y, width, height } = sheet;
  return (
    // A picture wider than the screen is scrolled within its frame, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
    <section className="frozen-picture" aria-label="The picture" tabIndex={0}>
      <svg
        viewBox={`${x} ${y} ${width} ${height}`}
        role="img"
        aria-label={`${picture.title}. The table below holds the same.`}
        fontFamily={FONT}
      >
        <rect {...sheet} fill={PAPER} />
        {shapesOf(picture).map((shape, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen picture never changes
          <Drawn key={at} shape={shape} />
        ))}
      </svg>
    </section>
  );
}
