/** How an agenda runs: both sides work it out, the page while minutes are being moved about. */

interface Running {
  readonly isRestricted: boolean;
  /** Null for an item that takes no time of its own, such as any other business. */
  readonly minutes: number | null;
}

interface Stands<T> {
  readonly item: T;
  /** From 1. */
  readonly number: number;
  /** “10:30”; null for an item without minutes. */
  readonly startsAt: string | null;
}

export const minutesOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const DAY = 24 * 60;

/** “10:30”; what runs past midnight begins again at 00:00. */
export const clockOf = (minutes: number): string => {
  const within = ((minutes % DAY) + DAY) % DAY;
  return [Math.floor(within / 60), within % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/**
 * Items, given by their position, as the meeting takes them: the public part, then what press and public are excluded
 * from. So no number or time of the public part depends on what is restricted, and none can betray it.
 */
export function runningOrder<T extends Running>(startsAt: string, items: readonly T[]): Stands<T>[] {
  const ordered = [
    ...items.filter(({ isRestricted }) => !isRestricted),
    ...items.filter((item) => item.isRestricted),
  ];
  let at = minutesOf(startsAt);
  return ordered.map((item, i) => {
    const begins = at;
    at += item.minutes ?? 0;
    return { item, number: i + 1, startsAt: item.minutes === null ? null : clockOf(begins) };
  });
}

export const plannedMinutes = (items: readonly Running[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** By how much the items run over the planned end; negative while there is time left, null without a planned end. */
export const overrunMinutes = (
  startsAt: string,
  endsAt: string | null,
  items: readonly Running[],
): number | null =>
  endsAt === null ? null : minutesOf(startsAt) + plannedMinutes(items) - minutesOf(endsAt);
