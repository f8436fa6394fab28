import { type PriorityRow, priorityName } from '../plans/priorityRow';

/** The priorities of a plan to choose from, as people name them. */
export const priorityOptions = (priorities: readonly PriorityRow[]) =>
  priorities.map((one) => ({ id: one.id, label: `${priorityName(one)} ${one.title}` }));
