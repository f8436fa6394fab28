import { getDocumentProxy } from 'unpdf';

interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

/** What a PDF says to those who do not see its figures, as an independent reader finds it, page by page. */
export async function figuresOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(bytes);
  const said: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const tree = (await (await pdf.getPage(page)).getStructTree()) as Tag | null;
    said.push(...(tree ? altsIn(tree) : []));
  }
  return said;
}

const altsIn = ({ role, alt, children = [] }: Tag): string[] => [
  ...(role === 'Figure' ? [alt ?? ''] : []),
  ...children.flatMap(altsIn),
];
