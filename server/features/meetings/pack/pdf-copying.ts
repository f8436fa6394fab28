import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Pdf } from './pdf-page.js';

/** Something the document is written with; pdfkit’s own, of which its types tell little. */
export interface Written {
  data: Record<string, unknown>;
  compress: boolean;
  write(bytes: Uint8Array): void;
  end(): void;
}

/** What belongs to the document it comes from, runs, or tells of how it was made: none of it is for paper. */
const LEFT_BEHIND = new Set([
  ...['Length', 'Parent', 'StructParent', 'StructParents', 'Metadata', 'PieceInfo', 'LastModified'],
  ...['AA', 'A', 'OPI', 'Ref', 'AF', 'P', 'Dest'],
]);

/** Below these stand names that whoever made the file chose: of letters, fonts, images and inks. */
const CHOSEN = new Set([
  ...['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties'],
  ...['CharProcs', 'Colorants'],
]);

const DEEPEST = 60;

/** As far as numbers go in what is written; beyond that, all are alike. */
const FURTHEST = 1e20;
const within = (n: number): number => (Number.isNaN(n) ? 0 : Math.max(-FURTHEST, Math.min(FURTHEST, n)));

/** Copies what pages are drawn with from another PDF into the one that is written, each thing once. */
export class Copying {
  private readonly known = new Map<string, Written>();

  constructor(
    private readonly pdf: Pdf,
    private readonly from: PDFContext,
  ) {}

  /** Something drawn with these resources, as what a page of ours can draw. */
  form(dict: Record<string, unknown>, bytes: Uint8Array): Written {
    const form = this.begin({ Type: 'XObject', Subtype: 'Form', FormType: 1, ...dict });
    form.write(bytes.length > 0 ? bytes : new Uint8Array([0x0a]));
    form.end();
    return form;
  }

  dictionary(dict: PDFDict, depth = 0, isChosen = false): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const [key, value] of dict.entries()) {
      const name = key.toString().slice(1);
      if (isChosen || !LEFT_BEHIND.has(name))
        copied[name] = this.value(value, depth + 1, !isChosen && CHOSEN.has(name));
    }
    return copied;
  }

  value(value: PDFObject, depth = 0, isChosen = false): unknown {
    if (depth > DEEPEST) return null;
    if (value instanceof PDFRef) return this.reference(value, depth, isChosen);
    if (value instanceof PDFName) return value.toString().slice(1);
    if (value instanceof PDFNumber) return within(value.asNumber());
    if (value instanceof PDFBool) return value.asBoolean();
    if (value instanceof PDFString || value instanceof PDFHexString) return Buffer.from(value.asBytes());
    if (value instanceof PDFArray) return value.asArray().map((one) => this.value(one, depth + 1));
    if (value instanceof PDFDict) return this.dictionary(value, depth, isChosen);
    return null;
  }

  /** Begun before it is filled: what it points to may point back. */
  private reference(ref: PDFRef, depth: number, isChosen: boolean): unknown {
    const known = this.known.get(ref.tag);
    if (known) return known;
    const found = this.from.lookup(ref);
    if (found === undefined || found instanceof PDFRef) return null;
    if (!(found instanceof PDFDict || found instanceof PDFStream)) return this.value(found, depth + 1);
    const copy = this.begin({});
    this.known.set(ref.tag, copy);
    const dict = found instanceof PDFDict ? found : found.dict;
    Object.assign(copy.data, this.dictionary(dict, depth, isChosen));
    if (found instanceof PDFStream) {
      copy.compress &&= copy.data['Filter'] === undefined;
      const bytes = found instanceof PDFRawStream ? found.contents : found.getContents();
      copy.write(bytes.length > 0 ? bytes : new Uint8Array([0x0a]));
    }
    copy.end();
    return copy;
  }

  private begin(data: Record<string, unknown>): Written {
    return this.pdf.ref(data) as unknown as Written;
  }
}
