import { AttachmentFormat } from '../../../../schema/attachment-words.js';
import { type Attached, type AttachedPage, type Matrix, openAttached } from './attached-pdf.js';
import { attachmentAddress, type PackPlace } from './pack-addresses.js';
import { type PackAttachment, type PackFiles, type PackItem, Unprintable } from './pack-document.js';
import { attachmentHeading, attachmentWords, UNPRINTABLE_WORDS } from './pack-words.js';
import { head, picture, say } from './pdf-blocks.js';
import { Copying } from './pdf-copying.js';
import { FOOT, nextPage, type Pdf, room, STYLES } from './pdf-page.js';

type Element = PDFKit.PDFStructureElement;

/** So small a page is given more paper, for the number in its foot to be read. */
const SMALLEST = 240;

/**
 * What goes with an item, each under a heading of its own: a PDF with its pages, numbered on; an image as it is; of what
 * is no paper, such as a spreadsheet, where it can be had.
 */
export async function attachments(
  pdf: Pdf,
  into: Element,
  item: PackItem,
  { files, place }: { files: PackFiles; place: PackPlace },
  standsHere: (index: number) => void,
): Promise<void> {
  /** Whether the page that is written is one of ours. */
  let isOurs = true;
  for (const [i, attachment] of item.attachments.entries()) {
    if (!isOurs) nextPage(pdf);
    const bytes = files.get(attachment.sha256);
    const isPdf = attachment.format === AttachmentFormat.PDF;
    const paper = isPdf ? (bytes ? await openAttached(bytes) : Unprintable.LEFT_OUT) : null;
    const section = pdf.struct('Sect');
    into.add(section);
    room(pdf, 90);
    standsHere(i);
    pdf.y += STYLES.heading.gap;
    head(pdf, section, 'H4', attachmentHeading(item, i), STYLES.heading);
    say(pdf, section, 'P', attachmentLine(attachment, place), STYLES.about);
    if (attachment.format === AttachmentFormat.IMAGE)
      picture(pdf, section, { alt: attachment.altText ?? attachment.title, ...sizeOf(attachment) }, bytes);
    isOurs = paper === null || typeof paper === 'string';
    if (typeof paper === 'string') say(pdf, section, 'P', UNPRINTABLE_WORDS[paper], STYLES.late);
    else if (paper !== null) draw(pdf, section, paper);
    section.end();
  }
}

const attachmentLine = (attachment: PackAttachment, place: PackPlace): string =>
  `${attachmentWords(attachment)}. ${attachmentAddress(place, attachment)}`;

const sizeOf = ({ width, height }: PackAttachment) => ({ width: width ?? 0, height: height ?? 0 });

/** Each page on a sheet of its own size, a little smaller, so that the running number covers nothing of it. */
function draw(pdf: Pdf, into: Element, { context, pages }: Attached): void {
  const copying = new Copying(pdf, context);
  for (const page of pages) {
    const size: [number, number] = [Math.max(page.width, SMALLEST), Math.max(page.height, SMALLEST)];
    pdf.addPage({ size, margins: { top: 0, left: 0, right: 0, bottom: 0 } });
    const scale = Math.min(1, (size[1] - FOOT) / page.height);
    const onto: Matrix = [scale, 0, 0, scale, (size[0] - page.width * scale) / 2, FOOT];
    const forms = formsOf(copying, page);
    into.add(
      pdf.struct('P', {}, [
        () => {
          pdf.save();
          // Ours counts from the top, PDF from the bottom.
          pdf.transform(1, 0, 0, -1, 0, size[1]);
          pdf.transform(...onto);
          pdf.transform(...page.upright);
          for (const { form, matrix } of forms) place(pdf, form, matrix);
          pdf.restore();
        },
      ]),
    );
  }
}

function formsOf(copying: Copying, page: AttachedPage) {
  const { box, content, resources, group, upon } = page;
  const own = copying.form(
    {
      BBox: [...box],
      Resources: resources ? copying.dictionary(resources) : {},
      ...(group && { Group: copying.value(group) }),
    },
    content,
  );
  return [
    { form: own, matrix: null },
    ...upon.map(({ dict, bytes, matrix }) => {
      const { Filter: _, DecodeParms: __, ...about } = copying.dictionary(dict);
      return { form: copying.form(about, bytes), matrix };
    }),
  ];
}

function place(pdf: Pdf, form: object, matrix: Matrix | null): void {
  const { xobjects } = pdf.page as unknown as { xobjects: Record<string, object> };
  const name = `Page${Object.keys(xobjects).length}`;
  xobjects[name] = form;
  pdf.save();
  if (matrix) pdf.transform(...matrix);
  (pdf as unknown as { addContent(said: string): void }).addContent(`/${name} Do`);
  pdf.restore();
}
