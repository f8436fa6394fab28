import { EditInPlaceSelect } from '../../platform/ui/EditInPlaceSelect';
import { PURPOSE_WORDS } from './agendaWords';
import { FIELD_WORDS } from './ItemText';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

const OPTIONS = Object.entries(PURPOSE_WORDS).map(([id, label]) => ({ id, label }));

/** What the board is asked to do with an item. */
export function ItemPurpose({ item }: { readonly item: AgendaLine }) {
  const { save, verbs, canKeep } = useMeetingContext();
  const said = (purpose: unknown): string => PURPOSE_WORDS[purpose as AgendaLine['purpose']];
  return (
    <EditInPlaceSelect
      label={`Purpose of ${itemName(item)}`}
      options={OPTIONS}
      value={item.purpose}
      canEdit={canKeep}
      onSave={(purpose) =>
        save({
          item: itemName(item),
          version: item.version,
          label: (name) => FIELD_WORDS[name] ?? name,
          show: (_field, value) => said(value),
          send: (expectedVersion) =>
            verbs.updateItem({ id: item.id, expectedVersion, purpose: purpose as AgendaLine['purpose'] }),
        })
      }
    >
      {said(item.purpose)}
    </EditInPlaceSelect>
  );
}
