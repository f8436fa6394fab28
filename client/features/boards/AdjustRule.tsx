import type { ReactNode } from 'react';
import { Button } from '../../platform/ui/Button';
import { FormDialog } from '../../platform/ui/FormDialog';
import { useItemForm } from '../../platform/ui/useItemForm';
import { useBoardVerbs } from './board.operations';
import type { RuleName } from './boardRules';
import type { BoardDetail } from './boards.queries';
import { GroundFields } from './GroundFields';
import { QuorumFields } from './QuorumFields';
import { atTheWhole } from './RowsField';
import { NumberFields, OneChoice } from './RuleFields';
import {
  FIELD_OF_RULE,
  RULE_LABELS,
  RULE_READS,
  ruleFieldsOf,
  type TypedRules,
  typedRules,
} from './ruleForm';
import { RULE_WORD, ruleInWords } from './ruleWords';
import { StandingFields } from './StandingFields';

export interface RuleFieldsProps {
  readonly typed: TypedRules;
  readonly type: (change: Partial<TypedRules>) => void;
  readonly errorAt: (field: string) => { error?: string };
}

interface AdjustRuleProps {
  readonly board: BoardDetail;
  readonly rule: RuleName;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const NOTE = {
  QUORUM: 'All that is set must be met.',
  QUESTIONS: 'Leave the days empty where no questions are taken.',
} as const satisfies Partial<Record<RuleName, string>>;

/** Adjusts one rule of a board, beside what its profile says. */
export function AdjustRule({ board, rule, onClose, onDone }: AdjustRuleProps) {
  const verbs = useBoardVerbs();
  const { rules } = board;
  const [form, conflict] = useItemForm(rules, {
    typedOf: () => typedRules(rules),
    fieldsOf: ruleFieldsOf(rule),
    words: {
      item: `How ${board.name} works`,
      labels: RULE_LABELS,
      reads: RULE_READS,
      fieldOfRule: FIELD_OF_RULE,
    },
    update: async ({ id: _, ...changes }) =>
      atTheWhole(await verbs.updateBoardRules({ boardId: board.id, ...changes })),
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const usual = ruleInWords(rule, rules.template);
  const takeProfile = (): void => {
    const theirs = typedRules(rules.template);
    const own = Object.keys(ruleFieldsOf(rule)(theirs)) as (keyof TypedRules)[];
    form.type(Object.fromEntries(own.map((field) => [field, theirs[field]])));
  };
  const note = rule in NOTE ? NOTE[rule as keyof typeof NOTE] : undefined;
  return (
    <>
      <FormDialog
        {...form}
        isWide={rule === 'QUORUM' || rule === 'EXEMPTIONS' || rule === 'STANDING_ITEMS'}
        title={RULE_WORD[rule]}
        {...(note === undefined ? {} : { lead: note })}
        verb="Save"
        onClose={onClose}
      >
        <div className="profile-says">
          <p>
            <span className="quiet">The profile says:</span> {usual}.
          </p>
          <Button size="sm" onPress={takeProfile}>
            Use this
          </Button>
        </div>
        {fieldsFor(rule, form)}
      </FormDialog>
      {conflict}
    </>
  );
}

function fieldsFor(rule: RuleName, props: RuleFieldsProps): ReactNode {
  if (rule === 'QUORUM') return <QuorumFields {...props} />;
  if (rule === 'EXEMPTIONS') return <GroundFields {...props} />;
  if (rule === 'STANDING_ITEMS') return <StandingFields {...props} />;
  if (rule === 'RETENTION' || rule === 'RESTRICTED_ITEMS' || rule === 'LATE_ITEMS')
    return <OneChoice {...props} rule={rule} />;
  return <NumberFields {...props} rule={rule} />;
}
