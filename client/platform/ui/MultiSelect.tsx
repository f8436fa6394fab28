import { useEffect, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import type { FieldWords } from './Field';
import { Icon } from './Icon';
import type { Option } from './ListItems';
import { ComboBox } from './Select';
import './MultiSelect.css';

export interface MultiSelectProps extends FieldWords {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly placeholder?: string;
}

/** Several of many: type to find one; what is chosen stands below and can be taken away again. */
export function MultiSelect({ options, values, onChange, ...field }: MultiSelectProps) {
  // Held for a moment only: a field that has found somebody closes its list, and one that is emptied clears its words.
  const [found, setFound] = useState<string | null>(null);
  useEffect(() => {
    if (found !== null) setFound(null);
  }, [found]);
  const byId = new Map(options.map((option) => [option.id, option]));
  const chosen = values.flatMap((id) => byId.get(id) ?? []);
  return (
    <div className="multi-select">
      <ComboBox
        {...field}
        options={options.filter(({ id }) => id === found || !values.includes(id))}
        value={found}
        onChange={(id) => {
          setFound(id);
          if (id !== null) onChange([...values, id]);
        }}
      />
      {chosen.length > 0 && (
        <TagGroup
          aria-label={`${field.label}: chosen`}
          onRemove={(keys) => onChange(values.filter((id) => !keys.has(id)))}
        >
          <TagList className="chosen">
            {chosen.map(({ id, label }) => (
              <Tag key={id} id={id} textValue={label} className="chosen-one">
                {label}
                <Button slot="remove" className="chosen-remove">
                  <Icon name="close" size={0.75} />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
