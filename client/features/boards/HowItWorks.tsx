import { useState } from 'react';
import { Badge } from '../../platform/ui/Badge';
import { Button, IconButton, LinkButton } from '../../platform/ui/Button';
import { AdjustRule } from './AdjustRule';
import { AdoptProfile } from './AdoptProfile';
import type { RuleName } from './boardRules';
import type { BoardDetail } from './boards.queries';
import { PapersOut } from './PapersOut';
import { ProfileMoved } from './ProfileMoved';
import { RuleLine } from './RuleLine';
import { RULE_WORD, rulesShown } from './ruleWords';
import './boardRules.css';

interface HowItWorksProps {
  readonly board: BoardDetail;
  readonly refresh: () => void;
  readonly isMember: boolean;
}

/** The rules a board works under, each with where it comes from, and what they mean for a day. */
export function HowItWorks({ board, refresh, isMember }: HowItWorksProps) {
  const { rules } = board;
  const [open, setOpen] = useState<RuleName | 'profile' | null>(null);
  const dialogProps = { board, onClose: () => setOpen(null), onDone: refresh };
  const mayKeep = rules.viewerCan.update;
  return (
    <section className="body-section" aria-label="How this board works">
      <div className="section-head">
        <h2>How this board works</h2>
        <span className="section-verbs">
          {isMember && (
            <LinkButton icon="plan" href={`/boards/${board.id}/report-template`}>
              What its reports follow
            </LinkButton>
          )}
          {mayKeep && (
            <Button icon="edit" onPress={() => setOpen('profile')}>
              {rules.isAdopted ? 'Take other rules' : 'Choose its rules'}
            </Button>
          )}
        </span>
      </div>
      <p className="list-note quiet">
        {rules.isAdopted
          ? `Rules for: ${rules.template.name}.`
          : 'It has chosen no rules yet. These are usual for a partnership without statutory rules.'}{' '}
        {rules.adjusted.length > 0 && <Badge>Adjusted by the board</Badge>}
      </p>
      {isMember && <ProfileMoved board={board} refresh={refresh} />}
      <div className="rules-and-days">
        <dl className="rule-list">
          {rulesShown(rules, rules.template).map((rule) => (
            <RuleLine
              key={rule}
              rule={rule}
              rules={rules}
              tools={
                mayKeep && (
                  <IconButton
                    icon="edit"
                    size="sm"
                    label={`Adjust: ${RULE_WORD[rule]}`}
                    onPress={() => setOpen(rule)}
                  />
                )
              }
            />
          ))}
        </dl>
        <PapersOut boardId={board.id} version={rules.version} />
      </div>
      {open === 'profile' && <AdoptProfile {...dialogProps} />}
      {open !== null && open !== 'profile' && <AdjustRule {...dialogProps} rule={open} />}
    </section>
  );
}
