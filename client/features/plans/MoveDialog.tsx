import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { FormDialog } from '../../platform/ui/FormDialog';
import type { Option } from '../../platform/ui/ListItems';
import { ComboBox, Select } from '../../platform/ui/Select';
import { showToast } from '../../platform/ui/toasts';
import { useForm } from '../../platform/ui/useForm';
import { type Place, type Placed, placeOf, rowBelow } from './placing';

/** The lists of choices need a word for ‘below nothing’ and ‘before all’. */
const TOP = 'top';
const FIRST = 'first';

interface MoveDialogProps<One extends Placed> {
  readonly name: string;
  readonly moved: One;
  /** Everything it may stand beside, itself too. */
  readonly all: readonly One[];
  readonly nameOf: (one: One) => string;
  /** What it can be put below; absent where all stand in one row. */
  readonly parents?: readonly Option[];
  readonly topLabel?: string;
  readonly send: (place: Place) => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** Somebody else was quicker; what is shown is where it stands now, so choosing again is enough. */
export const movedMeanwhile = (refusal: Refusal | null): Refusal | null =>
  refusal?.code === 'CONFLICT'
    ? { ...refusal, message: 'Somebody else has just moved it. Choose again from where it stands now.' }
    : refusal;

/** Puts something in another place: below what, and after which of those that stand there. */
export function MoveDialog<One extends Placed>(props: MoveDialogProps<One>) {
  const { name, moved, all, nameOf, parents, topLabel = '', send, onClose } = props;
  const [begin] = useState<Place>(() => placeOf(all, moved));
  const form = useForm(
    begin,
    async (place) => movedMeanwhile(await send(place)),
    () => {
      showToast({ tone: 'success', message: `${name} was moved` });
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  const beside = rowBelow(all, typed.parentId).filter((one) => one.id !== moved.id);
  const below = (parentId: string | null): void => {
    const row = rowBelow(all, parentId).filter((one) => one.id !== moved.id);
    // In its own row it stays where it is until another place is chosen; in another it comes last.
    const afterId = parentId === begin.parentId ? begin.afterId : (row.at(-1)?.id ?? null);
    type({ parentId, afterId });
  };
  return (
    <FormDialog {...form} title={`Move ${name}`} verb="Move it here" onClose={onClose}>
      {parents && (
        <ComboBox
          label="Below"
          description="It takes everything that stands below it along"
          options={[{ id: TOP, label: topLabel }, ...parents]}
          value={typed.parentId ?? TOP}
          onChange={(id) => id !== null && below(id === TOP ? null : id)}
          {...errorAt('parentId')}
        />
      )}
      {beside.length > 0 ? (
        <Select
          label="Its place"
          options={[
            { id: FIRST, label: 'First' },
            ...beside.map((one) => ({ id: one.id, label: `After ${nameOf(one)}` })),
          ]}
          value={typed.afterId ?? FIRST}
          onChange={(id) => type({ afterId: id === FIRST ? null : id })}
          {...errorAt('afterId')}
        />
      ) : (
        <p className="quiet">Nothing else stands there, so it will be the only one.</p>
      )}
    </FormDialog>
  );
}
