import { useEffect, useState } from 'react';
import { useToday } from '../../platform/format/useToday';
import { classes } from '../../platform/ui/classes';
import type { MapAsked } from './map.queries';
import { bundlesOf, type MapGraph } from './mapGraph';
import { type PointedStore, usePointed } from './mapPointed';
import { useMapReferences } from './mapReferences';
import { bundleSentence, placeSentence } from './mapSentence';
import { referencesOf } from './referenceSentences';

/** Who only passes over a line does not want to know what is behind it. */
const DWELL_MS = 200;

interface MapSaidProps {
  readonly asked: MapAsked;
  /** How often something was told to have changed. */
  readonly told: number;
  readonly shown: MapGraph;
  readonly pointed: PointedStore;
}

const NO_PLACES: ReadonlySet<string> = new Set();

/** What a person would say of what is pointed at or has the focus: on the other side of the map, so that it hides nothing of it. */
export function MapSaid({ asked, told, shown, pointed }: MapSaidProps) {
  const at = usePointed(pointed);
  const today = useToday();
  const id = at?.id ?? null;
  const bundle = id === null ? undefined : bundlesOf(shown).find((one) => one.id === id);
  const place = bundle ? undefined : [...shown.places, ...shown.opened].find((one) => one.id === id);
  const [dwelt, setDwelt] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDwelt(id), DWELL_MS);
    return () => clearTimeout(timer);
  }, [id]);
  const isAmiss = bundle !== undefined && bundle.strained + bundle.broken > 0;
  const strainedOnly = { ...asked, filter: { ...asked.filter, strained: true } };
  const { answer } = useMapReferences(strainedOnly, told, isAmiss && dwelt === id);
  const behind = bundle && answer ? referencesOf(answer, bundle.id, NO_PLACES) : null;
  const words = bundle ? bundleSentence(bundle, behind, today) : place ? placeSentence(place, shown) : '';
  return (
    <p
      className={classes('map-said', at?.isAbove === true && 'is-below', words === '' && 'is-silent')}
      role="status"
    >
      {words}
    </p>
  );
}
