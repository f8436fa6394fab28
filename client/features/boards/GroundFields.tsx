import { TextArea, TextField } from '../../platform/ui/TextField';
import type { RuleFieldsProps } from './AdjustRule';
import { RowsField } from './RowsField';
import { RULE_LABELS } from './ruleForm';

const BLANK = { paragraph: '', wording: '', source: '' };

/** On which grounds items are taken in private, and the resolution that says so. */
export function GroundFields({ typed, type, errorAt }: RuleFieldsProps) {
  return (
    <>
      <RowsField
        label={RULE_LABELS.exemptions}
        what="ground"
        rows={typed.exemptions}
        onChange={(exemptions) => type({ exemptions })}
        blank={BLANK}
        {...errorAt('exemptions')}
      >
        {(ground, change) => (
          <>
            <TextField
              label="Cited as"
              isRequired
              maxLength={60}
              value={ground.paragraph}
              onChange={(paragraph) => change({ paragraph })}
            />
            <TextArea
              label="Wording"
              isRequired
              rows={2}
              maxLength={1000}
              value={ground.wording}
              onChange={(wording) => change({ wording })}
            />
            <TextField
              label="Where it comes from"
              isRequired
              maxLength={500}
              value={ground.source}
              onChange={(source) => change({ source })}
            />
          </>
        )}
      </RowsField>
      <TextArea
        label={RULE_LABELS.exclusionWording}
        isRequired
        rows={5}
        maxLength={2000}
        description="{paragraphs} stands for the grounds that an agenda relies on."
        value={typed.exclusionWording}
        onChange={(exclusionWording) => type({ exclusionWording })}
        {...errorAt('exclusionWording')}
      />
    </>
  );
}
