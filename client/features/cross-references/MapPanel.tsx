import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { Button, IconButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { ANSWER_WORDS, type CrossReference, endWords, type ReferenceEnd } from '../actions/crossReferences';
import { MoveButtons } from './MapPinned';
import type { MapAsked } from './map.queries';
import type { MapState, PutInAddress } from './mapAddress';
import { bundlesOf, type MapGraph, withParts } from './mapGraph';
import { opensIn, type Place, placeWords } from './mapPlaces';
import { useMapReferences } from './mapReferences';
import { addressOf, endName, referencesOf, strainWords, verb } from './referenceSentences';
import type { MapPinning } from './useMapPins';

interface MapPanelProps {
  readonly asked: MapAsked;
  readonly graph: MapGraph;
  /** How often something was told to have changed. */
  readonly told: number;
  /** A place or a bundle. */
  readonly selected: string;
  readonly state: MapState;
  readonly put: PutInAddress;
  /** Opens a place in place, or closes it. */
  readonly onToggle: (id: string) => void;
  /** Moves a place; nothing where no map is drawn. */
  readonly onMove: MapPinning['nudge'] | null;
  /** Begins a cross-reference at a place; nothing where nothing can be changed. */
  readonly onLink: ((from: Place) => void) | null;
  readonly onClose: () => void;
}

function End({ end }: { readonly end: ReferenceEnd }) {
  const address = addressOf(end);
  const name = endName(end);
  return (
    <>
      {(end.__typename === 'Action' || end.__typename === 'ExternalDependency') && (
        <StatusBlock status={end.status} />
      )}{' '}
      {address ? <Link to={address}>{name}</Link> : <b>{name}</b>}
    </>
  );
}

/** 'WS2 B12 needs WS4 C2 — strained: WS4 C2 is Amber.' and below it what the two are. */
function Sentence({ reference }: { readonly reference: CrossReference }) {
  const { from, to, note, answer } = reference;
  const strain = strainWords(reference);
  if (!to) return null;
  return (
    <li
      className={`map-sentence map-${reference.strain.level === 'NONE' ? 'holds' : reference.strain.level.toLowerCase()}`}
    >
      <p>
        <End end={from} /> {verb(reference)} <End end={to} />
        {strain && (
          <span className="map-sentence-strain">
            {' '}
            — <strong>{strain.word}</strong>
            {strain.reasons && `: ${strain.reasons}`}
          </span>
        )}
      </p>
      <p className="map-sentence-words">
        {endWords(from).words} → {endWords(to).words}
      </p>
      {note && <p className="map-sentence-note">“{note}”</p>}
      {answer !== 'CONFIRMED' && (
        <Badge look={answer === 'DISPUTED' ? 'danger' : 'plain'}>{ANSWER_WORDS[answer]}</Badge>
      )}
    </li>
  );
}

const placeAt = ({ places, opened }: MapGraph, selected: string): Place | undefined =>
  [...places, ...opened].find(({ id }) => id === selected);

function titleOf(graph: MapGraph, selected: string): string | null {
  const place = placeAt(graph, selected);
  if (place) return placeWords(place);
  const bundle = bundlesOf(graph).find(({ id }) => id === selected);
  if (!bundle) return null;
  return bundle.from === bundle.to
    ? placeWords(bundle.from)
    : `${placeWords(bundle.from)} → ${placeWords(bundle.to)}`;
}

/** What can be done with a place: opened in place, closed again, looked at with what is around it. */
function PlaceVerbs({
  graph,
  selected,
  state,
  put,
  onToggle,
  onMove,
  onLink,
}: Omit<MapPanelProps, 'asked' | 'told' | 'onClose'>) {
  const place = placeAt(graph, selected);
  if (!place) return null;
  const isOpen = state.opened.includes(place.id);
  const { within } = place;
  return (
    <div className="map-panel-verbs">
      {opensIn(state.level, place) && (
        <Button size="sm" onPress={() => onToggle(place.id)}>
          {isOpen ? 'Close it again' : 'Open in place'}
        </Button>
      )}
      {within !== null && (
        <Button size="sm" onPress={() => onToggle(within)}>
          Close what it is part of
        </Button>
      )}
      {state.around?.id !== place.id && graph.places.includes(place) && (
        <Button size="sm" icon="target" onPress={() => put({ around: place.id, up: null, down: null })}>
          Only what is around it
        </Button>
      )}
      {onLink && place.canLink && (
        <Button size="sm" icon="link" onPress={() => onLink(place)}>
          Link from here to…
        </Button>
      )}
      {onMove && graph.places.includes(place) && !isOpen && <MoveButtons place={place} onMove={onMove} />}
    </div>
  );
}

/** What stands behind a place or an edge, sentence by sentence. It stays beside the map, which goes on being live. */
export function MapPanel({ asked, graph, told, selected, onClose, ...verbs }: MapPanelProps) {
  const { answer, error, again } = useMapReferences(asked, told, true);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is opened next takes the focus too
  useEffect(() => heading.current?.focus(), [selected]);
  const title = titleOf(graph, selected) ?? 'No longer on the map';
  const references = answer && referencesOf(answer, selected, withParts(graph, selected));
  return (
    <aside
      className="map-panel"
      aria-label="Cross-references"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="map-panel-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {references && <p className="quiet">{formatCount(references.length, 'cross-reference')}</p>}
        </div>
        <IconButton icon="close" label="Close" onPress={onClose} />
      </div>
      <PlaceVerbs {...verbs} {...{ graph, selected }} />
      {references ? (
        <ul className="map-sentences">
          {references.map((reference) => (
            <Sentence key={reference.id} reference={reference} />
          ))}
        </ul>
      ) : error ? (
        <ErrorState onRetry={again} />
      ) : (
        <LoadingState what="the cross-references" shape="text" lines={5} />
      )}
    </aside>
  );
}
