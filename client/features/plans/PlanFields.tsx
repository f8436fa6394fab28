import type { PlanKind } from '../../../schema/vocabulary';
import { financialYear, londonDay } from '../../platform/format/dates';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';

export type PlanKindName = keyof typeof PlanKind;

export const KIND_WORDS: Readonly<Record<PlanKindName, string>> = {
  STRATEGY: 'Strategy',
  DELIVERY_PLAN: 'Delivery plan',
  ACTION_PLAN: 'Action plan',
};
const KINDS = (['ACTION_PLAN', 'DELIVERY_PLAN', 'STRATEGY'] as const).map((id) => ({
  id,
  label: KIND_WORDS[id],
}));

export interface TypedPlan {
  readonly title: string;
  readonly kind: PlanKindName;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly boardId: string | null;
}

/** This financial year, until somebody says otherwise. */
export function beginPlan(): TypedPlan {
  const [first = ''] = financialYear(londonDay(new Date())).split('-');
  return {
    title: '',
    kind: 'ACTION_PLAN',
    startsOn: `${first}-04-01`,
    endsOn: `${Number(first) + 1}-03-31`,
    boardId: null,
  };
}

const NO_BOARD = 'none';

interface PlanFieldsProps {
  readonly typed: TypedPlan;
  readonly onChange: (change: Partial<TypedPlan>) => void;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly errorAt: (field: string) => { error?: string };
  /** Said where the title may be left out. */
  readonly titleOtherwise?: string;
}

/** What a plan is: the same wherever one is begun or changed. */
export function PlanFields({ typed, onChange, boards, errorAt, titleOtherwise }: PlanFieldsProps) {
  return (
    <>
      <TextField
        className="plan-fields-wide"
        label="Title"
        {...(titleOtherwise === undefined
          ? { isRequired: true, autoFocus: true }
          : { isOptional: true, description: titleOtherwise })}
        value={typed.title}
        onChange={(title) => onChange({ title })}
        {...errorAt('title')}
      />
      <Select
        label="Kind"
        options={KINDS}
        value={typed.kind}
        onChange={(id) => onChange({ kind: KINDS.find((kind) => kind.id === id)?.id ?? typed.kind })}
        {...errorAt('kind')}
      />
      <Select
        label="Board"
        isOptional
        description="The board that owns the plan and adopts it"
        options={[
          { id: NO_BOARD, label: 'No board yet' },
          ...boards.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={typed.boardId ?? NO_BOARD}
        onChange={(id) => onChange({ boardId: id === NO_BOARD ? null : id })}
        {...errorAt('boardId')}
      />
      <TextField
        label="First day"
        type="date"
        isRequired
        value={typed.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
        {...errorAt('startsOn')}
      />
      <TextField
        label="Last day"
        type="date"
        isRequired
        value={typed.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
        {...errorAt('endsOn')}
      />
    </>
  );
}
