import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import {
  DEEPEST,
  HEADING_LEVELS,
  isSafeAddress,
  LARGEST_TEXT,
  LONGEST_ALT,
  type SectionText,
  type TextBlock,
  type TextRun,
} from '../../../schema/report-text.js';
import { LiveBlockKind } from '../../../schema/report-words.js';
import { ruleBroken } from '../../platform/graphql/errors.js';

/** Nothing of it could be taken: either it was not made by an editor of ours, or something before it is missing. */
export const notUnderstood = () =>
  ruleBroken('TEXT_NOT_UNDERSTOOD', 'What was written could not be understood. Nothing of it was taken.');
const missingBefore = () =>
  ruleBroken('TEXT_MISSING_BEFORE', 'Something written before this has not arrived: send it along.');
const tooLong = () =>
  ruleBroken('TEXT_TOO_LONG', 'The report has become too long to be written together: shorten it first.');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value);
const isNumber = (value: unknown) => typeof value === 'number' && value > 0 && value <= 100;
const SPAN = { colspan: isNumber, rowspan: isNumber, colwidth: (value: unknown) => value === null };

/** Each element there is, with what may be said of it. */
const ELEMENTS: Record<string, Record<string, (value: unknown) => boolean>> = {
  paragraph: {},
  heading: { level: (value) => HEADING_LEVELS.includes(value as number) },
  bullet_list: {},
  ordered_list: { order: isNumber },
  list_item: {},
  table: {},
  table_row: {},
  table_cell: SPAN,
  table_header: SPAN,
  live_block: {
    shows: (value) => Object.hasOwn(LiveBlockKind, String(value)),
    itemId: isUuid,
  },
  image: {
    attachmentId: isUuid,
    alt: (value) => typeof value === 'string' && value.length <= LONGEST_ALT,
  },
};

const MARKS: Record<string, (value: unknown) => boolean> = {
  strong: (value) => value === true || (typeof value === 'object' && Object.keys(value ?? {}).length === 0),
  link: (value) => {
    const href = (value as { href?: unknown } | null)?.href;
    return typeof href === 'string' && isSafeAddress(href);
  },
};

/** A text read from what was stored: one state, and the pieces written since. */
export function textFrom(state: Uint8Array, pieces: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  doc.transact(() => {
    for (const piece of pieces) Y.applyUpdate(doc, piece);
  });
  return doc;
}

/**
 * Takes what somebody wrote, or refuses it as a whole: what it is made of is looked at before it is let in. Answers
 * with what it adds; null when all of it was there already. The text it was tried on is spoilt by a refusal.
 */
export function take(doc: Y.Doc, piece: Uint8Array, sections: readonly string[]): Uint8Array | null {
  checkMade(piece);
  let added: Uint8Array | null = null;
  const note = (update: Uint8Array) => {
    added = update;
  };
  doc.on('update', note);
  try {
    Y.applyUpdate(doc, piece);
  } catch {
    throw notUnderstood();
  } finally {
    doc.off('update', note);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) throw missingBefore();
  if (!added) return null;
  for (const [key, root] of doc.share) {
    if (!sections.includes(key)) throw notUnderstood();
    if (root._map.size > 0) throw notUnderstood();
    check(doc.getXmlFragment(key), 0);
  }
  return added;
}

/**
 * What a piece is made of, looked at before any of it is taken: Yjs takes ever longer over text the more sorts of marks
 * there are in it, and puts up with some that it cannot show.
 */
function checkMade(piece: Uint8Array): void {
  for (const { content } of itemsIn(piece)) {
    if (content instanceof Y.ContentFormat) {
      const { key, value } = content as { key: string; value: unknown };
      if (!Object.hasOwn(MARKS, key) || (value !== null && !MARKS[key]?.(value))) throw notUnderstood();
    } else if (!MADE_OF.some((kind) => content instanceof kind)) throw notUnderstood();
  }
}

const MADE_OF = [Y.ContentString, Y.ContentType, Y.ContentAny, Y.ContentDeleted] as const;

