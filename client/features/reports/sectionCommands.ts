import { setBlockType, toggleMark } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteTable, isInTable } from 'prosemirror-tables';
import { isSafeAddress } from '../../../schema/report-text';
import { markType, nodeType } from './reportSchema';

/** Something a writer can do to where they are, and whether it is so there already. */
export interface SectionCommand {
  readonly label: string;
  readonly keys?: string;
  readonly run: Command;
  readonly isOn: (state: EditorState) => boolean;
}

const hasMark = (name: string) => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection;
  const type = markType(name);
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type);
};

const isWithin = (state: EditorState, name: string, attrs: Record<string, unknown> = {}): boolean => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === name && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value))
      return true;
  }
  return false;
};

const list =
  (name: string): Command =>
  (state, dispatch) =>
    isWithin(state, name)
      ? liftListItem(nodeType('list_item'))(state, dispatch)
      : wrapInList(nodeType(name))(state, dispatch);

const heading =
  (level: number): Command =>
  (state, dispatch) =>
    isWithin(state, 'heading', { level })
      ? setBlockType(nodeType('paragraph'))(state, dispatch)
      : setBlockType(nodeType('heading'), { level })(state, dispatch);

/** Three columns with a row of headings: what most tables of a report begin with. */
const table: Command = (state, dispatch) => {
  if (isInTable(state)) return deleteTable(state, dispatch);
  const cells = (name: string) =>
    [0, 1, 2].map(() => nodeType(name).create(null, nodeType('paragraph').create()));
  const rows = ['table_header', 'table_cell', 'table_cell'].map((name) =>
    nodeType('table_row').create(null, cells(name)),
  );
  if (!dispatch) return true;
  const at = state.selection.$from.pos;
  const changed = state.tr.replaceSelectionWith(nodeType('table').create(null, rows));
  dispatch(
    changed
      .setSelection(Selection.near(changed.doc.resolve(Math.min(at + 1, changed.doc.content.size))))
      .scrollIntoView(),
  );
  return true;
};

export const COMMANDS: readonly SectionCommand[] = [
  { label: 'Bold', keys: 'Mod-b', run: toggleMark(markType('strong')), isOn: hasMark('strong') },
  {
    ...{ label: 'Heading', keys: 'Mod-Alt-3', run: heading(3) },
    isOn: (state) => isWithin(state, 'heading', { level: 3 }),
  },
  {
    ...{ label: 'Smaller heading', keys: 'Mod-Alt-4', run: heading(4) },
    isOn: (state) => isWithin(state, 'heading', { level: 4 }),
  },
  {
    ...{ label: 'List', keys: 'Mod-Shift-8', run: list('bullet_list') },
    isOn: (state) => isWithin(state, 'bullet_list'),
  },
  {
    ...{ label: 'Numbered list', keys: 'Mod-Shift-7', run: list('ordered_list') },
    isOn: (state) => isWithin(state, 'ordered_list'),
  },
  { label: 'Table', run: table, isOn: isInTable },
];

/** Offered while one is in a table. */
export const TABLE_COMMANDS: readonly SectionCommand[] = [
  { label: 'Add a row', run: addRowAfter, isOn: () => false },
  { label: 'Add a column', run: addColumnAfter, isOn: () => false },
];

/** Makes what is selected a link, or puts the address itself where nothing is. An empty address takes the link away. */
export const linkTo =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const type = markType('link');
    if (href === '') {
      dispatch?.(state.tr.removeMark(from, to, type));
      return true;
    }
    if (!isSafeAddress(href)) return false;
    const mark = type.create({ href });
    if (!dispatch) return true;
    dispatch(
      empty
        ? state.tr.replaceSelectionWith(state.schema.text(href, [mark]), false)
        : state.tr.removeMark(from, to, type).addMark(from, to, mark),
    );
    return true;
  };

/** An image that stands in the text, and its words. */
export interface ShownImage {
  readonly attachmentId: string;
  readonly alt: string;
}

/** The image that is chosen, if one is. */
export function imageAt({ selection }: EditorState): ShownImage | null {
  const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image';
  return isImage ? (selection.node.attrs as ShownImage) : null;
}

/** Puts an image in, or in the place of the one that is chosen. */
export const showImage =
  (image: ShownImage): Command =>
  (state, dispatch) => {
    if (!imageAt(state)) return putBelow(nodeType('image').create(image))(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(state.selection.from, undefined, image));
    return true;
  };

export const showLive = (shows: string, itemId: string): Command =>
  putBelow(nodeType('live_block').create({ shows, itemId }));

/** Puts a block after where one is, and goes on below it. */
const putBelow =
  (block: Node): Command =>
  (state, dispatch) => {
    const { $to } = state.selection;
    const after = $to.depth === 0 ? state.selection.to : $to.after(1);
    if (!dispatch) return true;
    const changed = state.tr.insert(after, [block, nodeType('paragraph').create()]);
    dispatch(changed.setSelection(TextSelection.near(changed.doc.resolve(after + block.nodeSize + 1))));
    return true;
  };
