import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { attachmentAddress } from '../../../schema/attachment-words';
import { HEADING_LEVELS, isSafeAddress } from '../../../schema/report-text';

const tables = tableNodes({ tableGroup: 'block', cellContent: 'block+', cellAttributes: {} });

/** What can be written in a section: the server lets in this and nothing else. */
export const reportSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      attrs: { level: { default: HEADING_LEVELS[0] } },
      group: 'block',
      content: 'inline*',
      defining: true,
      // What comes from elsewhere is put under the headings that are here already.
      parseDOM: [
        ...['h1', 'h2', 'h3'].map((tag) => ({ tag, attrs: { level: 3 } })),
        ...['h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 4 } })),
      ],
      toDOM: ({ attrs }) => [`h${attrs['level']}`, 0],
    },
    bullet_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    ordered_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    list_item: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    live_block: {
      attrs: { shows: {}, itemId: {} },
      group: 'block',
      atom: true,
      selectable: true,
      toDOM: () => ['div', { class: 'live-block' }],
    },
    image: {
      attrs: { attachmentId: {}, alt: { default: '' } },
      group: 'block',
      atom: true,
      selectable: true,
      // What is pasted brings no image along: it would be one of another report, or of another site.
      toDOM: ({ attrs }) => [
        'img',
        {
          class: 'report-image',
          src: attachmentAddress(String(attrs['attachmentId']), 'image'),
          alt: String(attrs['alt']),
        },
      ],
    },
    ...tables,
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = dom.getAttribute('href') ?? '';
            return isSafeAddress(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs['href'], rel: 'noreferrer' }, 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
  },
});

export const nodeType = (name: string) => {
  const type = reportSchema.nodes[name];
  if (!type) throw new Error(`There is no ${name} in a report`);
  return type;
};

export const markType = (name: string) => {
  const type = reportSchema.marks[name];
  if (!type) throw new Error(`There is no ${name} in a report`);
  return type;
};
