import { escaped } from '../../../platform/http/markup.js';
import { field, run } from './docx-parts.js';

/** The files that a Word document is an archive of. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const SPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;

/** A4 with the margins of the PDF, in twentieths of a point. */
const SHEET =
  '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1120" w:right="1120" w:bottom="1440" w:left="1120" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';

export const documentXml = (body: string): string =>
  `${XML}<w:document ${SPACES}><w:body>${body}${SHEET}</w:body></w:document>`;

export const footerXml = (title: string): string =>
  `${XML}<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(title)}${run('\tPage ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`;

export const propertiesXml = (title: string, by: string, madeAt: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(by)}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${new Date(madeAt).toISOString()}</dcterms:created></cp:coreProperties>`;

const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${kind}" Target="${escaped(target)}"${more}/>`;

/** Addresses outside the document, by the names it gives them, and the images in it. */
export const relationsXml = (
  links: ReadonlyMap<string, string>,
  media: readonly { id: string; name: string }[],
): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${[
    relation('styles', `${OFFICE}/styles`, 'styles.xml'),
    relation('settings', `${OFFICE}/settings`, 'settings.xml'),
    relation('footer', `${OFFICE}/footer`, 'footer1.xml'),
    ...media.map(({ id, name }) => relation(id, `${OFFICE}/image`, `media/${name}`)),
    ...[...links].map(([href, name]) =>
      relation(name, `${OFFICE}/hyperlink`, href, ' TargetMode="External"'),
    ),
  ].join('')}</Relationships>`;

const headingStyle = (level: number, size: number) =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const style = (id: string, name: string, about: string, look = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${about}</w:pPr>${look ? `<w:rPr>${look}</w:rPr>` : ''}</w:style>`;

const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  style('Title', 'Title', '<w:spacing w:after="160"/>', '<w:b/><w:sz w:val="40"/>'),
  headingStyle(1, 32),
  headingStyle(2, 26),
  headingStyle(3, 24),
  headingStyle(4, 22),
  headingStyle(5, 22),
  style('About', 'About', '', '<w:color w:val="44403C"/>'),
  style('Caption', 'caption', '<w:keepNext/>', '<w:b/><w:sz w:val="20"/>'),
  style(
    'ListParagraph',
    'List Paragraph',
    '<w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="400" w:hanging="400"/>',
  ),
  style(
    'TOC1',
    'toc 1',
    '<w:tabs><w:tab w:val="right" w:pos="8600"/><w:tab w:val="right" w:pos="9600"/></w:tabs><w:spacing w:after="60"/><w:ind w:right="1900"/>',
  ),
  style('Footer', 'footer', '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>', '<w:sz w:val="17"/>'),
].join(
  '',
)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4ED8"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;

const part = (name: string, kind: string) =>
  `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;

export const FIXED_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${[
    part('word/document.xml', 'officedocument.wordprocessingml.document.main'),
    part('word/styles.xml', 'officedocument.wordprocessingml.styles'),
    part('word/settings.xml', 'officedocument.wordprocessingml.settings'),
    part('word/footer1.xml', 'officedocument.wordprocessingml.footer'),
    part('docProps/core.xml', 'package.core-properties'),
  ].join('')}</Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('document', `${OFFICE}/officeDocument`, 'word/document.xml')}${relation('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
  'word/settings.xml': `${XML}<w:settings xmlns:w="${WORD}"><w:themeFontLang w:val="en-GB"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  'word/styles.xml': STYLES,
};
