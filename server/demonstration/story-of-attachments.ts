import { AttachmentKind } from '../../schema/attachment-words.js';
import { itemOfEntry, meetingOf } from './agendas.js';
import { attachments } from './attachments.content.js';
import { attachmentIdOf } from './attachments.js';
import { found } from './circles.js';
import { idOf, type Moment } from './history.js';
import { positionOf, type Stage } from './stage.js';

/** What goes with the papers, with the files themselves. */
export const storyOfAttachments = (stage: Stage): Moment[] =>
  attachments.map((attachment, i) => {
    const { key, meeting, entry, title, fileName, by, on } = attachment;
    const { bytes, sha256, pages } = stage.file(key);
    const row = {
      ...{ id: attachmentIdOf(attachment), audienceId: stage.circles.partnership, position: positionOf(i) },
      ...{ agendaItemId: itemOfEntry(meeting, entry), meetingId: idOf('meeting', meeting) },
      boardId: idOf('board', found(meetingOf(meeting).boards[0])),
      ...{ title, fileName, kind: AttachmentKind.PDF, bytes: bytes.length, sha256, pages },
      attachedById: idOf('person', by),
    };
    return stage.moment(`attachment ${key}`, on, [9, 11], by, [
      {
        beside: 'stored_files',
        rows: [{ sha256, size: bytes.length, bytes: `\\x${bytes.toString('hex')}`, isAttached: true }],
      },
      { insert: 'attachments', rows: [row] },
    ]);
  });
