import {
  type AttachmentFinding,
  type AttachmentKind,
  attachmentAddress,
  formatOf,
} from '../../../schema/attachment-words.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from '../reports/report.entity.js';
import { Attachment } from './attachment.entity.js';
import { abilitiesRead } from './attachment.policy.js';

const findings: FieldRead = {
  needs: ['foundInside'],
  read: async ({ rows, give, into }) => {
    const all = rows.map((row) => {
      const found = row['foundInside'] as AttachmentFinding[];
      return [row, found.map((one, i): Row => ({ ...one, id: `${row.id} ${i}` }))] as const;
    });
    await into(
      'AttachmentFinding',
      all.flatMap(([, found]) => found),
    );
    for (const [row, found] of all) give(row, found);
  },
};

defineReads('Attachment', {
  format: derived(['kind'], (row) => formatOf(row['kind'] as AttachmentKind)),
  address: derived(['id', 'fileName'], (row) => attachmentAddress(row.id, row['fileName'] as string)),
  findings,
  attachedBy: toOne(() => Person, 'attachedById'),
  report: toOne(() => Report, 'reportId'),
  agendaItem: toOne(() => AgendaItem, 'agendaItemId'),
  viewerCan: abilitiesRead,
});

const attachments = toMany(() => Attachment, 'holderId', { orderBy: 't.position, t.id' });
defineReads('Report', { attachments });
defineReads('AgendaItem', { attachments });
