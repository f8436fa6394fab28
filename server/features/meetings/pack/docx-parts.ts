import { escaped } from '../../../platform/http/markup.js';

/** Pieces of WordprocessingML. Whatever is given as words is escaped here. */

export interface Look {
  isBold?: boolean;
  isItalic?: boolean;
  isLink?: boolean;
}

/** Words of one look; tabs and line ends become Word’s own. */
export function run(words: string, { isBold, isItalic, isLink }: Look = {}): string {
  const look = `${isLink ? '<w:rStyle w:val="Hyperlink"/>' : ''}${isBold ? '<w:b/>' : ''}${isItalic ? '<w:i/>' : ''}`;
  const text = words
    .split(/(\t|\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      return piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
    });
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}${text.join('')}</w:r>`;
}

/** What Word works out when the document is opened. */
export const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export const paragraph = (
  content: string,
  { style, more = '' }: { style?: string; more?: string } = {},
): string => {
  const about = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}`;
  return `<w:p>${about ? `<w:pPr>${about}</w:pPr>` : ''}${content}</w:p>`;
};

interface Bookmark {
  start: string;
  end: string;
}

export const bookmark = (id: number, name: string): Bookmark => ({
  start: `<w:bookmarkStart w:id="${id}" w:name="${escaped(name)}"/>`,
  end: `<w:bookmarkEnd w:id="${id}"/>`,
});

export const heading = (
  style: string,
  words: string,
  { isNewPage, bookmark: mark }: { isNewPage?: boolean; bookmark?: Bookmark } = {},
): string =>
  paragraph(`${mark?.start ?? ''}${run(words)}${mark?.end ?? ''}`, {
    style,
    more: isNewPage ? '<w:pageBreakBefore/>' : '',
  });

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A8A29E"/>`)
  .join('');

/** A table of cells that are written already; its headings, where there are any, stand on each page it runs over. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = Math.max(headings.length, ...rows.map((row) => row.length), 1);
  const width = Math.floor(9_600 / columns);
  const cell = (content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(content)}</w:tc>`;
  const row = (cells: readonly string[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${Array.from({ length: columns }, (_, i) => cell(cells[i] ?? '')).join('')}</w:tr>`;
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headings.length > 0 ? row(headings, true) : ''}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`;
}
