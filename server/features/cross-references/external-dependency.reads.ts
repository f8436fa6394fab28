import { defineReads, derived } from '../../platform/reading/fields.js';
import { timingOf, timingProperties } from '../actions/timing.entity.js';
import { crossReferencesOf } from './cross-reference.reads.js';

defineReads('ExternalDependency', {
  timing: derived(timingProperties, timingOf),
  crossReferences: crossReferencesOf,
});
