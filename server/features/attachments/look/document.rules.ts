import type { Found } from './finding.rules.js';
import { attribute, isOn, type Package } from './package.js';

const TRACKED = new Set([
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'sectPrChange',
]);

/** What is beside the text itself, and is read with it. */
const BESIDE = ['header', 'footer', 'footnotes', 'endnotes'];

export function documentFindings(file: Package, main: string): Found[] {
  const authors = new Set<string>();
  let tracked = 0;
  let hidden = 0;
  const beside = file.related(/^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/, ...BESIDE);
  for (const part of new Set([main, ...beside])) {
    let isHidden = false;
    let isCounted = false;
    file.read(part, {
      open: (name, attributes) => {
        if (TRACKED.has(name)) {
          tracked += 1;
          authors.add(attribute(attributes, 'author') ?? '');
        }
        if (name === 'r') [isHidden, isCounted] = [false, false];
        if (name === 'vanish') isHidden = isOn(attribute(attributes, 'val') ?? 'on');
        if (name === 't' && isHidden && !isCounted) {
          hidden += 1;
          isCounted = true;
        }
      },
    });
  }
  return [
    { kind: 'TRACKED_CHANGES', places: [...authors], count: tracked },
    { kind: 'COMMENTS', ...commentsOf(file) },
    { kind: 'HIDDEN_TEXT', places: [], count: hidden },
  ];
}

function commentsOf(file: Package): { places: string[]; count: number } {
  const authors = new Set<string>();
  let count = 0;
  for (const part of file.related(/^word\/comments\.xml$/, 'comments'))
    file.read(part, {
      open: (name, attributes) => {
        if (name !== 'comment') return;
        count += 1;
        authors.add(attribute(attributes, 'author') ?? '');
      },
    });
  return { places: [...authors], count };
}
