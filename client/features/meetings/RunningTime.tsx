import { Icon } from '../../platform/ui/Icon';
import { runningOf } from './agendaWords';
import type { Meeting } from './meeting.queries';

/** Whether the agenda fits into its time, always in words. */
export function RunningTime({ meeting }: { readonly meeting: Meeting }) {
  const { words, isOver } = runningOf(meeting, meeting.agendaItems);
  return (
    <p className={isOver ? 'agenda-running is-over no-print' : 'agenda-running no-print'} role="status">
      <Icon name={isOver ? 'risk' : 'clock'} />
      {words}
    </p>
  );
}
