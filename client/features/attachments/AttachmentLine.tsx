import { useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import { IconButton } from '../../platform/ui/Button';
import { showToast } from '../../platform/ui/toasts';
import { useAttachmentVerbs } from './attachment.operations';
import type { Attachment } from './attachment.queries';
import { fileWords } from './attachmentWords';
import { FileFindings } from './FileFindings';
import { RenameAttachment } from './RenameAttachment';

interface AttachmentLineProps {
  readonly attachment: Attachment;
  /** Where it would go when it moves up; null for the first. */
  readonly before: { readonly afterId: string | null } | null;
  readonly onDone: (refused: Refusal | null) => void;
}

export function AttachmentLine({ attachment, before, onDone }: AttachmentLineProps) {
  const verbs = useAttachmentVerbs();
  const [isRenaming, setRenaming] = useState(false);
  const { id, version, attachmentTitle: title, address, inside, viewerCan } = attachment;
  const inIt = inside.filter(({ isTakenOut }) => !isTakenOut);
  const putAway = async (): Promise<void> => {
    const refused = await verbs.archive({ id, expectedVersion: version });
    onDone(refused);
    if (refused) return;
    const bringBack = () => void verbs.restore({ id, expectedVersion: version + 1 }).then(onDone);
    showToast({
      tone: 'success',
      message: `“${title}” was put away`,
      action: { label: 'Undo', run: bringBack },
    });
  };
  return (
    <li>
      <div className="attachment-head">
        <span>
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>{' '}
          <span className="quiet">{fileWords({ ...attachment, kind: attachment.attachmentKind })}</span>
        </span>
        {viewerCan.edit && (
          <span className="attachment-actions no-print">
            <IconButton
              icon="arrow-up"
              size="sm"
              label={`Move up: ${title}`}
              isDisabled={before === null}
              onPress={() =>
                before && void verbs.move({ id, expectedVersion: version, ...before }).then(onDone)
              }
            />
            <IconButton icon="edit" size="sm" label={`Rename: ${title}`} onPress={() => setRenaming(true)} />
            <IconButton
              icon="archive"
              size="sm"
              label={`Put away: ${title}`}
              onPress={() => void putAway()}
            />
          </span>
        )}
      </div>
      {inIt.length > 0 && (
        <details className="no-print">
          <summary>{formatCount(inIt.length, 'thing')} to know before it goes out</summary>
          <FileFindings findings={inIt} />
        </details>
      )}
      {isRenaming && <RenameAttachment attachment={attachment} onClose={() => setRenaming(false)} />}
    </li>
  );
}
