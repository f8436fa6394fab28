import { useState } from 'react';
import type { MenuEntry } from '../../platform/ui/Menu';
import { RowMenu } from '../organisations/RowMenu';
import { useBeginReport } from '../reports/useBeginReport';
import { stepOf } from './agendaParts';
import { ExcludeDialog } from './ExcludeDialog';
import { ItemDialog } from './ItemDialog';
import { MoveToSection } from './MoveToSection';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';
import type { Move } from './useMoves';
import { useOpening } from './useOpening';
import { useRemoval } from './useRemoval';

interface ItemMenuProps {
  readonly item: AgendaLine;
  readonly move: Move;
}

/** What can be done with an item, by those who keep the meeting. */
export function ItemMenu({ item, move }: ItemMenuProps) {
  const { meeting } = useMeetingContext();
  const [open, setOpen] = useState<'details' | 'section' | 'exclude' | null>(null);
  const remove = useRemoval();
  const reopen = useOpening();
  const beginning = useBeginReport({
    reports: item.reports,
    of: { agendaItemId: item.id },
    confidentialToBoardId: null,
  });
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
      label: 'Presenters and what it is about',
      icon: 'edit',
      onAction: () => setOpen('details'),
    },
    ...beginning,
    step('up'),
    step('down'),
    { id: 'section', label: 'Move to section…', icon: 'arrow-right', onAction: () => setOpen('section') },
    {
      id: 'exclude',
      label: item.isRestricted ? 'Change the restriction…' : 'Exclude press and public…',
      icon: 'lock',
      onAction: () => setOpen('exclude'),
    },
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
      {open === 'details' && <ItemDialog item={item} onClose={close} />}
      {open === 'section' && <MoveToSection item={item} move={move} onClose={close} />}
      {open === 'exclude' && <ExcludeDialog item={item} onClose={close} />}
    </span>
  );
}
