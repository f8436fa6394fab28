/** Partners' words are kept as they stand; only what no reader can see is taken away. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g;

export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(CONTROL, '')
    .trim();
}

/** For comparing: case, spacing and the many dashes do not count. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Two pieces of one cell: a new point starts a new line only where the points already do. */
export function joinPieces(first: string, second: string, between = '\n'): string {
  if (first === '' || second === '') return first + second;
  return first + between + second;
}
