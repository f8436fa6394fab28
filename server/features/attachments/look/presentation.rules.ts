import type { Found } from './finding.rules.js';
import { isOn, type Package } from './package.js';

export function presentationFindings(file: Package, main: string): Found[] {
  const hidden: string[] = [];
  const noted: string[] = [];
  const covered: string[] = [];
  slidesOf(file, main).forEach((part, at) => {
    const name = `Slide ${at + 1}`;
    file.read(part, {
      open: (element, { show, hidden: isShapeHidden }) => {
        if (element === 'sld' && show !== undefined && !isOn(show)) hidden.push(name);
        if (element === 'cNvPr' && isOn(isShapeHidden)) covered.push(name);
      },
    });
    const notes = [...file.relationsOf(part).values()].find(({ type }) => type === 'notesSlide');
    const noting = notes && file.partAt(part, notes.target);
    if (noting && saysSomething(file, noting)) noted.push(name);
  });
  return [
    { kind: 'HIDDEN_SLIDES', places: hidden },
    { kind: 'HIDDEN_TEXT', places: covered },
    { kind: 'SPEAKER_NOTES', places: noted },
    {
      kind: 'COMMENTS',
      places: [],
      count: file.count(file.related(/^ppt\/comments\/[^/]+\.xml$/, 'comments'), 'cm'),
    },
  ];
}

/** The parts of the slides, in the order they are shown in. */
function slidesOf(file: Package, main: string): string[] {
  const relations = file.relationsOf(main);
  const slides: string[] = [];
  file.read(main, {
    open: (element, attributes) => {
      if (element !== 'sldId') return;
      // The id of the relation has a prefix; that of the slide has none.
      const id = Object.keys(attributes).find((name) => name.endsWith(':id')) ?? '';
      const target = relations.get(attributes[id] ?? '')?.target;
      const part = target && file.partAt(main, target);
      if (part) slides.push(part);
    },
  });
  return slides;
}

/** Whether words stand in the body of a page of notes: its number and its date are no notes. */
function saysSomething(file: Package, part: string): boolean {
  let isBody = false;
  let isText = false;
  let found = false;
  file.read(part, {
    open: (name, { type }) => {
      if (name === 'sp') isBody = false;
      if (name === 'ph') isBody = type === 'body';
      isText = name === 't';
    },
    text: (text) => {
      if (isBody && isText && text.trim()) found = true;
    },
  });
  return found;
}
