import { AttachmentFormat } from '../../schema/attachment-words.js';
import type { PackAttachment } from '../features/meetings/pack/pack-document.js';
import { itemOfEntry } from './agendas.js';
import { type AttachmentContent, attachments } from './attachments.content.js';
import { idOf } from './history.js';
import type { Day } from './keys.types.js';
import type { Stage } from './stage.js';

export const attachmentIdOf = ({ key }: AttachmentContent): string => idOf('attachment', key);

/** What went with an item of an agenda on a day, as a pack prints it. */
export const attachmentsAt = (stage: Stage, itemId: string, day: Day): PackAttachment[] =>
  attachments
    .filter(({ meeting, entry, on }) => on <= day && itemOfEntry(meeting, entry) === itemId)
    .map((attachment) => {
      const { title, fileName, key } = attachment;
      const { bytes, sha256, pages } = stage.file(key);
      return {
        ...{ id: attachmentIdOf(attachment), title, altText: null, format: AttachmentFormat.PDF, fileName },
        ...{ sha256, bytes: bytes.length, pages, width: null, height: null },
      };
    });
