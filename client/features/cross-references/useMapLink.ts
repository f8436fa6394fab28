import { useState } from 'react';
import { announce } from '../../platform/ui/Announcer';
import { canBeLinked, type Place, placeWords } from './mapPlaces';

export interface Linked {
  readonly from: Place;
  /** Still to be found by name when it is not there. */
  readonly to: Place | null;
}

/** A cross-reference in the making: from an action to what is pointed at next. */
export function useMapLink(places: readonly Place[], canChange: boolean) {
  const [from, setFrom] = useState<Place | null>(null);
  const [linked, setLinked] = useState<Linked | null>(null);
  const place = (id: string): Place | undefined => places.find((one) => one.id === id);
  const begin = (at: Place): void => {
    setFrom(at);
    announce(`Now choose what ${placeWords(at)} is linked to, on the map or in the table`);
  };
  const finish = (at: Place, to: Place | null): void => {
    setFrom(null);
    setLinked({ from: at, to });
  };
  return {
    from,
    linked,
    begin: canChange ? begin : null,
    /** Whether what was pointed at was taken as the other end. */
    point: (id: string): boolean => {
      const to = place(id);
      if (!from || !to || !canBeLinked(to) || to.id === from.id) return false;
      finish(from, to);
      return true;
    },
    draw: (fromId: string, toId: string): void => {
      const [at, to] = [place(fromId), place(toId)];
      if (canChange && at?.canLink && to && canBeLinked(to)) finish(at, to);
    },
    byName: () => from && finish(from, null),
    stop: () => setFrom(null),
    close: () => setLinked(null),
  };
}

export type MapLinking = ReturnType<typeof useMapLink>;
