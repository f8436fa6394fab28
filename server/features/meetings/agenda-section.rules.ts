import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

/** What of an item decides where it goes with its heading. */
export interface Headed {
  readonly id: string;
  readonly section: string;
  readonly isRestricted: boolean;
  /** Stands at the end of every agenda. */
  readonly closes: boolean;
}

export const noSuchSection = (field: 'section' | 'afterSection') =>
  invalidInput([{ field, message: 'No item of this agenda stands under that heading.' }]);

/** What stands under a heading and goes with it: public items, or where there are none, restricted ones. */
function under(items: readonly Headed[], section: string, field: 'section' | 'afterSection'): Headed[] {
  const all = items.filter((one) => one.section === section);
  if (all.length === 0) throw noSuchSection(field);
  const going = all.filter(({ closes }) => !closes);
  if (going.length === 0) throw ruleBroken('CLOSES_THE_AGENDA', 'What closes the agenda stays last.', field);
  return going;
}

/**
 * Which items go with a heading, in their order, and after which item; null for the beginning. Items are those that the
 * actor sees, by their position. Nothing restricted goes along with what is public: so an agenda is the same afterwards,
 * whoever moved a section and whatever they see.
 */
export function sectionMove(
  items: readonly Headed[],
  section: string,
  afterSection: string | null,
): { readonly ids: readonly string[]; readonly afterId: string | null } {
  const going = under(items, section, 'section');
  const open = going.filter(({ isRestricted }) => !isRestricted);
  const ids = (open.length > 0 ? open : going).map(({ id }) => id);
  if (afterSection === null) return { ids, afterId: null };
  if (afterSection === section)
    throw invalidInput([{ field: 'afterSection', message: 'A section does not go after itself.' }]);
  const part = items.filter(({ isRestricted }) => isRestricted === (open.length === 0));
  return { ids, afterId: under(part, afterSection, 'afterSection').at(-1)?.id ?? null };
}

/** Whether the items stand one after another where they are to go already. */
export function standsThere(
  items: readonly Headed[],
  { ids, afterId }: ReturnType<typeof sectionMove>,
): boolean {
  const [first] = ids;
  const isRestricted = items.find(({ id }) => id === first)?.isRestricted;
  const order = items.filter((one) => one.isRestricted === isRestricted).map(({ id }) => id);
  const from = afterId === null ? 0 : order.indexOf(afterId) + 1;
  return ids.every((id, i) => order[from + i] === id);
}
