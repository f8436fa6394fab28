import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { readMinutes } from './agendaWords';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

type Field = 'title' | 'presentersAsWritten' | 'minutes';

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'What it is about',
  section: 'Heading',
  purpose: 'Purpose',
  minutes: 'Minutes',
  presentersAsWritten: 'Presented by, as written',
  presenterIds: 'Presented by',
  boardIds: 'For which boards',
};

const PLACEHOLDERS: Readonly<Record<Field, string>> = {
  title: 'No title',
  presentersAsWritten: 'Presented by',
  minutes: 'min',
};

interface ItemTextProps {
  readonly item: AgendaLine;
  readonly field: Field;
  readonly className?: string;
}

/** Words of an item, edited where they stand. They are saved against the version at which the writing began. */
export function ItemText({ item, field, className }: ItemTextProps) {
  const { save, verbs, canKeep } = useMeetingContext();
  const { onFocusCapture, begunAt } = useBegunVersion(item.version);
  const onSave = async (next: string): Promise<void> => {
    if (field === 'title' && next === '') throw new Error('An item needs a title.');
    const value = field === 'minutes' ? readMinutes(next) : next === '' ? null : next;
    await save({
      item: itemName(item),
      version: begunAt(),
      label: (name) => FIELD_WORDS[name] ?? name,
      send: (expectedVersion) => verbs.updateItem({ id: item.id, expectedVersion, [field]: value }),
    });
  };
  const value = item[field];
  return (
    <span className={className} onFocusCapture={onFocusCapture}>
      <EditInPlaceText
        label={`${FIELD_WORDS[field]} of ${itemName(item)}`}
        value={value === null ? '' : String(value)}
        placeholder={PLACEHOLDERS[field]}
        canEdit={canKeep}
        isSelected={field === 'minutes'}
        onSave={onSave}
      />
    </span>
  );
}
