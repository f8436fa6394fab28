/** The closed lists of attachments, on which both sides must agree. */

/** How an attachment is shown and printed. */
export enum AttachmentFormat {
  PDF = 'PDF',
  IMAGE = 'IMAGE',
  OFFICE = 'OFFICE',
}

/** What a file is, by its content. */
export enum AttachmentKind {
  PDF = 'PDF',
  PNG = 'PNG',
  JPEG = 'JPEG',
  WORD = 'WORD',
  EXCEL = 'EXCEL',
  POWERPOINT = 'POWERPOINT',
}

/** What is in a file beside what meets the eye. */
export enum AttachmentFindingKind {
  HIDDEN_SHEETS = 'HIDDEN_SHEETS',
  HIDDEN_ROWS_OR_COLUMNS = 'HIDDEN_ROWS_OR_COLUMNS',
  HIDDEN_SLIDES = 'HIDDEN_SLIDES',
  HIDDEN_TEXT = 'HIDDEN_TEXT',
  HIDDEN_LAYERS = 'HIDDEN_LAYERS',
  COMMENTS = 'COMMENTS',
  TRACKED_CHANGES = 'TRACKED_CHANGES',
  SPEAKER_NOTES = 'SPEAKER_NOTES',
  COPIED_DATA = 'COPIED_DATA',
  EMBEDDED_FILES = 'EMBEDDED_FILES',
  EXTERNAL_LINKS = 'EXTERNAL_LINKS',
  FORM_DATA = 'FORM_DATA',
  SCRIPTS = 'SCRIPTS',
  NOT_PRINTED = 'NOT_PRINTED',
  METADATA = 'METADATA',
  PHOTO_PLACE = 'PHOTO_PLACE',
  PHOTO_DETAILS = 'PHOTO_DETAILS',
}

/** One thing that was found in a file: where, and what it means for whoever attaches it. */
export interface AttachmentFinding {
  kind: keyof typeof AttachmentFindingKind;
  where: string;
  words: string;
  /** Taken out of the file that is kept, so that nobody need decide about it. */
  isTakenOut: boolean;
}

/** What POST /attachments answers: a file that waits for whoever sent it, and what is in it. */
export interface WaitingFile {
  uploadId: string;
  fileName: string;
  kind: keyof typeof AttachmentKind;
  format: keyof typeof AttachmentFormat;
  bytes: number;
  pages: number | null;
  width: number | null;
  height: number | null;
  findings: AttachmentFinding[];
}

export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;

export const formatOf = (kind: keyof typeof AttachmentKind): AttachmentFormat => {
  if (kind === 'PDF') return AttachmentFormat.PDF;
  return kind === 'PNG' || kind === 'JPEG' ? AttachmentFormat.IMAGE : AttachmentFormat.OFFICE;
};

/** Where the file of an attachment is. */
export const attachmentAddress = (id: string, fileName: string): string =>
  `/attachments/${id}/${encodeURIComponent(fileName)}`;
