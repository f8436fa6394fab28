import type { PartProps } from './actionPanel.queries';
import { SameWorkOffer } from './SameWorkOffer';
import { useSameWork } from './sameWork';

interface SameWorkOffersProps extends PartProps {
  readonly onDone: () => void;
}

/** What other plans may call the same work: offered to whoever may propose it, never said by itself. */
export function SameWorkOffers({ action, name, onDone }: SameWorkOffersProps) {
  const { offers, again } = useSameWork(action.id, action.viewerCan.propose);
  if (offers.length === 0) return null;
  const done = (): void => {
    onDone();
    again();
  };
  return (
    <section className="same-work" aria-label={`Possibly the same work as ${name}`}>
      <h3>Possibly the same work as</h3>
      <ul className="offers">
        {offers.map((offer) => (
          <SameWorkOffer key={offer.action.id} offer={offer} action={action} name={name} onDone={done} />
        ))}
      </ul>
    </section>
  );
}
