import type { Desired, Existing, ImportedType } from './import-content.js';
import { foldReference } from './references.rules.js';
import { foldText } from './text.rules.js';

/**
 * Which item of the plan an item of a file is: the one that came under its key before; else one made by hand that says the
 * same in the same place. Pure.
 */
export class Identity {
  private readonly byKey = new Map<string, Existing>();
  private readonly bySense = new Map<string, Existing>();
  private readonly taken = new Set<string>();

  constructor(items: readonly Existing[]) {
    for (const item of items) {
      const { type, key, values } = item;
      const known = key === null ? undefined : this.byKey.get(`${type} ${key}`);
      // One that was undone gives way to one that stands.
      if (key !== null && (!known || known.isUndone)) this.byKey.set(`${type} ${key}`, item);
      const isHandMade = key === null || type === 'Update';
      if (isHandMade && values['archivedAt'] === null) this.bySense.set(senseOf(type, values), item);
      const told =
        type === 'Update' && key !== null && values['archivedAt'] === null
          ? item.left?.values['narrative']
          : undefined;
      if (told) this.bySense.set(`told ${values['actionId']} ${String(told)}`, item);
    }
  }

  /** `place` are the ids of what it hangs under. */
  find({ type, key, values, initial }: Desired, place: Record<string, unknown>): Existing | null {
    const told =
      type === 'Update'
        ? this.bySense.get(`told ${place['actionId']} ${String(values['narrative'])}`)
        : undefined;
    const byKey = this.byKey.get(`${type} ${key}`);
    const bySense = this.bySense.get(senseOf(type, { ...values, ...initial, ...place }));
    // A report that somebody wrote meanwhile stands before one that was undone.
    const candidates = byKey?.isUndone && type === 'Update' ? [bySense, byKey] : [byKey, told, bySense];
    const found = candidates.find((item) => item !== undefined && !this.taken.has(item.id));
    if (found) this.taken.add(found.id);
    return found ?? null;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? foldText(value) : '');

const senses: Record<ImportedType, (values: Record<string, unknown>) => string> = {
  Workstream: ({ number, title }) => `${text(number)} ${text(title)}`,
  Action: ({ workstreamId, reference, title }) =>
    `${workstreamId} ${typeof reference === 'string' ? foldReference(reference) : ''} ${text(title)}`,
  Risk: ({ workstreamId, event }) => `${workstreamId} ${text(event)}`,
  Mitigation: ({ riskId, description }) => `${riskId} ${text(description)}`,
  Update: ({ actionId, organisationId, period }) => `${actionId} ${organisationId ?? ''} ${period}`,
  CrossReference: ({ fromId, toId, textAsWritten, kind }) =>
    `${fromId} ${kind} ${toId ?? text(textAsWritten)}`,
};

const senseOf = (type: ImportedType, values: Record<string, unknown>): string =>
  `${type} ${senses[type](values)}`;
