/** Words that organisations' names are full of and that tell none of them apart. */
const SMALL_WORDS = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'at', 'to', '&']);
const TITLES = new Set([
  'cllr',
  'councillor',
  'dr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'prof',
  'professor',
  'rev',
  'sir',
]);

const words = (name: string): string[] =>
  name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s/-]+/)
    .filter(Boolean);

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace('.', ''));

/** The letters of an organisation's mark: 'Cumbria County Council' → 'CCC', never more than three. */
export function organisationInitials(name: string): string {
  const kept = words(name).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const [only, ...others] = kept;
  if (only === undefined) return '?';
  // An organisation known by its letters keeps them: 'NHS' stays whole when it is the only word.
  if (others.length === 0) return only.slice(0, only === only.toUpperCase() ? 3 : 2).toUpperCase();
  return kept
    .slice(0, 3)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** 'Cllr Aisha Begum Khan' → 'AK'. */
export function personInitials(name: string): string {
  const kept = words(name).filter((word) => !isTitle(word));
  const first = kept[0]?.charAt(0) ?? '?';
  const last = kept.length > 1 ? (kept.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** 'Aisha Khan' → 'A. Khan'; a single name and a title with one name stay as they are. */
export function shortPersonName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const kept = parts.filter((word) => !isTitle(word));
  const last = kept.at(-1);
  const first = kept[0];
  if (kept.length < 2 || first === undefined || last === undefined) return parts.join(' ');
  return `${first.charAt(0).toUpperCase()}. ${last}`;
}
