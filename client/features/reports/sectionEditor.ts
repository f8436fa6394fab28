import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, Plugin, Selection } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView, type NodeView } from 'prosemirror-view';
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type { XmlFragment } from 'yjs';
import { nodeType, reportSchema } from './reportSchema';
import { COMMANDS } from './sectionCommands';

/** A place in the text where something is shown live: the page draws into it. */
export interface LivePlace {
  readonly dom: HTMLElement;
  readonly shows: string;
  readonly itemId: string;
}

export interface EditorAsk {
  readonly mount: HTMLElement;
  readonly fragment: XmlFragment;
  readonly awareness: Awareness;
  readonly label: string;
  readonly describedBy: string;
  readonly isEditable: () => boolean;
  /** Told of each new state: what the buttons show goes by it. */
  readonly onState: (view: EditorView) => void;
  /** An image was pasted or dropped where the cursor now is. */
  readonly onImage: (image: File) => void;
  readonly onLive: (change: (places: readonly LivePlace[]) => readonly LivePlace[]) => void;
}

const item = () => nodeType('list_item');

/** Tab is for tables and lists, where it does something; elsewhere it leaves the text, as it does everywhere. */
const keys: Record<string, Command> = {
  ...Object.fromEntries(COMMANDS.flatMap(({ keys: key, run }) => (key ? [[key, run]] : []))),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Enter: (state, dispatch) => splitListItem(item())(state, dispatch),
  Tab: (state, dispatch) => chainCommands(goToNextCell(1), sinkListItem(item()))(state, dispatch),
  'Shift-Tab': (state, dispatch) => chainCommands(goToNextCell(-1), liftListItem(item()))(state, dispatch),
  'Mod-Enter': exitCode,
};

/** The mark where somebody else is: their name beside it, and a colour of its own for screen readers to ignore. */
function cursorOf({ name }: { name: string }): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'report-cursor';
  mark.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'report-cursor-name';
  label.textContent = name;
  mark.append(label);
  return mark;
}

/** One section of a report, bound to its part of the shared text. */
export function openSection(ask: EditorAsk): EditorView {
  const state = EditorState.create({
    schema: reportSchema,
    plugins: [
      ySyncPlugin(ask.fragment),
      yCursorPlugin(ask.awareness, {
        cursorBuilder: cursorOf,
        selectionBuilder: () => ({ class: 'report-selection' }),
      }),
      yUndoPlugin(),
      keymap(keys),
      keymap(baseKeymap),
      tableEditing(),
      new Plugin({ view: () => ({ update: (view) => ask.onState(view) }) }),
    ],
  });
  return new EditorView(ask.mount, {
    state,
    editable: ask.isEditable,
    // Where others’ cursors are is told a moment later: by then the section may have been left.
    dispatchTransaction(this: EditorView, transaction) {
      if (!this.isDestroyed) this.updateState(this.state.apply(transaction));
    },
    handlePaste: (_, event) => takeImage(event.clipboardData, ask),
    handleDrop: (view, event) => takeDropped(view, event, ask),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': ask.label,
      'aria-describedby': ask.describedBy,
      class: 'report-text',
    },
    nodeViews: { live_block: (node) => livePlace(node.attrs as { shows: string; itemId: string }, ask) },
  });
}

/** Programs put a picture of the words they copy beside them: an image is meant where there are no words. */
function takeImage(data: DataTransfer | null, { onImage }: EditorAsk): boolean {
  const image = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
  if (!image || data?.getData('text/plain').trim()) return false;
  onImage(image);
  return true;
}

function takeDropped(view: EditorView, event: DragEvent, ask: EditorAsk): boolean {
  if (!takeImage(event.dataTransfer, ask)) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (at) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
  return true;
}

function livePlace({ shows, itemId }: { shows: string; itemId: string }, { onLive }: EditorAsk): NodeView {
  const dom = document.createElement('div');
  dom.className = 'live-block';
  dom.contentEditable = 'false';
  const place = { dom, shows, itemId };
  onLive((places) => [...places, place]);
  return {
    dom,
    ignoreMutation: () => true,
    // What is too wide is moved by the arrow keys while it has the focus: the text is not meant then.
    stopEvent: ({ type, target }) => type === 'keydown' && target !== dom && dom.contains(target as Node),
    destroy: () => onLive((places) => places.filter((one) => one !== place)),
  };
}
