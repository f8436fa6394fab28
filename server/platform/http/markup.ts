/** Pages of plain HTML, written on the server: no script, one stylesheet, nothing of anybody else’s. */

const isMarkup = Symbol('markup');

/** HTML that is safe to put into HTML; whatever else is put there is text. */
export interface Markup {
  readonly [isMarkup]: true;
  readonly text: string;
}

type Part = Markup | string | number | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: neither HTML nor XML has a place for these.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escaped = (text: string): string =>
  text.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const written = (part: Part): string => {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isMarkup in part ? part.text : part.map(written).join('');
};

/** What is put in is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.map((said, i) => (i < parts.length ? said + written(parts[i] ?? '') : said)).join('');
  return { [isMarkup]: true, text };
}

/** Something of a value, where there is one. */
export const when = (value: string | null | undefined, make: (value: string) => Markup): Markup | string =>
  value ? make(value) : '';

export interface Page {
  title: string;
  main: Markup;
  /** Where one is: what lies above it, outermost first. */
  trail?: readonly { words: string; href: string }[];
  /** Feeds that tell of the same. */
  feeds?: readonly { type: string; title: string; href: string }[];
  /** Whether search engines may list it. */
  isListed?: boolean;
}

export function page({ title, main, trail = [], feeds = [], isListed = true }: Page): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${
  isListed
    ? ''
    : html`<meta name="robots" content="noindex">
`
}<title>${title}</title>
<link rel="stylesheet" href="/public-pages.css">
${feeds.map(
  ({ type, title: name, href }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">
`,
)}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>${trail.length ? html`<nav aria-label="Where you are"><ol>${trail.map(({ words, href }) => html`<li><a href="${href}">${words}</a></li>`)}</ol></nav>` : html`<p>Public meetings</p>`}</header>
<main id="main">
${main}
</main>
</body>
</html>
`.text;
}
