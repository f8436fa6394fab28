import { useState } from 'react';
import { Link } from 'react-router';
import { useHere } from '../../platform/auth/viewer-context';
import { formatReference } from '../../platform/format/references';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { PlaceDialog } from './PlaceDialog';
import { usePlacementVerbs } from './placement.operations';
import { homeWords, type Place, placeWords } from './placements';

interface LineProps {
  readonly place: Place;
  readonly actionId: string;
  readonly canChange: boolean;
}

/** One further place, with its reference there. */
function PlaceLine({ place, actionId, canChange }: LineProps) {
  const { save, planId } = usePlanContext();
  const verbs = usePlacementVerbs();
  const { onFocusCapture, begunAt } = useBegunVersion(place.version);
  const words = placeWords(place);
  const isHere = place.plan.id === planId;
  const takeOut = async (): Promise<void> => {
    const refused = await verbs.takeOut({ id: place.id, expectedVersion: place.version });
    tellOutcome(refused, `It stands in ${place.plan.title} no longer`);
  };
  const rename = (next: string): Promise<void> =>
    save({
      item: words,
      version: begunAt(),
      label: () => 'Reference',
      send: (expectedVersion) =>
        verbs.update({ id: place.id, expectedVersion, reference: next.trim() || null }),
    });
  return (
    <li className="fact-line" onFocusCapture={onFocusCapture}>
      <Link to={`/plans/${place.plan.id}/actions/${actionId}`} preventScrollReset>
        {words}
      </Link>
      {canChange && isHere && place.mayPlace.update && (
        <>
          <span className="quiet">called here</span>
          <EditInPlaceText
            label={`Reference in ${place.plan.title}`}
            value={place.placedAs ?? ''}
            placeholder="No reference"
            canEdit
            onSave={rename}
          />
        </>
      )}
      {canChange && place.mayPlace.archive && (
        <Button
          size="sm"
          look="quiet"
          {...(isHere ? {} : { 'aria-label': `Take it out of ${place.plan.title}` })}
          onPress={() => void takeOut()}
        >
          {isHere ? 'Take out of this plan' : 'Take it out'}
        </Button>
      )}
    </li>
  );
}

/** All plans an action stands in, its home first, and putting it into another. */
export function ActionPlaces({ action, name }: PartProps) {
  const { asOf } = usePlanContext();
  const { organisations } = useHere();
  const [isPlacing, setPlacing] = useState(false);
  const canChange = asOf === null && action.archivedAt === null;
  // Where exactly they may, the dialog asks.
  const mayPlace = canChange && organisations.some(({ canCreate }) => canCreate);
  return (
    <div className="fact">
      <ul className="fact">
        <li className="fact-line">
          <Link to={`/plans/${action.plan.id}/actions/${action.id}`} preventScrollReset>
            {homeWords(action)}
          </Link>
          {action.placements.length > 0 && <span className="quiet">its home</span>}
        </li>
        {action.placements.map((place) => (
          <PlaceLine key={place.id} place={place} actionId={action.id} canChange={canChange} />
        ))}
      </ul>
      {mayPlace && (
        <Button size="sm" icon="plus" onPress={() => setPlacing(true)}>
          Also put it into another plan…
        </Button>
      )}
      {isPlacing && (
        <PlaceDialog
          action={action}
          name={formatReference(action.workstream.number, action.reference) || name}
          onClose={() => setPlacing(false)}
        />
      )}
    </div>
  );
}
