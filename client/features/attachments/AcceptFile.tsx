import { useRef } from 'react';
import { AttachmentFindingKind, type WaitingFile } from '../../../schema/attachment-words';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import { useAttachmentVerbs } from './attachment.operations';
import { fileWords } from './attachmentWords';
import { FileFindings } from './FileFindings';
import type { AttachedTo } from './sendAttachment';

interface AcceptFileProps {
  readonly file: WaitingFile;
  readonly to: AttachedTo;
  readonly onAttached: (attached: { id: string; altText: string }) => void;
  readonly startAgain: () => void;
  readonly onClose: () => void;
}

/** What is in the file, and whether it goes along all the same. */
export function AcceptFile({ file, to, onAttached, startAgain, onClose }: AcceptFileProps) {
  const verbs = useAttachmentVerbs();
  const id = useRef(crypto.randomUUID()).current;
  const open = file.findings.filter(({ isTakenOut }) => !isTakenOut);
  const isImage = file.format === 'IMAGE';
  const form = useForm(
    { title: file.fileName.replace(/\.\w+$/, ''), altText: '' },
    ({ title, altText }) =>
      verbs.create({
        ...{ ...to, id, uploadId: file.uploadId, title: title.trim() },
        ...(isImage ? { altText: altText.trim() } : {}),
        accepts: [...new Set(open.map(({ kind }) => AttachmentFindingKind[kind]))],
      }),
    () => onAttached({ id, altText: form.typed.altText.trim() }),
  );
  const { typed, type, errorAt, refusal } = form;
  const elsewhere = refusal?.fields.filter(({ field }) => field !== 'title' && field !== 'altText') ?? [];
  const said =
    refusal?.fields.length === 0 ? refusal.message : elsewhere.map(({ message }) => message).join(' ');
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={open.length > 0 ? 'What is in this file' : 'Attach this file'}
      lead={`${file.fileName}, ${fileWords(file)}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={startAgain}>Choose another file</Button>
          <Button look="primary" type="submit" form={form.form} isPending={form.isPending}>
            {open.length > 0 ? 'Attach all the same' : 'Attach'}
          </Button>
        </>
      }
    >
      <form id={form.form} className="form-stack" onSubmit={form.onSubmit}>
        {said && (
          <Banner tone="danger" isLive>
            {said}
          </Banner>
        )}
        {file.findings.length > 0 && <FileFindings findings={file.findings} />}
        <TextField
          label="What it is called in the papers"
          maxLength={200}
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        {isImage && (
          <TextField
            label="What the image shows"
            description="Read out to those who cannot see it: “Waiting times fell from 12 to 7 weeks”"
            autoFocus
            maxLength={500}
            value={typed.altText}
            onChange={(altText) => type({ altText })}
            {...errorAt('altText')}
          />
        )}
      </form>
    </Dialog>
  );
}
