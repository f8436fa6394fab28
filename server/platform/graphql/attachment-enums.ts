import * as words from '../../../schema/attachment-words.js';
import { describe } from './describe-enum.js';

/** The closed lists of attachments. */
export function registerAttachmentEnums(): void {
  describe(words.AttachmentFormat, 'AttachmentFormat', 'How an attachment is shown and printed.', {
    PDF: 'Page by page, among the papers.',
    IMAGE: 'As a picture.',
    OFFICE: 'As a file to open: a document, a workbook or slides.',
  });
  describe(words.AttachmentKind, 'AttachmentKind', 'What a file is, by its content.');
  describe(
    words.AttachmentFindingKind,
    'AttachmentFindingKind',
    'What is in a file beside what meets the eye.',
    {
      HIDDEN_SHEETS: 'Sheets of a workbook that are not shown.',
      HIDDEN_ROWS_OR_COLUMNS: 'Rows or columns that hold something and are not shown.',
      HIDDEN_SLIDES: 'Slides that are passed over.',
      HIDDEN_TEXT: 'Words or shapes that are not shown.',
      HIDDEN_LAYERS: 'Layers of a PDF that are switched off.',
      COMMENTS: 'Comments and notes of those who worked on it.',
      TRACKED_CHANGES: 'What stood there before, and who changed it.',
      SPEAKER_NOTES: 'Notes for whoever speaks to the slides.',
      COPIED_DATA: 'A copy of the data behind a table or chart.',
      EMBEDDED_FILES: 'Other files within it.',
      EXTERNAL_LINKS: 'Links to files elsewhere that tell where they are, or are fetched.',
      FORM_DATA: 'What was filled into a form.',
      SCRIPTS: 'Programs that run when it is opened.',
      NOT_PRINTED: 'Pages that cannot stand in a pack: there, readers are led to the file instead.',
      METADATA: 'Who made it, for whom, and what they remarked.',
      PHOTO_PLACE: 'Where a picture was taken.',
      PHOTO_DETAILS: 'When, with what and by whom a picture was made.',
    },
  );
}
