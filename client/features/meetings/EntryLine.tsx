import type { KeyboardEvent } from 'react';
import { classes } from '../../platform/ui/classes';
import { Icon } from '../../platform/ui/Icon';
import { EntryFacts } from './EntryFacts';
import { EntryMarks } from './EntryMarks';
import { EntryMenu } from './EntryMenu';
import { EntryOrigins } from './EntryOrigins';
import { EntrySlips } from './EntrySlips';
import { EntryText } from './EntryText';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { meetingBeside } from './forwardPlanGroups';
import type { Dragging } from './useDragToMeeting';

const TYPING = 'input, textarea, select';

interface EntryLineProps {
  readonly line: PlanLine;
  readonly isFresh: boolean;
  readonly dragging: Dragging;
}

/** One line of the plan: read, or edited where it stands, and moved by handle, keys or menu. */
export function EntryLine({ line, isFresh, dragging }: EntryLineProps) {
  const { board, today, move } = useForwardPlan();
  const canKeep = line.viewerCan.keep;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    // Menus and dialogs of a line are elsewhere in the document, yet React sends their events through here.
    if (!event.currentTarget.contains(target) || target.matches(TYPING)) return;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const how = event.key === 'ArrowUp' ? 'up' : 'down';
    const to = meetingBeside(board.meetings, line.meeting?.id ?? null, how, today);
    if (to !== undefined) move(line, to);
  };
  return (
    <article
      className={classes(
        'plan-line',
        canKeep && 'is-kept',
        isFresh && 'is-fresh',
        dragging.dragged === line.id && 'is-dragged',
      )}
      aria-label={line.title}
      data-plan-line={line.id}
      // Before its menu, which an arrow would open.
      {...(canKeep ? { onKeyDownCapture: onKeyDown } : {})}
    >
      {canKeep && (
        <span className="plan-handle no-print" aria-hidden="true" {...dragging.handleOf(line.id)}>
          <Icon name="move" />
        </span>
      )}
      <div className="plan-words">
        <h3>
          <EntryText line={line} field="title" />
        </h3>
        {line.summary && <p className="plan-summary">{line.summary}</p>}
        <EntryMarks line={line} />
        <EntryOrigins line={line} />
        <EntrySlips line={line} />
      </div>
      <EntryFacts line={line} />
      {canKeep && <EntryMenu line={line} />}
    </article>
  );
}
