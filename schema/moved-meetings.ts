/** How a meeting that was moved is told of: both sides say it in the same words. */

export interface Whereabouts {
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly place: string | null;
}

/** What is other than it was: “Friday 19 July 2030, 10:30, Town Hall”, or only the part that moved. */
export function movedFrom(was: Whereabouts, is: Whereabouts, dayInWords: (day: string) => string): string {
  const isOtherDay = was.meetsOn !== is.meetsOn;
  return [
    ...(isOtherDay ? [dayInWords(was.meetsOn)] : []),
    ...(was.startsAt === is.startsAt ? [] : [was.startsAt]),
    ...(was.place !== null && was.place !== is.place ? [was.place] : []),
  ].join(', ');
}

/** Whether what was published then is of the day, the time and the place before the move. */
export const isFromBefore = (publishedAt: string | null, movedAt: string | undefined): boolean =>
  publishedAt !== null && movedAt !== undefined && Date.parse(publishedAt) < Date.parse(movedAt);
