import { defineReads, derived } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { mayWatchFor } from './watch.policy.js';

defineReads('Watch', {
  externalDependency: toOne(() => ExternalDependency, 'externalDependencyId'),
  organisation: toOne(() => Organisation, 'organisationId'),
  viewerCan: derived(['organisationId'], (row, reader) => ({
    update: mayWatchFor(reader.viewer.position, [row['organisationId'] as string]),
  })),
});
