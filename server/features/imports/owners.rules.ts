/** Takes the words of an owner cell apart: several people in one cell, each as written. Pure: no names are known here. */

/** One owner of a cell: the words, and how they are put together. */
export interface OwnerPart {
  /** Exactly as it stands, without the signs around it. */
  asWritten: string;
  /** What comes first: a person, a post or a body. */
  name: string;
  /** What follows in brackets, after a dash or a comma: “(North Cumbria)”, “– Chief Executive, …”. */
  details: readonly string[];
  /** “TBC”, “None”: nobody yet. */
  isGap: boolean;
}

const GAP =
  /^(?:tb[acd]|to be (?:confirmed|agreed|determined|appointed|advised|identified)|n\/?a|none|nil|vacant|unknown|[-–—?.]*)$/i;

/** One wording for what is typed in many: case, accents, punctuation, “&”, a title before the name. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|mr|mrs|ms|miss|dr|prof|professor|cllr|councillor|sir|dame) (?=.)/, '');
}

/** Words that stand in posts and bodies, never in a person’s name. */
const NO_NAME =
  /\b(?:officer|director|directors|head|chief|chair|manager|managers|lead|leads|nurse|nurses|consultant|assistant|deputy|interim|executive|clinical|medical|public|social|adult|adults|children|childrens|team|teams|service|services|trust|trusts|council|councils|borough|county|city|district|health|healthcare|care|hospital|hospitals|university|nhs|ccg|icb|stp|pcn|group|groups|commissioning|partnership|partnerships|partner|partners|board|boards|forum|forums|network|programme|project|police|fire|rescue|authority|foundation|sector|representative|all|north|south|east|west|and|of|for|the|with|in|tbc)\b/i;
const NAME_WORD = /^(?:\p{Lu}\.?|\p{Lu}[\p{L}'’]*(?:-\p{Lu}?[\p{L}'’]+)*)$/u;

/** “Jo Atkinson”, “J. Atkinson”: two to four capitalised words, none of which says what somebody does. */
export function looksLikePerson(text: string): boolean {
  const words = text
    .trim()
    .replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr)\.? /, '')
    .split(/\s+/);
  if (words.length < 2 || words.length > 4 || NO_NAME.test(text)) return false;
  const last = words.at(-1) ?? '';
  return words.every((word) => NAME_WORD.test(word)) && /\p{Ll}/u.test(last);
}

/**
 * The owners of a cell in their order. Lines and semicolons always part them; slashes too, but in a name that is known
 * (“Health/Social Care Board”), in a date or ratio and in “and/or”; commas and “and” only where every piece is a
 * person’s name or a body that is known, so that “Chief Nurse, Morecambe Bay” stays one.
 */
export function splitOwners(text: string, isKnown: (piece: string) => boolean): OwnerPart[] {
  if (isKnown(text) || GAP.test(text.trim())) return partsOf([text]);
  const strong = splitOutsideBrackets(text, /[\n\r;|•·▪]/).flatMap((piece) => splitAtSlashes(piece, isKnown));
  return partsOf(strong.flatMap((piece) => splitWeakly(piece, isKnown)));
}

/** Not between two figures, nor in “and/or”. */
const SLASH = /(?<!\d\s*)\/|\/(?!\s*\d)/;
const AND_OR = /\band\s*\/\s*or\b/gi;
/** Longer names than this many pieces are nobody’s. */
const LONGEST_RUN = 4;

function splitAtSlashes(text: string, isKnown: (piece: string) => boolean): string[] {
  // A sign that stands in no text keeps its place meanwhile.
  const masked = text.replace(AND_OR, (word) => word.replace('/', '\u0001'));
  const pieces = splitOutsideBrackets(masked, SLASH).map((piece) => piece.replaceAll('\u0001', '/'));
  const owners: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let length = Math.min(LONGEST_RUN, pieces.length - from);
    while (length > 1 && !isKnown(bare(pieces.slice(from, from + length).join('/')))) length -= 1;
    owners.push(pieces.slice(from, from + length).join('/'));
    from += length;
  }
  return owners;
}

function splitWeakly(text: string, isKnown: (piece: string) => boolean): string[] {
  if (isKnown(text)) return [text];
  const pieces = splitOutsideBrackets(text, /,|&| and(?:\s*\/\s*or)? /).filter((piece) => bare(piece) !== '');
  const standsAlone = (piece: string) => {
    const name = bare(piece.replace(/\([^()]*\)/g, ' '));
    return isKnown(bare(piece)) || isKnown(name) || looksLikePerson(name);
  };
  return pieces.length > 1 && pieces.every(standsAlone) ? pieces : [text];
}

function partsOf(pieces: readonly string[]): OwnerPart[] {
  return pieces
    .map(bare)
    .filter((piece) => piece !== '')
    .map(partOf);
}

/** Brackets of several kinds and dashes set details off; so does a comma. */
function partOf(asWritten: string): OwnerPart {
  const isGap = GAP.test(asWritten);
  const [name = asWritten, ...details] = asWritten
    .split(/\s*[()[\]]\s*|\s+[-–—]+\s*|[–—]\s*|(?<=\p{L})-\s+|,\s*/u)
    .map(bare)
    .filter((piece) => piece !== '');
  return { asWritten, name, details, isGap };
}

const bare = (text: string): string =>
  text
    .trim()
    .replace(/^(?:[,;&\s]|and(?:\/or)?\s)+|[,;&\s?]+$/gi, '')
    .replace(/^\.+|\.+$/g, '')
    .trim();

/** Splits at a sign or word, where no bracket is open. */
function splitOutsideBrackets(text: string, at: RegExp): string[] {
  const pieces: string[] = [];
  const sign = new RegExp(`${at.source}|[()]`, 'gi');
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(sign)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      pieces.push(text.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}
