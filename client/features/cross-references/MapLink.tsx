import { usePartnership } from '../../platform/auth/viewer-context';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { ProposeForm } from '../actions/ProposeForm';
import { type Place, placeWords } from './mapPlaces';
import type { MapLinking } from './useMapLink';

const picked = (place: Place) => {
  const label = [place.name, place.title].filter(Boolean).join(' ');
  return { typed: label, picked: { id: place.id, label } };
};

/** A cross-reference drawn on the map: first what it points at, then what is promised. */
export function MapLink({ link }: { readonly link: MapLinking }) {
  const partnership = usePartnership();
  const { from, linked } = link;
  return (
    <>
      {from && (
        <div className="map-past">
          <Banner
            actions={
              <>
                <Button onPress={link.byName}>Find it by name</Button>
                <Button onPress={link.stop}>Stop</Button>
              </>
            }
          >
            What is {placeWords(from)} linked to? Choose an action or an external dependency, on the map or in
            the table.
          </Banner>
        </div>
      )}
      {linked?.from.planId && partnership && (
        <Dialog
          isOpen
          isDismissable={false}
          title={`Link from ${placeWords(linked.from)}`}
          onClose={link.close}
        >
          <ProposeForm
            action={{ id: linked.from.id, plan: { id: linked.from.planId } }}
            name={linked.from.name || linked.from.title}
            partnershipId={partnership.id}
            {...(linked.to ? { to: picked(linked.to) } : {})}
            isNeed={false}
            onClose={link.close}
          />
        </Dialog>
      )}
    </>
  );
}
