import { PlanFields, type TypedPlan } from '../plans/PlanFields';
import type { NewPlanInput } from './import.operations';

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
export function NewPlanFields({ typed, onChange, ...rest }: NewPlanFieldsProps) {
  return (
    <div className="import-plan">
      <PlanFields
        {...rest}
        typed={typed}
        onChange={(change) => onChange({ ...typed, ...change })}
        titleOtherwise="Without one, the title in the file"
      />
    </div>
  );
}
