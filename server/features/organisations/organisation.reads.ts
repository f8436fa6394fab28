import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { administered, organisationAbilities } from './organisation.policy.js';
import { Person } from './person.entity.js';

const viewerCan: FieldRead = {
  needs: ['partnershipId'],
  read: async ({ rows, reader, give }) => {
    const { position } = reader.viewer;
    // Only to those who administer a partnership does it matter whether an organisation has anybody of its own.
    const known = position.administers.size
      ? await administered(
          reader,
          rows.map((row) => row.id),
        )
      : new Set<string>();
    for (const row of rows) {
      const facts = {
        id: row.id,
        partnershipId: row['partnershipId'] as string,
        hasAdministrator: known.has(row.id),
      };
      give(row, organisationAbilities(position, facts));
    }
  },
};

defineReads('Organisation', {
  memberships: toMany(() => Membership, 'organisationId', {
    orderBy: `array_position(array['ADMIN', 'LEAD', 'EDITOR', 'VIEWER'], t.role), t.created_at, t.id`,
  }),
  viewerCan,
});

defineReads('Membership', {
  person: toOne(() => Person, 'personId'),
  organisation: toOne(() => Organisation, 'organisationId'),
});
