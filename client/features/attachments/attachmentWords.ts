import type { AttachmentKind } from '../../../schema/attachment-words';
import { formatCount } from '../../platform/format/counts';

const KINDS: Record<keyof typeof AttachmentKind, string> = {
  PDF: 'PDF',
  PNG: 'PNG image',
  JPEG: 'JPEG image',
  WORD: 'Word document',
  EXCEL: 'Excel workbook',
  POWERPOINT: 'PowerPoint slides',
};

interface Facts {
  readonly kind: keyof typeof AttachmentKind;
  readonly bytes: number;
  readonly pages: number | null;
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** “PDF, 12 pages, 1.4 MB”. */
export const fileWords = ({ kind, bytes, pages }: Facts): string =>
  [KINDS[kind], ...(pages === null ? [] : [formatCount(pages, 'page')]), sizeWords(bytes)].join(', ');
