import { defineReads, derived } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { mayAnswerNotice } from './impact-notice.policy.js';

defineReads('ImpactNotice', {
  crossReference: toOne(() => CrossReference, 'crossReferenceId'),
  organisation: toOne(() => Organisation, 'organisationId'),
  answeredBy: toOne(() => Person, 'answeredById'),
  viewerCan: derived(['organisationId'], (row, reader) => ({
    answer: mayAnswerNotice(reader.viewer.position, row['organisationId'] as string),
  })),
});
