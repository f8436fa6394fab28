import { defineReads, derived } from '../../platform/reading/fields.js';
import { listed, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { mayKeepRules } from '../boards/board-rules.policy.js';
import { ownOrShipped } from '../boards/own-copy.reads.js';
import { BoardReportTemplate } from './report-template.entity.js';
import { isAdjusted, newestTemplate, type OwnTemplate, templateIdOf } from './report-template.rules.js';

const sections = listed('sections', 'ReportTemplateSection');

defineReads('ReportTemplate', { sections });

defineReads('Board', {
  reportTemplate: ownOrShipped(BoardReportTemplate, templateIdOf, () => structuredClone(newestTemplate())),
});

defineReads('BoardReportTemplate', {
  sections: { ...sections, needs: ['sections'] },
  board: toOne(() => Board, 'boardId'),
  // Of a day before boards could say so, the log knows of none.
  requiredClearances: derived(['requiredClearances'], (row) => row['requiredClearances'] ?? []),
  isAdjusted: derived(['title', 'sections', 'requiredClearances'], (row) =>
    isAdjusted(row as unknown as OwnTemplate),
  ),
  shipped: derived([], () => structuredClone(newestTemplate())),
  viewerCan: derived(['boardId', 'partnershipId'], (row, reader) => ({
    update: mayKeepRules(reader.viewer.position, {
      boardId: row['boardId'] as string,
      partnershipId: row['partnershipId'] as string,
    }),
  })),
});
