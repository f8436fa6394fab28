import { bytesOf, newPdf, nextPage, STYLES, use } from '../features/meetings/pack/pdf-page.js';
import { sha256Of } from '../platform/files/file-store.js';
import { type AttachmentContent, attachments } from './attachments.content.js';

export interface DemonstrationFile {
  bytes: Buffer;
  sha256: string;
  pages: number;
}

/** The files of the story, by the keys of their attachments: the same bytes whenever it is told. */
export const demonstrationFiles = async (): Promise<ReadonlyMap<string, DemonstrationFile>> =>
  new Map(await Promise.all(attachments.map(async (one) => [one.key, await written(one)] as const)));

async function written({ title, on, lines }: AttachmentContent): Promise<DemonstrationFile> {
  // Nobody is named in its properties: there is nothing to be accepted with it.
  const pdf = newPdf({ title, author: '', madeAt: `${on}T09:00:00Z` });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  nextPage(pdf);
  const write = (tag: string, style: (typeof STYLES)[keyof typeof STYLES], words: string): void => {
    const element = pdf.struct(tag, {}, () => {
      use(pdf, style).text(words, { paragraphGap: style.gap });
    });
    document.add(element);
  };
  write('H1', STYLES.title, title);
  for (const line of lines)
    if (line.startsWith('# ')) write('H2', STYLES.section, line.slice(2));
    else write('P', STYLES.text, line);
  document.end();
  const { count } = pdf.bufferedPageRange();
  const bytes = await bytesOf(pdf);
  return { bytes, sha256: sha256Of(bytes), pages: count };
}
