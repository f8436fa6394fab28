import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { ownCopyToKeep, writeOwnCopy } from '../boards/own-copy.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { BoardReportTemplate } from './report-template.entity.js';
import type { UpdateReportTemplateInput } from './report-template.inputs.js';
import {
  checkTemplate,
  clearancesKept,
  newestTemplate,
  sectionsKept,
  templateIdOf,
} from './report-template.rules.js';

/** Changes a board’s own template. Reports that have begun stay as they are. */
export async function updateReportTemplate(
  work: Work,
  input: UpdateReportTemplateInput,
): Promise<BoardReportTemplate & Row> {
  refuseCleared(input, ['title', 'sections', 'requiredClearances']);
  const copy = await ownCopyToKeep(work, BoardReportTemplate, input.boardId, templateIdOf);
  const { title, sections, requiredClearances } = newestTemplate();
  const values: Values = {
    ...(!copy.current && { title, sections: [...sections], requiredClearances: [...requiredClearances] }),
    ...(input.title && { title: input.title.trim() }),
    ...(input.sections && { sections: sectionsKept(input.sections) }),
    ...(input.requiredClearances && { requiredClearances: clearancesKept(input.requiredClearances) }),
  };
  // How partners are to write is theirs to know; what they wrote is told when it is published.
  const row = await writeOwnCopy<BoardReportTemplate>(work, copy, values, input.expectedVersion, {
    ...{ clash: 'sections', seenBy: 'PARTNERSHIP' },
  });
  checkTemplate(row);
  return row;
}
