import { Checkbox } from '../../platform/ui/Checkbox';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import type { RuleFieldsProps } from './AdjustRule';
import { RULE_LABELS, type TypedRules } from './ruleForm';
import { COUNTING_WORD, RETENTION_WORD } from './ruleWords';

type Numbered =
  | 'noticeClearDays'
  | 'keyDecisionNoticeClearDays'
  | 'privateMeetingNoticeClearDays'
  | 'privateMeetingFurtherNoticeClearDays'
  | 'questionsByClearDays'
  | 'longestQuestionWords'
  | 'mostQuestions'
  | 'draftReportsByWorkingDays'
  | 'clearancesByWorkingDays'
  | 'proposesRisksFrom';

const NUMBERS = {
  NOTICE: ['noticeClearDays'],
  KEY_DECISIONS: ['keyDecisionNoticeClearDays'],
  PRIVATE_MEETINGS: ['privateMeetingNoticeClearDays', 'privateMeetingFurtherNoticeClearDays'],
  QUESTIONS: ['questionsByClearDays', 'longestQuestionWords', 'mostQuestions'],
  DRAFT_REPORTS: ['draftReportsByWorkingDays', 'clearancesByWorkingDays'],
  HIGH_RISKS: ['proposesRisksFrom'],
} as const satisfies Record<string, readonly Numbered[]>;

const optionsOf = <Word extends string>(words: Readonly<Record<Word, string>>) =>
  Object.entries<string>(words).map(([id, label]) => ({ id, label }));

interface NumberFieldsProps extends RuleFieldsProps {
  readonly rule: keyof typeof NUMBERS;
}

/** Rules that are numbers of days, words or questions. */
export function NumberFields({ rule, typed, type, errorAt }: NumberFieldsProps) {
  return (
    <>
      {NUMBERS[rule].map((field) => (
        <TextField
          key={field}
          label={RULE_LABELS[field]}
          inputMode="numeric"
          pattern="[0-9]*"
          {...(field === 'noticeClearDays'
            ? { description: 'Neither the day papers go out nor the day of the meeting counts.' }
            : {})}
          value={typed[field]}
          onChange={(value) => type({ [field]: value })}
          {...errorAt(field)}
        />
      ))}
      {rule === 'NOTICE' && (
        <Select
          label={RULE_LABELS.counting}
          options={optionsOf(COUNTING_WORD)}
          value={typed.counting}
          onChange={(counting) => counting && type({ counting: counting as TypedRules['counting'] })}
          {...errorAt('counting')}
        />
      )}
    </>
  );
}

interface OneChoiceProps extends RuleFieldsProps {
  readonly rule: 'RETENTION' | 'RESTRICTED_ITEMS' | 'LATE_ITEMS';
}

/** Rules that are one choice. */
export function OneChoice({ rule, typed, type, errorAt }: OneChoiceProps) {
  if (rule === 'RETENTION')
    return (
      <Select
        label={RULE_LABELS.retention}
        options={optionsOf(RETENTION_WORD)}
        value={typed.retention}
        onChange={(retention) => retention && type({ retention: retention as TypedRules['retention'] })}
        {...errorAt('retention')}
      />
    );
  if (rule === 'RESTRICTED_ITEMS')
    return (
      <Checkbox isSelected={typed.saysRestrictedGap} onChange={(is) => type({ saysRestrictedGap: is })}>
        The public agenda says “Item 9 (restricted)”
      </Checkbox>
    );
  return (
    <Checkbox
      isSelected={typed.lateItemsNeedChairReason}
      onChange={(is) => type({ lateItemsNeedChairReason: is })}
    >
      A late item needs a reason given by the chair
    </Checkbox>
  );
}
