import { defineReads, derived } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Action } from './action.entity.js';
import { updateAbilities } from './update.policy.js';

defineReads('Update', {
  action: toOne(() => Action, 'actionId'),
  organisation: toOne(() => Organisation, 'organisationId'),
  author: toOne(() => Person, 'authorId'),
  viewerCan: derived(['organisationId'], (row, reader) =>
    updateAbilities(reader.viewer.position, { organisationId: row['organisationId'] as string | null }),
  ),
});
