import { type ReactNode, useCallback, useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';

/** What the server breaks off with where the papers of the meeting are out. */
export const LATE = 'LATE_WITHOUT_REASON';

export const REASON = 'Why the chair takes it as urgent';
export const REASON_TOLD = 'It is told with the item, and stands in the minutes.';

interface LateFieldProps {
  /** Why it is wanted, in the server’s words. */
  readonly why: string;
  readonly value: string;
  readonly onChange: (lateReason: string) => void;
  readonly error?: string;
  readonly autoFocus?: boolean;
  /** What becomes of it. */
  readonly description?: string;
}

/** Where the chair’s reason is typed, and why it is wanted. */
export function LateField({ why, description = REASON_TOLD, ...field }: LateFieldProps) {
  return (
    <>
      <Banner tone="warning">{why}</Banner>
      <TextArea label={REASON} isRequired rows={3} maxLength={1000} {...field} description={description} />
    </>
  );
}

/** What comes onto an agenda, of whatever it is made. */
interface MaybeLate {
  readonly lateReason?: string | null | undefined;
}

type Add<Item> = (item: Item) => Promise<Refusal | null>;

interface Asked<Item> {
  readonly item: Item;
  readonly refusal: Refusal;
  readonly answer: (refusal: Refusal | null) => void;
}

interface LateDialogProps<Item> {
  readonly asked: Asked<Item>;
  readonly add: Add<Item>;
  readonly description: string;
  readonly onClose: () => void;
}

function LateDialog<Item extends MaybeLate>({ asked, add, description, onClose }: LateDialogProps<Item>) {
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
      <LateField
        why={asked.refusal.message}
        description={description}
        autoFocus
        value={form.typed.lateReason}
        onChange={(lateReason) => form.type({ lateReason })}
        {...form.errorAt('lateReason')}
      />
    </FormDialog>
  );
}

/** Puts an item on the agenda; where that is late, asks for the chair’s reason and sends it again. The second part is that question. */
export function useLateReason<Item extends MaybeLate>(
  create: Add<Item>,
  description = REASON_TOLD,
): readonly [Add<Item>, ReactNode] {
  const [asked, setAsked] = useState<Asked<Item> | null>(null);
  const add = useCallback<Add<Item>>(
    async (item) => {
      const refusal = await create(item);
      if (refusal?.rule !== LATE) return refusal;
      return new Promise((answer) => setAsked({ item, refusal, answer }));
    },
    [create],
  );
  return [
    add,
    asked && <LateDialog {...{ asked, description }} add={create} onClose={() => setAsked(null)} />,
  ];
}
