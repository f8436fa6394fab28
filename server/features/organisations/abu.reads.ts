import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toListed, toMany, toOne } from '../../platform/reading/relations.js';
import { columnsFor } from '../../platform/reading/shape.js';
import { columnList, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Board } from '../boards/board.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { DelegatedFunction } from './abu.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

/** Said at the priority, where it is for those who see the priority; older rows say it at the unit too. */
const priorities: FieldRead = {
  needs: ['priorityIds'],
  read: async ({ rows, field, reader, give, into }) => {
    const table = tableOf(Priority);
    const columns = columnList(table, columnsFor(table, field.selection, ['abuIds']), 't');
    const named = (row: Row) => row['priorityIds'] as string[];
    const found = await reader.query<Row>(
      `select ${columns} from ${sourceOf(table, reader)} t where t.archived_at is null and (t.abu_ids && $1::uuid[] or t.id = any($2::uuid[]))
       order by t.plan_id, t.position, t.id`,
      [rows.map((row) => row.id), rows.flatMap(named)],
    );
    await into('Priority', found);
    const isOf = (row: Row, priority: Row) =>
      (priority['abuIds'] as string[]).includes(row.id) || named(row).includes(priority.id);
    for (const row of rows)
      give(
        row,
        found.filter((priority) => isOf(row, priority)),
      );
  },
};

const byFunction = { orderBy: 'lower(t.function), t.id' };

defineReads('AccountableBusinessUnit', {
  hostOrganisation: toOne(() => Organisation, 'hostOrganisationId'),
  memberOrganisations: toListed(() => Organisation, 'memberOrganisationIds'),
  managingDirector: toOne(() => Person, 'managingDirectorId'),
  boards: toListed(() => Board, 'boardIds'),
  priorities,
  delegatedFunctions: toMany(() => DelegatedFunction, 'abuId', byFunction),
  archivedFunctions: toMany(() => DelegatedFunction, 'abuId', {
    ...byFunction,
    where: 't.archived_at is not null',
  }),
});

defineReads('DelegatedFunction', { fromOrganisation: toOne(() => Organisation, 'fromOrganisationId') });
