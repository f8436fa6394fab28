import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { LiveBlock } from './LiveBlock';
import type { Report } from './report.queries';
import type { ReportSync } from './reportSync';
import { SectionToolbar } from './SectionToolbar';
import { type LivePlace, openSection } from './sectionEditor';

interface SectionEditorProps {
  readonly section: Report['reportTemplate']['sections'][number];
  readonly sync: ReportSync;
  readonly canWrite: boolean;
}

/** One section: its guidance, and its text as everybody writes it. */
export function SectionEditor({ section, sync, canWrite }: SectionEditorProps) {
  const { key, title, guidance } = section;
  const mount = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [, setTurn] = useState(0);
  const [places, setPlaces] = useState<readonly LivePlace[]>([]);
  const [isHere, setHere] = useState(false);
  const mayWrite = useRef(canWrite);
  mayWrite.current = canWrite;

  useEffect(() => {
    if (!mount.current) return undefined;
    const opened = openSection({
      mount: mount.current,
      fragment: sync.doc.getXmlFragment(key),
      awareness: sync.awareness,
      label: title,
      describedBy: `guidance-${key}`,
      isEditable: () => mayWrite.current,
      onState: () => setTurn((turn) => turn + 1),
      onLive: setPlaces,
    });
    setView(opened);
    return () => {
      opened.destroy();
      setView(null);
      setPlaces([]);
    };
  }, [sync, key, title]);

  // Whoever may write no more finds the text still there, and closed.
  useEffect(() => {
    view?.setProps({ editable: () => canWrite });
  }, [view, canWrite]);

  return (
    <section
      id={`section-${key}`}
      className="report-section"
      aria-labelledby={`title-${key}`}
      onFocus={() => setHere(true)}
      onBlur={(event) => {
        // A dialog of the toolbar is elsewhere on the page; only another section takes the place of this one.
        const other = event.relatedTarget?.closest('.report-section');
        if (other && other !== event.currentTarget) setHere(false);
      }}
    >
      <h2 id={`title-${key}`}>{title}</h2>
      <p id={`guidance-${key}`} className="report-guidance">
        {guidance}
      </p>
      {canWrite && view && isHere && <SectionToolbar view={view} label={title} />}
      <div ref={mount} className="report-editor" />
      {places.map(({ dom, shows, itemId }, at) =>
        createPortal(<LiveBlock shows={shows} itemId={itemId} />, dom, `${shows} ${itemId} ${at}`),
      )}
    </section>
  );
}
