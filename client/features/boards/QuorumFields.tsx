import { MultiSelect } from '../../platform/ui/MultiSelect';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useChoices } from '../organisations/choices';
import { KIND_WORD } from '../organisations/words';
import type { RuleFieldsProps } from './AdjustRule';
import { RowsField } from './RowsField';
import type { OrganisationKindName, TypedPart, TypedQuorum } from './ruleForm';

const SHARES = [
  { id: '', label: 'No share' },
  { id: '1/4', label: 'A quarter' },
  { id: '1/3', label: 'A third' },
  { id: '1/2', label: 'Half' },
  { id: '2/3', label: 'Two thirds' },
  { id: '3/4', label: 'Three quarters' },
];
const KINDS = Object.entries(KIND_WORD).map(([id, label]) => ({ id, label }));
const BLANK: TypedPart = { label: '', atLeast: '1', organisationKinds: [], postIds: [] };

/** How many must be there, and who. */
export function QuorumFields({ typed, type, errorAt }: RuleFieldsProps) {
  const { posts } = useChoices();
  const { quorum } = typed;
  const change = (part: Partial<TypedQuorum>): void => type({ quorum: { ...quorum, ...part } });
  const isOwnShare = !SHARES.some(({ id }) => id === quorum.share);
  const number = (label: string, field: 'atLeast' | 'organisationsAtLeast') => (
    <TextField
      label={label}
      isOptional
      inputMode="numeric"
      pattern="[0-9]*"
      value={quorum[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <>
      <div className="fields-beside">
        {number('Voting members at least', 'atLeast')}
        <Select
          label="Of the voting seats"
          options={isOwnShare ? [...SHARES, { id: quorum.share, label: quorum.share }] : SHARES}
          value={quorum.share}
          onChange={(share) => change({ share: share ?? '' })}
        />
        {number('From organisations at least', 'organisationsAtLeast')}
      </div>
      <RowsField
        label="Who must be among them"
        what="member who must be there"
        rows={quorum.parts}
        onChange={(parts) => change({ parts })}
        blank={BLANK}
        {...errorAt('quorum')}
      >
        {(part, changePart) => (
          <>
            <div className="fields-beside">
              <TextField
                label="In words, such as: one NHS member"
                isRequired
                maxLength={200}
                value={part.label}
                onChange={(label) => changePart({ label })}
              />
              <TextField
                label="How many at least"
                inputMode="numeric"
                pattern="[0-9]*"
                value={part.atLeast}
                onChange={(atLeast) => changePart({ atLeast })}
              />
            </div>
            <MultiSelect
              label="Who sit for a"
              options={KINDS}
              values={part.organisationKinds}
              onChange={(ids) => changePart({ organisationKinds: ids as readonly OrganisationKindName[] })}
            />
            <MultiSelect
              label="Or whose seat is that of the post"
              options={posts}
              values={part.postIds}
              onChange={(postIds) => changePart({ postIds })}
            />
          </>
        )}
      </RowsField>
    </>
  );
}
