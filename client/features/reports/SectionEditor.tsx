import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { AttachDialog } from '../attachments/AttachDialog';
import { LiveBlock } from './LiveBlock';
import type { Report } from './report.queries';
import type { ReportSync } from './reportSync';
import { SectionToolbar } from './SectionToolbar';
import { showImage } from './sectionCommands';
import { type LivePlace, openSection } from './sectionEditor';

interface SectionEditorProps {
  readonly section: Report['reportTemplate']['sections'][number];
  readonly sync: ReportSync;
  readonly canWrite: boolean;
  readonly report: Report;
}

/** One section: its guidance, and its text as everybody writes it. */
export function SectionEditor({ section, sync, canWrite, report }: SectionEditorProps) {
  const { key, title, guidance } = section;
  const mount = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [, setTurn] = useState(0);
  const [places, setPlaces] = useState<readonly LivePlace[]>([]);
  const [image, setImage] = useState<File | null>(null);
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
      onImage: setImage,
      onLive: setPlaces,
    });
    setView(opened);
    return () => {
      opened.destroy();
      setView(null);
      setPlaces([]);
    };
  }, [sync, key, title]);

  const leaveImage = (): void => {
    setImage(null);
    view?.focus();
  };

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
      {canWrite && view && isHere && <SectionToolbar view={view} label={title} report={report} />}
      <div ref={mount} className="report-editor" />
      {view && image && (
        <AttachDialog
          isForText
          to={{ reportId: report.id }}
          given={image}
          onClose={leaveImage}
          onAttached={({ id, altText }) => {
            showImage({ attachmentId: id, alt: altText })(view.state, view.dispatch);
            leaveImage();
          }}
        />
      )}
      {places.map(({ dom, shows, itemId }, at) =>
        createPortal(<LiveBlock shows={shows} itemId={itemId} />, dom, `${shows} ${itemId} ${at}`),
      )}
    </section>
  );
}
