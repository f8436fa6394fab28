import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { refuseCleared } from '../plans/plan.service.js';
import { lockToAdminister } from './administration.service.js';
import { Partnership } from './partnership.entity.js';
import type { UpdatePartnershipInput } from './partnership.inputs.js';
import { redefine } from './partnership.rules.js';

export async function updatePartnership(
  work: Work,
  input: UpdatePartnershipInput,
): Promise<Partnership & Row> {
  refuseCleared(input, ['name', 'bragDefinitions']);
  const partnership = await lockToAdminister<Partnership>(work, Partnership, input.id);
  const { id: _, expectedVersion, bragDefinitions, ...patch } = input;
  const own = bragDefinitions
    ? { ownBragDefinitions: redefine(partnership.ownBragDefinitions, bragDefinitions) }
    : {};
  return work.update<Partnership>(
    Partnership,
    partnership,
    { ...patch, ...own },
    { version: expectedVersion, fieldOf: { ownBragDefinitions: 'bragDefinitions' } },
  );
}
