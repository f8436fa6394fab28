/** What became of an item, as a sentence says it: “B12 was added by …”. */
export const VERBS = {
  CREATED: 'added',
  UPDATED: 'changed',
  ARCHIVED: 'archived',
  RESTORED: 'brought back',
  REMOVED: 'removed',
  RESYNC: 'changed',
} as const;
