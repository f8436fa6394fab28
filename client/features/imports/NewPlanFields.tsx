import type { PlanKind } from '../../../schema/vocabulary';
import { financialYear, londonDay } from '../../platform/format/dates';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import type { NewPlanInput } from './import.operations';

type Kind = keyof typeof PlanKind;

interface TypedPlan {
  readonly title: string;
  readonly kind: Kind;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly boardId: string | null;
}

const KINDS: readonly { readonly id: Kind; readonly label: string }[] = [
  { id: 'ACTION_PLAN', label: 'Action plan' },
  { id: 'DELIVERY_PLAN', label: 'Delivery plan' },
  { id: 'STRATEGY', label: 'Strategy' },
];

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

export const newPlanOf = (partnershipId: string, { title, ...typed }: TypedPlan): NewPlanInput => ({
  partnershipId,
  ...typed,
  ...(title.trim() ? { title: title.trim() } : {}),
});

interface NewPlanFieldsProps {
  readonly typed: TypedPlan;
  readonly onChange: (typed: TypedPlan) => void;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly errorAt: (field: string) => { error?: string };
}

/** The plan that a file begins. Its deadlines are read by the plan's period. */
export function NewPlanFields({ typed, onChange, boards, errorAt }: NewPlanFieldsProps) {
  const type = (change: Partial<TypedPlan>): void => onChange({ ...typed, ...change });
  return (
    <div className="import-plan">
      <TextField
        className="import-wide"
        label="Title"
        isOptional
        description="Without one, the title in the file"
        value={typed.title}
        onChange={(title) => type({ title })}
        {...errorAt('title')}
      />
      <Select
        label="Kind"
        options={KINDS}
        value={typed.kind}
        onChange={(kind) => kind && type({ kind: kind as Kind })}
      />
      <Select
        label="Board"
        isOptional
        placeholder="No board yet"
        options={boards.map(({ id, name }) => ({ id, label: name }))}
        value={typed.boardId}
        onChange={(boardId) => type({ boardId })}
        {...errorAt('boardId')}
      />
      <TextField
        label="First day"
        type="date"
        isRequired
        value={typed.startsOn}
        onChange={(startsOn) => type({ startsOn })}
        {...errorAt('startsOn')}
      />
      <TextField
        label="Last day"
        type="date"
        isRequired
        value={typed.endsOn}
        onChange={(endsOn) => type({ endsOn })}
        {...errorAt('endsOn')}
      />
    </div>
  );
}
