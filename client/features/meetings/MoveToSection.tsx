import { useState } from 'react';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useForm } from '../../platform/ui/useForm';
import { endOf, sectionsOf } from './agendaParts';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';
import type { Move } from './useMoves';

/** The list of choices needs words of its own for no heading, and for one that is not there yet. */
const NEW = 'new';
const optionOf = (section: string) => ({ id: `is ${section}`, label: section || 'No heading' });

interface MoveToSectionProps {
  readonly item: AgendaLine;
  readonly move: Move;
  readonly onClose: () => void;
}

/** Puts an item at the end of another section, or under a new heading. */
export function MoveToSection({ item, move, onClose }: MoveToSectionProps) {
  const { meeting } = useMeetingContext();
  const [sections] = useState(() => sectionsOf(meeting.agendaItems).filter((one) => one !== item.section));
  const form = useForm(
    { choice: sections[0] === undefined ? NEW : optionOf(sections[0]).id, name: '' },
    async ({ choice, name }) => {
      const section = choice === NEW ? name.trim() : choice.slice(3);
      move(item.id, (items) => endOf(items, item.id, section));
      return null;
    },
    onClose,
  );
  const { typed, type } = form;
  return (
    <FormDialog {...form} title={`Move ${itemName(item)}`} verb="Move it there" onClose={onClose}>
      <Select
        label="To the end of"
        autoFocus
        options={[...sections.map(optionOf), { id: NEW, label: 'A new section' }]}
        value={typed.choice}
        onChange={(choice) => choice !== null && type({ choice })}
      />
      {typed.choice === NEW && (
        <TextField
          label="Heading of the new section"
          isRequired
          maxLength={120}
          value={typed.name}
          onChange={(name) => type({ name })}
        />
      )}
    </FormDialog>
  );
}
