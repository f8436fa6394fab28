/** When something is expected, as far as a move of it goes. */
export interface Expected {
  timingAsWritten: string | null;
  timingStart: string | null;
  timingEnd: string | null;
}

/** Whether it is expected on other days. Other words for the same days are no move; words without days are all there is. */
export function hasMoved(was: Expected, now: Expected): boolean {
  if (was.timingStart !== now.timingStart || was.timingEnd !== now.timingEnd) return true;
  return now.timingEnd === null && now.timingStart === null && was.timingAsWritten !== now.timingAsWritten;
}

/** What an organisation was told and has not noted yet. */
export interface Told {
  movedAt: string | null;
  wasExpected: string | null;
  wasExpectedOn: string | null;
}

export const NOTHING_TOLD: Told = { movedAt: null, wasExpected: null, wasExpectedOn: null };

/** What there is to tell after a move: of several, how it stood before the first; of one and back again, nothing. */
export function toldOf(told: Told, was: Expected, now: Expected, at: string): Told {
  const { wasExpected, wasExpectedOn } =
    told.movedAt === null ? { wasExpected: was.timingAsWritten, wasExpectedOn: was.timingEnd } : told;
  const isBack = wasExpected === now.timingAsWritten && wasExpectedOn === now.timingEnd;
  return isBack ? NOTHING_TOLD : { movedAt: at, wasExpected, wasExpectedOn };
}
