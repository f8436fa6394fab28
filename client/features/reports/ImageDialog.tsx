import { useState } from 'react';
import { LONGEST_ALT } from '../../../schema/report-text';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { AttachDialog } from '../attachments/AttachDialog';
import type { Report } from './report.queries';
import type { ShownImage } from './sectionCommands';

interface ImageDialogProps {
  readonly report: Report;
  /** The one that is chosen in the text, to be said or shown otherwise. */
  readonly image: ShownImage | null;
  readonly onChoose: (image: ShownImage) => void;
  readonly onClose: () => void;
}

/** Which image of the report stands here, and what it shows. Without words there is none. */
export function ImageDialog({ report, image, onChoose, onClose }: ImageDialogProps) {
  const images = report.attachments.filter(({ format }) => format === 'IMAGE');
  const [isNew, setNew] = useState(images.length === 0 && image === null);
  const [attachmentId, setAttachment] = useState<string | null>(image?.attachmentId ?? null);
  const [alt, setAlt] = useState(image?.alt ?? '');
  if (isNew)
    return (
      <AttachDialog
        isForText
        to={{ reportId: report.id }}
        onClose={onClose}
        onAttached={({ id, altText }) => onChoose({ attachmentId: id, alt: altText })}
      />
    );
  const choose = (id: string | null): void => {
    setAttachment(id);
    setAlt(images.find((one) => one.id === id)?.altText ?? alt);
  };
  return (
    <Dialog
      isOpen
      title="Image"
      lead="It stands below where you are, as wide as the text allows."
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => setNew(true)}>A new image…</Button>
          <Button
            look="primary"
            isDisabled={attachmentId === null || alt.trim() === ''}
            onPress={() => attachmentId && onChoose({ attachmentId, alt: alt.trim() })}
          >
            {image ? 'Save' : 'Put it in'}
          </Button>
        </>
      }
    >
      <div className="report-form">
        <Select
          label="Which image"
          options={images.map(({ id, attachmentTitle: label }) => ({ id, label }))}
          value={attachmentId}
          onChange={choose}
        />
        <TextField
          label="What it shows"
          description="Read out to those who cannot see it; it has to be said"
          maxLength={LONGEST_ALT}
          value={alt}
          onChange={setAlt}
        />
      </div>
    </Dialog>
  );
}
