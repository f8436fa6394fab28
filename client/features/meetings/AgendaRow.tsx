import type { KeyboardEvent } from 'react';
import { forBoards } from '../../../schema/item-boards';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { Icon } from '../../platform/ui/Icon';
import { PresenceStack, type PresentPerson } from '../../platform/ui/PresenceStack';
import { AttachmentLinks } from '../attachments/AttachmentLinks';
import { ReportLinks } from '../reports/ReportLinks';
import { type Standing, stepOf } from './agendaParts';
import { altArrow } from './altArrow';
import { ItemOrigins } from './EntryOrigins';
import { itemWantsGround, reliedWords } from './exemptions';
import { HeldItemMenu, ItemMenu } from './ItemMenu';
import { ItemPurpose } from './ItemPurpose';
import { ItemText } from './ItemText';
import { useWordsLeft } from './keepTyped';
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

/** For which of several boards at the table it is. */
function ItemBoards({ item: { purpose, boards } }: { readonly item: AgendaLine }) {
  const { meeting } = useMeetingContext();
  const words = forBoards({ purpose, boards: namesOf(boards), meets: namesOf(meeting.boards) });
  return words && <span className="agenda-for">{words}</span>;
}

const namesOf = (boards: AgendaLine['boards']): string[] => boards.map(({ name }) => name);

function Marks({ item }: { readonly item: AgendaLine }) {
  const { meeting } = useMeetingContext();
  const { isRestricted, exemptionParagraphs: relied, lateReason, reports, attachments } = item;
  if (!isRestricted && !lateReason && reports.length + attachments.length === 0) return null;
  return (
    <span className="agenda-marks">
      {isRestricted && (
        <Badge icon="lock">{relied.length === 0 ? 'Restricted' : `Restricted: ${reliedWords(relied)}`}</Badge>
      )}
      {isRestricted && <span className="quiet">{item.audience.label}</span>}
      {itemWantsGround(item, meeting) && (
        <Badge look="warning" icon="risk">
          No exemption paragraph
        </Badge>
      )}
      {lateReason && <span className="agenda-late">Late: {lateReason}</span>}
      <ReportLinks reports={reports} />
      <AttachmentLinks attachments={attachments} />
    </span>
  );
}

/** One item of the agenda: read, or edited where it stands, and moved by handle, keys or menu. */
export function AgendaRow({ stands, isFresh, present, move, dragging }: AgendaRowProps) {
  const { canKeep, canLink } = useMeetingContext();
  const { item, number, startsAt } = stands;
  const { dragged, over } = dragging;
  useWordsLeft(item.id);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const how = altArrow(event);
    if (how) move(item.id, (items) => stepOf(items, item.id, how));
  };
  const dropped = over?.targetId === item.id && dragged !== item.id && `is-drop-${over.side}`;
  // Read, what stands under no heading has none above it but that of the agenda.
  const Title = !canKeep && item.section === '' ? 'h3' : 'h4';
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
        <Title className="agenda-title">
          <ItemText item={item} field="title" />
        </Title>
        {item.summary && <p className="agenda-summary">{item.summary}</p>}
        <Presenters item={item} />
        <ItemBoards item={item} />
        <ItemOrigins origins={item.origins} />
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
        {canKeep ? <ItemMenu item={item} move={move} /> : canLink && <HeldItemMenu item={item} />}
      </span>
    </article>
  );
}
