import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import type { RuleFieldsProps } from './AdjustRule';
import { RowsField } from './RowsField';
import type { TypedStanding } from './ruleForm';

const PLACES = [
  { id: 'START', label: 'At the start' },
  { id: 'END', label: 'At the end' },
];
const BLANK: TypedStanding = { title: '', section: '', place: 'START', minutes: '' };

/** What stands on every agenda by itself. */
export function StandingFields({ typed, type, errorAt }: RuleFieldsProps) {
  return (
    <RowsField
      label="Standing items"
      what="standing item"
      rows={typed.standingItems}
      onChange={(standingItems) => type({ standingItems })}
      blank={BLANK}
      {...errorAt('standingItems')}
    >
      {(item, change) => (
        <>
          <TextField
            label="Title"
            isRequired
            maxLength={300}
            value={item.title}
            onChange={(title) => change({ title })}
          />
          <div className="fields-beside">
            <Select
              label="Place"
              options={PLACES}
              value={item.place}
              onChange={(place) => place && change({ place: place as TypedStanding['place'] })}
            />
            <TextField
              label="Minutes"
              isOptional
              inputMode="numeric"
              pattern="[0-9]*"
              value={item.minutes}
              onChange={(minutes) => change({ minutes })}
            />
          </div>
        </>
      )}
    </RowsField>
  );
}
