import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import { useAttachmentVerbs } from './attachment.operations';
import type { Attachment } from './attachment.queries';

interface RenameAttachmentProps {
  readonly attachment: Attachment;
  readonly onClose: () => void;
}

/** What it is called, and of an image what it shows. */
export function RenameAttachment({ attachment, onClose }: RenameAttachmentProps) {
  const verbs = useAttachmentVerbs();
  const { id, version, attachmentTitle, altText: shows, format } = attachment;
  const form = useForm(
    { title: attachmentTitle, altText: shows ?? '' },
    ({ title, altText }) =>
      verbs.update({
        ...{ id, expectedVersion: version, title: title.trim() },
        ...(format === 'IMAGE' ? { altText: altText.trim() } : {}),
      }),
    onClose,
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog {...form} title={`Rename “${attachmentTitle}”`} verb="Save" onClose={onClose}>
      <TextField
        label="What it is called in the papers"
        autoFocus
        maxLength={200}
        value={typed.title}
        onChange={(title) => type({ title })}
        {...errorAt('title')}
      />
      {format === 'IMAGE' && (
        <TextField
          label="What the image shows"
          maxLength={500}
          value={typed.altText}
          onChange={(altText) => type({ altText })}
          {...errorAt('altText')}
        />
      )}
    </FormDialog>
  );
}
