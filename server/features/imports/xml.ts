import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { broken, ImportFileError, unsafe } from './import-file-error.js';
import { checkWork } from './work-budget.js';
import { inflateEntry, type ZipEntry } from './zip.js';

/** Strict, streaming XML without document types: no entity beyond the five of XML is ever known. */

/** Without a prototype, as the parser makes them: an attribute may be called anything. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const DOCTYPE = '<!DOCTYPE';
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 200;
const SLICE = 64 * 1024;
/** Longer than any cell, address or formula may be: what goes on without an end is not a value. */
const MAX_SILENCE = 1024 * 1024;

export function readXml(entry: ZipEntry, handlers: XmlHandlers): void {
  const feed = startParser(handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw broken('one of its parts is not written in UTF-8');
    }
  };
  inflateEntry(entry, (piece) => feed.write(decode(piece)));
  feed.write(decode());
  feed.end();
}

/** 'x:row' and 'row' are one thing, whichever prefix a program likes. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function startParser(handlers: XmlHandlers): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silence = 0;
  parser.on('error', () => {
    throw broken('one of its parts is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw doctype();
  });
  parser.on('opentag', (tag) => {
    silence = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw unsafe('its parts are nested too deeply');
    handlers.open?.(localName(tag.name), attributesOf(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    silence = 0;
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const onText = (text: string): void => {
    silence = 0;
    handlers.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  let tail = '';
  return {
    write(text) {
      // Looked for before the parser sees it, so that not even the declarations are gathered up.
      if ((tail + text).includes(DOCTYPE)) throw doctype();
      tail =
        text.length >= DOCTYPE.length ? text.slice(-DOCTYPE.length) : (tail + text).slice(-DOCTYPE.length);
      for (let at = 0; at < text.length; at += SLICE) {
        checkWork();
        silence += SLICE;
        if (silence > MAX_SILENCE) {
          throw new ImportFileError('TOO_LARGE', 'One value in this workbook is longer than a cell can be.');
        }
        parser.write(text.slice(at, at + SLICE));
      }
    },
    end() {
      parser.close();
    },
  };
}

/** The parser is told to leave namespaces alone, so every attribute is a plain text. */
function attributesOf(raw: Record<string, string | SaxesAttributeNS>): Attributes {
  const attributes: Record<string, string | undefined> = Object.create(null);
  let count = 0;
  for (const name in raw) {
    count += 1;
    if (count > MAX_ATTRIBUTES) throw unsafe('one of its elements has too many attributes');
    const value = raw[name];
    if (typeof value === 'string') attributes[name] = value;
  }
  return attributes;
}

function doctype(): ImportFileError {
  return unsafe('it declares a document type, as attacks do');
}
