import { useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { useBoardVerbs } from './board.operations';
import type { BoardRules, RuleName } from './boardRules';
import type { BoardDetail } from './boards.queries';
import { Grounds } from './RuleLine';
import { RULE_WORD, ruleInWords } from './ruleWords';

interface ProfileMovedProps {
  readonly board: BoardDetail;
  readonly refresh: () => void;
}

interface ChangeProps {
  readonly rules: BoardRules;
  readonly change: BoardRules['profileChanges'][number];
  readonly isPending: boolean;
  readonly onTake: () => void;
}

/** One rule: what the profile said when the board took it, and what it says by now. */
function Change({ rules, change: { rule, isAdjusted }, isPending, onTake }: ChangeProps) {
  const [before, now, own] = [rules.adoptedProfile, rules.template, rules].map((one) =>
    ruleInWords(rule, one),
  );
  return (
    <li className="profile-change">
      <div>
        <h4>{RULE_WORD[rule]}</h4>
        {before === now ? (
          <p>The profile is worded otherwise by now.</p>
        ) : (
          <p>
            The profile says by now: {now}. <span className="quiet">It said: {before}.</span>
          </p>
        )}
        {rule === 'EXEMPTIONS' && <Grounds rules={rules.template} />}
        {isAdjusted && (
          <p className="rule-adjusted">
            {own === now ? 'The board has words of its own.' : `The board has its own: ${own}.`}
          </p>
        )}
      </div>
      {rules.viewerCan.update && (
        <Button
          size="sm"
          isPending={isPending}
          aria-label={`Take over what the profile says: ${RULE_WORD[rule]}`}
          onPress={onTake}
        >
          Take this over
        </Button>
      )}
    </li>
  );
}

/** That the profile has moved on since the board took it, and where: taken over one by one, or all but the board’s own. */
export function ProfileMoved({ board, refresh }: ProfileMovedProps) {
  const verbs = useBoardVerbs();
  const { rules } = board;
  const [pending, setPending] = useState<RuleName | 'all' | null>(null);
  const changes = rules.profileChanges;
  if (changes.length === 0) return null;
  const take = async (which: RuleName | 'all'): Promise<void> => {
    setPending(which);
    const refusal = await verbs.adoptProfileChanges({
      ...{ boardId: board.id, expectedVersion: rules.version },
      ...(which === 'all' ? {} : { rules: [which] }),
    });
    setPending(null);
    tellOutcome(
      refusal,
      which === 'all' ? 'The board is at the profile as it is now' : `Taken over: ${RULE_WORD[which]}`,
    );
    refresh();
  };
  const own = changes.filter(({ isAdjusted }) => isAdjusted).length;
  return (
    <section className="profile-moved" aria-labelledby="profile-moved">
      <h3 id="profile-moved">
        The profile has moved on (version {rules.template.templateVersion}): what changed
      </h3>
      <ul>
        {changes.map((change) => (
          <Change
            key={change.rule}
            rules={rules}
            change={change}
            isPending={pending === change.rule}
            onTake={() => void take(change.rule)}
          />
        ))}
      </ul>
      {rules.viewerCan.update && (
        <Button isPending={pending === 'all'} onPress={() => void take('all')}>
          {own === 0
            ? 'Take all of it over'
            : own === changes.length
              ? 'Keep what the board has'
              : 'Take over all but the board’s own'}
        </Button>
      )}
    </section>
  );
}
