import { type ReactNode, useState } from 'react';
import type { MenuEntry } from '../../platform/ui/Menu';
import { ItemAttachments } from '../attachments/ItemAttachments';
import { RowMenu } from '../organisations/RowMenu';
import { useBeginReport } from '../reports/useBeginReport';
import { stepOf } from './agendaParts';
import { ExcludeDialog } from './ExcludeDialog';
import { circleWords } from './exclusions';
import { ItemDialog } from './ItemDialog';
import { MoveToSection } from './MoveToSection';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';
import { RepresentationsDialog } from './RepresentationsDialog';
import type { Move } from './useMoves';
import { useOpening } from './useOpening';
import { useRemoval } from './useRemoval';
import { useReportsOn } from './useReportsOn';

/** What an item reports on; what came from the forward plan by its entry, for those who keep that. */
function useItemReportsOn(item: AgendaLine): readonly [MenuEntry[], ReactNode] {
  const { verbs } = useMeetingContext();
  const { title, origins, forwardPlanEntry } = item;
  const [reportsOn, dialog] = useReportsOn({
    ...{ title, verbs, origins, of: { agendaItemId: item.id } },
    boards: (forwardPlanEntry ?? item).boards,
  });
  return forwardPlanEntry?.viewerCan.keep === false ? [[], null] : [[reportsOn], dialog];
}

/** What can still be done with an item once the meeting was held. */
export function HeldItemMenu({ item }: { readonly item: AgendaLine }) {
  const [entries, dialog] = useItemReportsOn(item);
  if (entries.length === 0) return null;
  return (
    <span className="agenda-menu no-print">
      <RowMenu label={`What to do with ${itemName(item)}`} entries={entries} />
      {dialog}
    </span>
  );
}

interface ItemMenuProps {
  readonly item: AgendaLine;
  readonly move: Move;
}

/** What can be done with an item, by those who keep the meeting. */
export function ItemMenu({ item, move }: ItemMenuProps) {
  const { meeting } = useMeetingContext();
  const [open, setOpen] = useState<'details' | 'attachments' | 'section' | 'exclude' | 'said' | null>(null);
  const remove = useRemoval();
  const reopen = useOpening();
  const [beginning, beginningDialog] = useBeginReport({
    ...{ title: item.title, reports: item.reports, of: { agendaItemId: item.id } },
    confidentialTo: item.forwardPlanEntry?.isConfidential ? circleWords(item, meeting) : null,
  });
  const entry = item.forwardPlanEntry;
  const isNoticed = item.isRestricted && entry?.isConfidential && meeting.timetable?.furtherNoticeBy;
  const [reportsOn, reportsOnDialog] = useItemReportsOn(item);
  const step = (how: 'up' | 'down'): MenuEntry => ({
    id: how,
    label: `Move ${how}`,
    icon: `arrow-${how}`,
    keys: how === 'up' ? 'Alt ↑' : 'Alt ↓',
    isDisabled: stepOf(meeting.agendaItems, item.id, how) === null,
    onAction: () => move(item.id, (items) => stepOf(items, item.id, how)),
  });
  const entries: MenuEntry[] = [
    {
      id: 'details',
      label: meeting.boards.length > 1 ? 'Details, and for which boards' : 'Presenters and what it is about',
      icon: 'edit',
      onAction: () => setOpen('details'),
    },
    ...reportsOn,
    ...beginning,
    { id: 'attachments', label: 'Attachments…', icon: 'file', onAction: () => setOpen('attachments') },
    step('up'),
    step('down'),
    { id: 'section', label: 'Move to section…', icon: 'arrow-right', onAction: () => setOpen('section') },
    {
      id: 'exclude',
      label: item.isRestricted ? 'Change the restriction…' : 'Exclude press and public…',
      icon: 'lock',
      onAction: () => setOpen('exclude'),
    },
    ...(isNoticed
      ? [
          {
            id: 'said',
            label: 'Representations to consider it in public…',
            icon: 'comment' as const,
            onAction: () => setOpen('said'),
          },
        ]
      : []),
    ...(item.isRestricted
      ? [
          {
            id: 'open',
            label: 'Open it to press and public',
            icon: 'eye' as const,
            onAction: () => void reopen(item),
          },
        ]
      : []),
    {
      id: 'remove',
      label: 'Take it off the agenda',
      icon: 'archive',
      isDanger: true,
      onAction: () => void remove(item),
    },
  ];
  const close = (): void => setOpen(null);
  return (
    <span className="agenda-menu no-print">
      <RowMenu label={`What to do with ${itemName(item)}`} entries={entries} />
      {beginningDialog}
      {reportsOnDialog}
      {open === 'details' && <ItemDialog item={item} onClose={close} />}
      {open === 'attachments' && <ItemAttachments itemId={item.id} name={itemName(item)} onClose={close} />}
      {open === 'section' && <MoveToSection item={item} move={move} onClose={close} />}
      {open === 'said' && entry && (
        <RepresentationsDialog entry={entry} name={itemName(item)} onClose={close} />
      )}
      {open === 'exclude' && <ExcludeDialog item={item} onClose={close} />}
    </span>
  );
}
