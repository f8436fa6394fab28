import { refusedByLimit } from './document-refused.js';
import type { Limits } from './limit-values.js';

/**
 * Looks at the text before it is parsed: the parser calls itself once for each bracket it opens, so
 * brackets are counted here, where nothing calls itself.
 */
export function checkText(query: string, limits: Pick<Limits, 'bytes' | 'nesting'>): void {
  if (query.length > limits.bytes || Buffer.byteLength(query) > limits.bytes) {
    throw refusedByLimit(`The document is longer than ${limits.bytes} bytes.`);
  }
  if (deepestBracket(query) > limits.nesting) {
    throw refusedByLimit(`The document nests brackets more than ${limits.nesting} deep.`);
  }
}

function deepestBracket(query: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < query.length; at++) {
    const char = query[at];
    if (char === '#') at = endOfLine(query, at);
    else if (char === '"') at = endOfString(query, at);
    else if (char === '{' || char === '[' || char === '(') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']' || char === ')') depth--;
  }
  return deepest;
}

function endOfLine(query: string, from: number): number {
  let at = from;
  while (at < query.length && query[at] !== '\n' && query[at] !== '\r') at++;
  return at;
}

function endOfString(query: string, from: number): number {
  if (query.startsWith('"""', from)) return endOfBlockString(query, from);
  let at = from + 1;
  for (; at < query.length; at++) {
    const char = query[at];
    if (char === '\\') at++;
    // A line's end inside a string is a syntax error: the parser stops there too.
    else if (char === '"' || char === '\n' || char === '\r') break;
  }
  return at;
}

function endOfBlockString(query: string, from: number): number {
  let at = query.indexOf('"""', from + 3);
  while (at > 0 && query[at - 1] === '\\') at = query.indexOf('"""', at + 3);
  return at === -1 ? query.length : at + 2;
}
