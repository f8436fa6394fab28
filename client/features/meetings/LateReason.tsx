import { type ReactNode, useCallback, useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import type { NewItem } from './meetingContext';

/** What the server breaks off with where the papers of the meeting are out. */
const LATE = 'LATE_WITHOUT_REASON';

type Add = (item: NewItem) => Promise<Refusal | null>;

interface Asked {
  readonly item: NewItem;
  readonly refusal: Refusal;
  readonly answer: (refusal: Refusal | null) => void;
}

function LateDialog({ asked, add, onClose }: { asked: Asked; add: Add; onClose: () => void }) {
  const form = useForm(
    { lateReason: '' },
    ({ lateReason }) => add({ ...asked.item, lateReason: lateReason.trim() || null }),
    () => {
      asked.answer(null);
      onClose();
    },
  );
  const { refusal } = form;
  // Sent without a reason it is refused as it was before, which stands above already.
  const shown = refusal?.rule === LATE ? null : refusal;
  return (
    <FormDialog
      {...form}
      refusal={shown}
      title="The chair’s reason"
      verb="Put it on the agenda"
      onClose={() => {
        asked.answer(asked.refusal);
        onClose();
      }}
    >
      <Banner tone="warning">{asked.refusal.message}</Banner>
      <TextArea
        label="Why the chair takes it as urgent"
        description="It is told with the item, and stands in the minutes."
        isRequired
        autoFocus
        rows={3}
        maxLength={1000}
        value={form.typed.lateReason}
        onChange={(lateReason) => form.type({ lateReason })}
        {...form.errorAt('lateReason')}
      />
    </FormDialog>
  );
}

/** Puts an item on the agenda; where that is late, asks for the chair’s reason and sends it again. The second part is that question. */
export function useLateReason(create: Add): readonly [Add, ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const add = useCallback<Add>(
    async (item) => {
      const refusal = await create(item);
      if (refusal?.rule !== LATE) return refusal;
      return new Promise((answer) => setAsked({ item, refusal, answer }));
    },
    [create],
  );
  return [add, asked && <LateDialog asked={asked} add={create} onClose={() => setAsked(null)} />];
}
