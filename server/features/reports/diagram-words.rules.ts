/** How wide words are, where nobody has the letters to measure them: wider than in most fonts rather than narrower. */

const WIDTHS: readonly [RegExp, number][] = [
  [/[ijl.,:;'’‘|!]/, 0.33],
  [/[fIrt()[\]{}/\\\s"“”-]/, 0.43],
  [/[mwMW@%–—…]/, 0.98],
  [/\p{Lu}/u, 0.73],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u, 1.1],
];
const OTHERS = 0.62;
/** Bold letters are that much wider. */
const BOLD = 1.1;

/** In the size of a letter. */
export const widthOf = (text: string, isBold = false): number =>
  [...text].reduce((sum, letter) => sum + (WIDTHS.find(([some]) => some.test(letter))?.[1] ?? OTHERS), 0) *
  (isBold ? BOLD : 1);

/** Lines no wider than that, and no more than so many: the last one says where something was left out. */
export function linesWithin(text: string, width: number, most: number, isBold = false): string[] {
  const fits = (line: string) => widthOf(line, isBold) <= width;
  const lines: string[] = [];
  for (const piece of text.split(/\s+/).flatMap((word) => piecesOf(word, fits))) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  const letters = [...(lines[most - 1] ?? '')];
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return [...lines.slice(0, most - 1), `${letters.join('').trimEnd()}…`];
}

/** A word that is wider than a line is broken where the line ends. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
