import {
  type AttachmentFinding,
  type AttachmentFindingKind,
  formatOf,
} from '../../../schema/attachment-words.js';
import type { TextBlock } from '../../../schema/report-text.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { Looked } from './look/look.js';

const MOST = 50;

/** It hangs on one thing. */
export function checkOneHolder(
  reportId: string | null | undefined,
  agendaItemId: string | null | undefined,
): void {
  if (!reportId === !agendaItemId)
    throw invalidInput([
      {
        field: 'reportId',
        message: 'Say which report or which item of an agenda it goes with: one of the two.',
      },
    ]);
}

/** Whoever attaches a file has been told what is in it: each kind of finding is named, or nothing is attached. */
export function checkAccepted(
  findings: readonly AttachmentFinding[],
  accepts: readonly AttachmentFindingKind[],
): void {
  const open = findings.filter(({ kind, isTakenOut }) => !isTakenOut && !accepts.some((one) => one === kind));
  if (open.length > 0)
    throw invalidInput(
      open.map(({ words, kind }) => ({
        field: 'accepts',
        message: `${words} Name ${kind} to attach it all the same.`,
      })),
    );
}

/** What an image is without words is nothing to whoever cannot see it; other files have none. */
export function altTextOf(kind: Looked['kind'], altText: string | null | undefined): string | null {
  const isImage = formatOf(kind) === 'IMAGE';
  const words = altText?.trim() ?? '';
  if (isImage && words === '')
    throw invalidInput([
      { field: 'altText', message: 'Say in a sentence what the image shows, for those who cannot see it.' },
    ]);
  if (!isImage && words !== '')
    throw invalidInput([{ field: 'altText', message: 'Only images have words in their place.' }]);
  return isImage ? words : null;
}

export function checkRoom(count: number): void {
  if (count >= MOST)
    throw ruleBroken(
      'TOO_MANY_ATTACHMENTS',
      `${MOST} attachments are the most: put some of them into one file.`,
    );
}

/** The images that stand in a text, wherever in it. */
export function imagesIn(blocks: readonly TextBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'image') return [block.attachmentId];
    if (block.kind === 'list') return block.items.flatMap(imagesIn);
    if (block.kind === 'table')
      return block.rows.flatMap((row) => row.flatMap((cell) => imagesIn(cell.blocks)));
    return [];
  });
}

/** An image that stands in the text stays: its place there would be empty. */
export function checkNotInText(id: string, blocks: readonly TextBlock[]): void {
  if (imagesIn(blocks).includes(id))
    throw ruleBroken(
      'IMAGE_IN_TEXT',
      'This image stands in the text of the report: take it out there first.',
    );
}
