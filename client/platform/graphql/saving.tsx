import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { relativeInstant } from '../format/dates';
import { ConflictDialog, type Side } from '../ui/ConflictDialog';
import type { FieldConflict, Refusal } from './errors';

export type { Side };

export interface Save {
  /** What is being changed, as people name it: 'WS2 B12'. */
  readonly item: string;
  /** The version the writer began from. */
  readonly version: number;
  /** Sends it; after a conflict again, with their version and only the fields the writer chose to keep. */
  readonly send: (version: number, only: ReadonlySet<string> | null) => Promise<Refusal | null>;
  readonly label: (field: string) => string;
  /** How a field's value looks; as it is by default. */
  readonly show?: (field: string, value: unknown, side: 'base' | Side) => ReactNode;
}

interface Clash {
  readonly save: Save;
  readonly conflicts: readonly FieldConflict[];
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/** The same for a form, which says what the server refused at the field it is about; null when it was saved. */
export async function refusalOfSaving(
  save: (asked: Save) => Promise<void>,
  asked: Save,
): Promise<Refusal | null> {
  let refusal: Refusal | null = null;
  try {
    await save({
      ...asked,
      send: async (version, only) => {
        refusal = await asked.send(version, only);
        return refusal;
      },
    });
    return null;
  } catch (error) {
    if (refusal === null || !(error instanceof Error)) throw error;
    return { ...(refusal as Refusal), message: error.message };
  }
}

/** The server's no in one sentence: what is wrong with the field, where it says so. */
export function refusalWords({ message, fields }: Refusal): string {
  return fields.length > 0 ? fields.map((field) => field.message).join(' ') : message;
}

const plain = (value: unknown): ReactNode =>
  value === null || value === undefined || value === '' ? (
    <span className="quiet">Nothing</span>
  ) : (
    String(value)
  );

function who({ changedBy, changedAt }: FieldConflict): string {
  const when = changedAt ? relativeInstant(changedAt, new Date()) : 'just now';
  return `${changedBy ?? 'Somebody else'}, ${when}`;
}

type SaveHere = (save: Save) => Promise<void>;

const HereContext = createContext<SaveHere | null>(null);

/** What saving asks about an item is asked for as long as the item is here: when it goes, the question goes with its words. */
export function SavingHere({ children }: { readonly children: ReactNode }) {
  const [save, conflictDialog] = useSaving();
  return (
    <HereContext value={save}>
      {children}
      {conflictDialog}
    </HereContext>
  );
}

/** Saving as it is done in this part of the page; else as in the whole of it. */
export const useSaveHere = (inPage: SaveHere): SaveHere => useContext(HereContext) ?? inPage;

/**
 * Saving by the one rule for everything that can be edited: refusals are thrown in words fit for the field; a conflict
 * asks, and nothing typed is lost. Put the dialog anywhere in the page.
 */
export function useSaving(): readonly [(save: Save) => Promise<void>, ReactNode] {
  const [clash, setClash] = useState<Clash | null>(null);
  const [isPending, setPending] = useState(false);

  const save = useCallback(async (asked: Save): Promise<void> => {
    const refusal = await asked.send(asked.version, null);
    if (!refusal) return;
    if (refusal.code !== 'CONFLICT') throw new Error(refusalWords(refusal));
    await new Promise<void>((done, fail) =>
      setClash({ save: asked, conflicts: refusal.conflicts, done, fail }),
    );
  }, []);

  const resolve = async (choices: Readonly<Record<string, Side>>): Promise<void> => {
    if (!clash) return;
    const mine = new Set(Object.keys(choices).filter((field) => choices[field] === 'yours'));
    setPending(true);
    const newest = Math.max(clash.save.version, ...clash.conflicts.map((one) => one.theirVersion ?? 0));
    const refusal = mine.size > 0 ? await clash.save.send(newest, mine) : null;
    setPending(false);
    if (refusal?.code === 'CONFLICT') return setClash({ ...clash, conflicts: refusal.conflicts });
    setClash(null);
    if (refusal) clash.fail(new Error(refusalWords(refusal)));
    else clash.done();
  };

  const first = clash?.conflicts[0];
  const dialog = clash && first && (
    <ConflictDialog
      key={clash.conflicts.map((one) => one.theirVersion).join()}
      isOpen
      item={clash.save.item}
      theirsBy={who(first)}
      isPending={isPending}
      fields={clash.conflicts.map(({ field, base, theirs, yours }) => {
        const show = (value: unknown, side: 'base' | Side) =>
          clash.save.show?.(field, value, side) ?? plain(value);
        return {
          name: field,
          label: clash.save.label(field),
          base: show(base, 'base'),
          theirs: show(theirs, 'theirs'),
          yours: show(yours, 'yours'),
        };
      })}
      onResolve={(choices) => void resolve(choices)}
      onBack={() => {
        setClash(null);
        clash.fail(new Error('Not saved: somebody else changed this meanwhile. Your text is still here.'));
      }}
    />
  );
  return [save, dialog];
}
