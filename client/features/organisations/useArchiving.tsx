import { type ReactNode, useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { tellOutcome } from '../../platform/graphql/outcome';
import { ConfirmDialog } from '../../platform/ui/Dialog';

export interface ArchivableItem {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly archivedAt: string | null;
}

type Verb = (input: { id: string; expectedVersion: number }) => Promise<Refusal | null>;

interface ArchivingWords {
  /** What sort of thing it is: 'board'. */
  readonly what: string;
  readonly archive: Verb;
  readonly restore: Verb;
  readonly onDone: () => void;
  /** What putting it away means. */
  readonly meaning: string;
}

/** Puts an item away, once that is confirmed, or brings one back at once. The second part is the dialog that asks. */
export function useArchiving(words: ArchivingWords): readonly [(item: ArchivableItem) => void, ReactNode] {
  const { what, archive, restore, onDone, meaning } = words;
  const [asked, setAsked] = useState<ArchivableItem | null>(null);
  const [isPending, setPending] = useState(false);
  const move = async ({ id, version, name, archivedAt }: ArchivableItem): Promise<void> => {
    setPending(true);
    const refusal = await (archivedAt ? restore : archive)({ id, expectedVersion: version });
    setPending(false);
    setAsked(null);
    onDone();
    tellOutcome(refusal, `${name} was ${archivedAt ? 'brought back' : 'archived'}`);
  };
  const dialog = (
    <ConfirmDialog
      isOpen={asked !== null}
      title={`Archive ${asked?.name ?? ''}?`}
      confirm={`Archive the ${what}`}
      isDanger
      isPending={isPending}
      onConfirm={() => asked && void move(asked)}
      onClose={() => setAsked(null)}
    >
      <p>{meaning} Its history stays, and it can be brought back.</p>
    </ConfirmDialog>
  );
  return [(item) => (item.archivedAt ? void move(item) : setAsked(item)), dialog];
}
