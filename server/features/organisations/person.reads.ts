import { organisationsWith } from '../../platform/policy/viewer.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Organisation } from './organisation.entity.js';
import { personAbilities } from './person.policy.js';

const viewerCan: FieldRead = {
  needs: ['partnershipId', 'organisationId'],
  read: async ({ rows, reader, give }) => {
    const { position } = reader.viewer;
    // Only to those who keep the people of an organisation does it matter who administers the partnership.
    const known = organisationsWith(position, 'MANAGE_MEMBERS').length
      ? await reader.query<{ id: string }>(ADMINISTRATORS, [rows.map(({ id }) => id)])
      : [];
    const administrators = new Set(known.map(({ id }) => id));
    for (const row of rows)
      give(
        row,
        personAbilities(position, {
          partnershipId: row['partnershipId'] as string,
          organisationId: row['organisationId'] as string | null,
          isAdministrator: administrators.has(row.id),
        }),
      );
  },
};

defineReads('Person', { organisation: toOne(() => Organisation, 'organisationId'), viewerCan });

const ADMINISTRATORS = `
  select distinct person_id as id from memberships
  where person_id = any($1::uuid[]) and organisation_id is null and archived_at is null`;
