import type { KeyboardEvent } from 'react';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { OriginName } from './EntryOrigins';
import type { Proposal } from './forwardPlan.queries';
import { PROPOSAL_WORDS } from './forwardPlanWords';
import { keyOf } from './useProposals';

interface ProposalItemProps {
  readonly proposal: Proposal;
  /** The one the keys are for; the others are reached by walking. */
  readonly isCurrent: boolean;
  readonly onCurrent: () => void;
  readonly onWalk: (from: Proposal, how: 'up' | 'down') => void;
  readonly onAccept: () => void;
  readonly onMerge: () => void;
  readonly onDecline: () => void;
}

/** One proposal with what speaks for it; A, M and D do what its buttons do. */
export function ProposalItem(props: ProposalItemProps) {
  const { proposal, isCurrent, onCurrent, onWalk, onAccept, onMerge, onDecline } = props;
  const { title, evidence, item, proposalKind, minutes } = proposal;
  const verbs = [
    { key: 'a', label: 'Accept', run: onAccept },
    ...(proposalKind === 'DEFERRED_TWICE' ? [] : [{ key: 'm', label: 'Merge into…', run: onMerge }]),
    { key: 'd', label: 'Decline…', run: onDecline },
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    if (!event.currentTarget.contains(event.target as HTMLElement)) return;
    const verb = verbs.find(({ key }) => key === event.key.toLowerCase());
    if (verb) verb.run();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      onWalk(proposal, event.key === 'ArrowUp' ? 'up' : 'down');
    else return;
    event.preventDefault();
  };
  return (
    <article
      className={classes('proposal', isCurrent && 'is-current')}
      aria-label={title}
      data-proposal={keyOf(proposal)}
      onKeyDown={onKeyDown}
      onFocus={onCurrent}
    >
      <p className="proposal-kind">
        <Badge>{PROPOSAL_WORDS[proposalKind]}</Badge> <span className="quiet">{minutes} min</span>
      </p>
      <h3>{title}</h3>
      <p className="proposal-evidence">{evidence}</p>
      {item && item.__typename !== 'ForwardPlanEntry' && (
        <p className="proposal-item">
          <OriginName item={item} />
        </p>
      )}
      <div className="proposal-verbs">
        {verbs.map(({ key, label, run }) => (
          <Button
            key={key}
            size="sm"
            look={key === 'a' ? 'secondary' : 'quiet'}
            aria-label={`${label.replace('…', '')}: ${title}`}
            aria-keyshortcuts={key.toUpperCase()}
            excludeFromTabOrder={!isCurrent}
            onPress={run}
          >
            {label}
          </Button>
        ))}
      </div>
    </article>
  );
}
