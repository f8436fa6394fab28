import type { KeyboardEvent } from 'react';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { Icon } from '../../platform/ui/Icon';
import { PresenceStack, type PresentPerson } from '../../platform/ui/PresenceStack';
import { ReportLinks } from '../reports/ReportLinks';
import { type Standing, stepOf } from './agendaParts';
import { reliedWords } from './exemptions';
import { ItemMenu } from './ItemMenu';
import { ItemPurpose } from './ItemPurpose';
import { ItemText } from './ItemText';
import type { AgendaLine } from './meeting.queries';
import { useMeetingContext } from './meetingContext';
import type { useDragging } from './useDragging';
import type { Move } from './useMoves';

interface AgendaRowProps {
  readonly stands: Standing<AgendaLine>;
  readonly isFresh: boolean;
  readonly present: readonly PresentPerson[];
  readonly move: Move;
  readonly dragging: ReturnType<typeof useDragging>;
}

const TYPING = 'input, textarea, select';

function Presenters({ item }: { readonly item: AgendaLine }) {
  const { canKeep } = useMeetingContext();
  const names = item.presenters.map(({ name }) => name).join(', ');
  const isWritten = item.presentersAsWritten !== null;
  if (!canKeep && names === '' && !isWritten) return null;
  return (
    <span className={names === '' && !isWritten ? 'agenda-presenters no-print' : 'agenda-presenters'}>
      {names !== '' && <span>{isWritten ? `${names},` : names}</span>}
      {(canKeep || isWritten) && <ItemText item={item} field="presentersAsWritten" />}
    </span>
  );
}

function Marks({ item }: { readonly item: AgendaLine }) {
  const { isRestricted, exemptionParagraphs: relied, lateReason, reports } = item;
  if (!isRestricted && !lateReason && reports.length === 0) return null;
  return (
    <span className="agenda-marks">
      {isRestricted && (
        <Badge icon="lock">{relied.length === 0 ? 'Restricted' : `Restricted: ${reliedWords(relied)}`}</Badge>
      )}
      {isRestricted && <span className="quiet">{item.audience.label}</span>}
      {isRestricted && relied.length === 0 && (
        <Badge look="warning" icon="risk">
          No exemption paragraph
        </Badge>
      )}
      {lateReason && <span className="agenda-late">Late: {lateReason}</span>}
      <ReportLinks reports={reports} />
    </span>
  );
}

/** One item of the agenda: read, or edited where it stands, and moved by handle, keys or menu. */
export function AgendaRow({ stands, isFresh, present, move, dragging }: AgendaRowProps) {
  const { canKeep } = useMeetingContext();
  const { item, number, startsAt } = stands;
  const { dragged, over } = dragging;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    // Menus and dialogs of a row are elsewhere in the document, yet React sends their events through here.
    if (event.defaultPrevented || !event.currentTarget.contains(target) || target.matches(TYPING)) return;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const how = event.key === 'ArrowUp' ? 'up' : 'down';
    move(item.id, (items) => stepOf(items, item.id, how));
  };
  const dropped = over?.targetId === item.id && dragged !== item.id && `is-drop-${over.side}`;
  return (
    <article
      className={classes(
        'agenda-row',
        canKeep && 'is-kept',
        isFresh && 'is-fresh',
        dragged === item.id && 'is-dragged',
        dropped,
      )}
      aria-label={`Item ${number}: ${item.title}`}
      data-agenda-item={item.id}
      {...(canKeep ? { onKeyDown } : {})}
    >
      {canKeep && (
        <span className="agenda-handle no-print" aria-hidden="true" {...dragging.handleOf(item.id)}>
          <Icon name="move" />
        </span>
      )}
      <span className="agenda-number">{number}</span>
      <span className="agenda-time">{startsAt}</span>
      <div className="agenda-words">
        <h4>
          <ItemText item={item} field="title" />
        </h4>
        {item.summary && <p className="agenda-summary">{item.summary}</p>}
        <Presenters item={item} />
        <Marks item={item} />
      </div>
      <span className="agenda-purpose">
        <ItemPurpose item={item} />
      </span>
      <span className="agenda-minutes">
        {(canKeep || item.minutes !== null) && <ItemText item={item} field="minutes" />}
        {item.minutes !== null && <span className="quiet">min</span>}
      </span>
      <span className="agenda-tools no-print">
        <PresenceStack people={present} isCompact />
        {canKeep && <ItemMenu item={item} move={move} />}
      </span>
    </article>
  );
}
