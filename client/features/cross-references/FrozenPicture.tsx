import { MapPicture } from './MapPicture';
import type { Picture } from './mapPicture';

/** The picture as it is on paper, whatever the screen looks like. The table beside it holds the same. */
export function FrozenPicture({ picture }: { readonly picture: Picture }) {
  return (
    // A picture wider than the screen is scrolled within its frame, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
    <section className="frozen-picture" aria-label="The picture" tabIndex={0}>
      <MapPicture picture={picture} label={`${picture.title}. The table below holds the same.`} />
    </section>
  );
}
