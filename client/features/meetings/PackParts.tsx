import { formatCount } from '../../platform/format/counts';
import { Banner } from '../../platform/ui/Banner';
import type { PublishedMeeting } from './publication.queries';

type Items = PublishedMeeting['agendaItems'];

function Titles({ items }: { readonly items: Items }) {
  return (
    <ul>
      {items.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}

/** What would go to whom, told to whoever prepares a pack, as far as they see it themselves. */
export function PackParts({ items }: { readonly items: Items }) {
  const isPublic = ({ packParts }: Items[number]) => packParts.includes('PUBLIC');
  const open = items.filter(isPublic);
  const seats = items.filter((item) => !isPublic(item) && item.packParts.includes('FULL'));
  const neither = items.filter(({ packParts }) => packParts.length === 0);
  if (items.length === 0) return null;
  return (
    <div className="pack-parts">
      <p>Everybody, the public too, will read {formatCount(open.length, 'item')}.</p>
      {seats.length > 0 && (
        <>
          <p>Those with a seat on the boards will read besides:</p>
          <Titles items={seats} />
        </>
      )}
      {neither.length > 0 && (
        <Banner tone="warning">
          <p>In no part of the pack, for not all with a seat on the boards may see it:</p>
          <Titles items={neither} />
        </Banner>
      )}
    </div>
  );
}
