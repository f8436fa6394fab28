import { MultiSelect } from '../../platform/ui/MultiSelect';
import { ComboBox, Select } from '../../platform/ui/Select';
import { type Circle, type Circled, isCircleKind, kindsOf } from './circle';
import type { useCircles } from './useCircles';

interface CircleFieldsProps {
  readonly label: string;
  /** What it is the circle of: by that it can be one thing or another. */
  readonly kindsOf: Circled;
  readonly mayPublish: boolean;
  readonly typed: Circle;
  readonly type: (change: Partial<Circle>) => void;
  readonly errorAt: (field: string) => { error?: string };
  readonly options: ReturnType<typeof useCircles>['options'];
}

/** A circle as it is chosen: of what kind, and of whom. */
export function CircleFields({
  label,
  kindsOf: of,
  mayPublish,
  typed,
  type,
  errorAt,
  options,
}: CircleFieldsProps) {
  return (
    <>
      <Select
        label={label}
        options={kindsOf(of, mayPublish)}
        value={typed.kind}
        onChange={(kind) => isCircleKind(kind) && type({ kind })}
        {...errorAt('kind')}
      />
      {typed.kind === 'ORGANISATIONS' && (
        <MultiSelect
          label="Organisations"
          options={options.organisations}
          values={typed.organisationIds}
          onChange={(organisationIds) => type({ organisationIds })}
          placeholder="Type a name"
          {...errorAt('organisationIds')}
        />
      )}
      {typed.kind === 'BOARD' && (
        <ComboBox
          label="Board"
          options={options.boards}
          value={typed.boardId}
          onChange={(boardId) => type({ boardId })}
          placeholder="Type a name"
          {...errorAt('boardId')}
        />
      )}
      {typed.kind === 'PEOPLE' && (
        <MultiSelect
          label="People"
          options={options.people}
          values={typed.personIds}
          onChange={(personIds) => type({ personIds })}
          placeholder="Type a name"
          {...errorAt('personIds')}
        />
      )}
    </>
  );
}
