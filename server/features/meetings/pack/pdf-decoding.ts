import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';

/** What the pages of one file may be drawn with, each page counted for itself: all of it is written anew. A few bytes can claim to be more than any memory holds. */
const MOST_BYTES = 200 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;
const MOST_FILTERS = 4;

/** Unpacks what the pages of one file are drawn with: what many of them share once, and all of it within bounds. */
export class Decoding {
  private readonly streams = new Map<PDFStream, Uint8Array>();
  private readonly contents = new Map<PDFArray, Uint8Array>();
  private left: number;

  constructor(most = MOST_BYTES) {
    this.left = most;
  }

  /** Pieces of one content belong together, wherever they were cut. */
  contentOf(contents: PDFObject | undefined): Uint8Array {
    if (contents === undefined) return new Uint8Array();
    if (contents instanceof PDFStream) return this.bytesOf(contents);
    if (!(contents instanceof PDFArray)) throw new Error('a page without content');
    const known = this.contents.get(contents);
    if (known) return this.again(known);
    const pieces = contents.asArray().map((_, i) => this.bytesOf(contents.lookup(i, PDFStream)));
    // Put together they are there once more.
    this.spend(pieces.reduce((sum, { length }) => sum + length + 1, 0));
    const whole = new Uint8Array(Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')])));
    this.contents.set(contents, whole);
    return whole;
  }

  bytesOf(stream: PDFStream): Uint8Array {
    const known = this.streams.get(stream);
    if (known) return this.again(known);
    const bytes = stream instanceof PDFRawStream ? this.unpacked(stream) : stream.getContents();
    this.streams.set(stream, bytes);
    return bytes;
  }

  /** One filter after another: what is within what is packed counts as well. */
  private unpacked({ dict, contents }: PDFRawStream): Uint8Array {
    const filter = dict.lookup(PDFName.of('Filter'));
    const about = dict.lookup(PDFName.of('DecodeParms'));
    const filters = filter instanceof PDFArray ? filter.asArray().map((_, i) => filter.lookup(i)) : [filter];
    if (filters.length > MOST_FILTERS) throw new Error('a content that is packed too often');
    return filters.reduce<Uint8Array>((bytes, one, i) => {
      if (one === undefined) return bytes;
      const single = PDFDict.withContext(dict.context);
      single.set(PDFName.of('Filter'), one);
      const own = about instanceof PDFArray ? about.lookup(i) : about;
      if (own) single.set(PDFName.of('DecodeParms'), own);
      return this.through(PDFRawStream.of(single, bytes));
    }, contents);
  }

  private through(packed: PDFRawStream): Uint8Array {
    const reading = decodePDFRawStream(packed);
    for (;;) {
      const { length } = reading.getBytes(PIECE_BYTES);
      if (length === 0) return reading.decode();
      this.spend(length);
    }
  }

  private again(known: Uint8Array): Uint8Array {
    this.spend(known.length);
    return known;
  }

  private spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new Error('a file that unpacks to more than can be printed');
  }
}