function itemsIn(piece: Uint8Array): Y.Item[] {
  try {
    return Y.decodeUpdate(piece).structs.filter((one): one is Y.Item => one instanceof Y.Item);
  } catch {
    throw notUnderstood();
  }
}

/** What has gathered, as one piece to begin from. */
export function gathered(doc: Y.Doc): Uint8Array {
  const state = Y.encodeStateAsUpdate(doc);
  if (state.length > LARGEST_TEXT) throw tooLong();
  return state;
}

function check(parent: Y.XmlFragment, depth: number): void {
  if (depth > DEEPEST) throw notUnderstood();
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) checkText(child, parent);
    else if (child instanceof Y.XmlElement) {
      const allowed = Object.hasOwn(ELEMENTS, child.nodeName) ? ELEMENTS[child.nodeName] : undefined;
      if (!allowed) throw notUnderstood();
      for (const [name, value] of Object.entries(child.getAttributes()))
        if (!Object.hasOwn(allowed, name) || !allowed[name]?.(value)) throw notUnderstood();
      check(child, depth + 1);
    } else throw notUnderstood();
  }
}

function checkText(text: Y.XmlText, parent: Y.XmlFragment): void {
  const isIn = parent instanceof Y.XmlElement && ['paragraph', 'heading'].includes(parent.nodeName);
  if (!isIn || Object.keys(text.getAttributes()).length > 0) throw notUnderstood();
  for (const { insert } of text.toDelta() as Delta[]) if (typeof insert !== 'string') throw notUnderstood();
}

interface Delta {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

/** What stands in each section, in the template’s order. */
export const sectionsIn = (doc: Y.Doc, keys: readonly string[]): SectionText[] =>
  keys.map((key) => ({ key, blocks: blocksIn(doc.getXmlFragment(key)) }));

function blocksIn(parent: Y.XmlFragment): TextBlock[] {
  return parent
    .toArray()
    .flatMap((child): TextBlock[] => (child instanceof Y.XmlElement ? blockOf(child) : []));
}

function blockOf(element: Y.XmlElement): TextBlock[] {
  const said = element.getAttributes() as Record<string, unknown>;
  switch (element.nodeName) {
    case 'heading':
      return [
        { kind: 'heading', level: (said['level'] as number) ?? HEADING_LEVELS[0], runs: runsIn(element) },
      ];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsIn(element) }];
    case 'bullet_list':
    case 'ordered_list': {
      const items = elementsIn(element).map((one) => blocksIn(one));
      return [{ kind: 'list', ordered: element.nodeName === 'ordered_list', items }];
    }
    case 'table': {
      const rows = elementsIn(element).map((row) =>
        elementsIn(row).map((cell) => ({
          isHeader: cell.nodeName === 'table_header',
          blocks: blocksIn(cell),
        })),
      );
      return [{ kind: 'table', rows }];
    }
    case 'live_block':
      return [{ kind: 'live', shows: String(said['shows']), itemId: String(said['itemId']) }];
    case 'image':
      return [{ kind: 'image', alt: String(said['alt'] ?? ''), attachmentId: String(said['attachmentId']) }];
    default:
      // Not where it belongs, such as an item without its list: its words are kept.
      return blocksIn(element);
  }
}

const elementsIn = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

function runsIn(element: Y.XmlElement): TextRun[] {
  return element.toArray().flatMap((child) =>
    child instanceof Y.XmlText
      ? (child.toDelta() as Delta[]).map(({ insert, attributes }): TextRun => {
          const href = (attributes?.['link'] as { href?: unknown } | undefined)?.href;
          return {
            text: String(insert),
            ...(attributes?.['strong'] ? { strong: true as const } : {}),
            ...(typeof href === 'string' && isSafeAddress(href) ? { href } : {}),
          };
        })
      : [],
  );
}

/** The same for the same words, however they came to be written. */
export const hashOfSections = (sections: readonly SectionText[]): string =>
  createHash('sha256').update(JSON.stringify(sections)).digest('hex');

/** Bytes that somebody sent as base64, or a refusal. */
export function bytesOf(base64: string, most: number): Uint8Array {
  if (base64.length > Math.ceil(most / 3) * 4) throw tooLong();
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw notUnderstood();
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
