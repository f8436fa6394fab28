import { BragStatus } from '../../../schema/vocabulary.js';

/** What the colours mean where a partnership has said nothing else. */
const defaults: Record<BragStatus, string> = {
  BLUE: 'Completed and signed off.',
  GREEN: 'Under way and on target.',
  AMBER: 'Planned but not begun, or barriers identified.',
  RED: 'Significant barriers to implementation.',
  NOT_YET_RATED: 'Nobody has rated it yet.',
};

type Definitions = Readonly<Record<string, string>>;

/** Every status in its order, in the partnership’s own words where it has some. */
export function bragDefinitions(own: Definitions): { status: BragStatus; meaning: string }[] {
  return Object.values(BragStatus).map((status) => ({ status, meaning: own[status] ?? defaults[status] }));
}

/** The partnership’s own words with some replaced; without words a colour goes back to what it commonly means. */
export function redefine(
  own: Definitions,
  given: readonly { status: BragStatus; meaning?: string | null }[],
): Record<string, string> {
  const words = new Map(Object.entries(own));
  for (const { status, meaning } of given) {
    if (meaning) words.set(status, meaning);
    else words.delete(status);
  }
  return Object.fromEntries([...words].sort(([a], [b]) => (a < b ? -1 : 1)));
}
