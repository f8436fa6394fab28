import type { Refusal } from './errors';
import { refusalOfSaving, type Save } from './saving';

interface Changed<Fields extends object> extends Omit<Save, 'send'> {
  /** The fields as they were when writing began, and as they are to be. */
  readonly before: Fields;
  readonly after: Fields;
  readonly send: (version: number, changed: Partial<Fields>) => Promise<Refusal | null>;
}

/**
 * Saves a form: of its fields only those changed in it, since the rest may have been changed by others meanwhile.
 * Where both changed the same it asks; what they did not touch is saved whichever is kept. Null when it is saved, or why not.
 */
export async function saveChanged<Fields extends object>(
  save: (asked: Save) => Promise<void>,
  form: Changed<Fields>,
): Promise<Refusal | null> {
  const { before, after, send, ...asked } = form;
  const isSame = (field: keyof Fields) => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  const changed = (Object.keys(after) as (keyof Fields & string)[]).filter((field) => !isSame(field));
  if (changed.length === 0) return null;
  const last: { refusal: Refusal | null } = { refusal: null };
  const clashing = () => new Set(last.refusal?.conflicts.map(({ field }) => field));
  const refusal = await refusalOfSaving(save, {
    ...asked,
    send: async (version, only) => {
      const theirs = clashing();
      const kept = changed.filter((field) => only?.has(field) !== false || !theirs.has(field));
      const patch = Object.fromEntries(kept.map((field) => [field, after[field]])) as Partial<Fields>;
      last.refusal = await send(version, patch);
      return last.refusal;
    },
  });
  if (refusal) return refusal;
  if (last.refusal?.code !== 'CONFLICT') return null;
  // Theirs were kept throughout, so nothing was sent again: what they did not touch still is to be.
  const theirs = clashing();
  const rest = Object.fromEntries(Object.entries(after).filter(([field]) => !theirs.has(field))) as Fields;
  const version = Math.max(form.version, ...last.refusal.conflicts.map((one) => one.theirVersion ?? 0));
  return saveChanged(save, { ...form, version, after: rest });
}
