import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import { FIELD_WORDS } from './ItemText';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

interface ItemDialogProps {
  readonly item: AgendaLine;
  readonly onClose: () => void;
}

const fieldsOf = ({ presenterIds, presentersAsWritten, summary }: Typed) => ({
  presenterIds: [...presenterIds],
  presentersAsWritten: orNull(presentersAsWritten),
  summary: orNull(summary),
});

interface Typed {
  readonly presenterIds: readonly string[];
  readonly presentersAsWritten: string;
  readonly summary: string;
}

/** Who presents an item and what it is about: what there is no room for in its row. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { verbs } = useMeetingContext();
  const people = withKept(useChoices().people, item.presenters);
  const [form, conflict] = useItemForm<Typed, ReturnType<typeof fieldsOf>>(item, {
    typedOf: () => ({
      presenterIds: item.presenters.map(({ id }) => id),
      presentersAsWritten: item.presentersAsWritten ?? '',
      summary: item.summary ?? '',
    }),
    fieldsOf,
    words: {
      item: itemName(item),
      labels: {
        presenterIds: 'Presented by',
        presentersAsWritten: FIELD_WORDS['presentersAsWritten'] ?? '',
        summary: FIELD_WORDS['summary'] ?? '',
      },
      reads: { presenterIds: namesIn(people) },
    },
    update: verbs.updateItem,
    onDone: onClose,
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog {...form} title={`Details of ${itemName(item)}`} verb="Save" onClose={onClose}>
        <MultiSelect
          label="Presented by"
          isOptional
          options={people}
          values={typed.presenterIds}
          onChange={(presenterIds) => type({ presenterIds })}
          placeholder="Type a name"
          {...errorAt('presenterIds')}
        />
        <TextField
          label="Presented by, as written"
          description="For whoever is not known here: “Director of Public Health”"
          isOptional
          maxLength={300}
          value={typed.presentersAsWritten}
          onChange={(presentersAsWritten) => type({ presentersAsWritten })}
          {...errorAt('presentersAsWritten')}
        />
        <TextArea
          label="What it is about"
          isOptional
          rows={3}
          maxLength={2000}
          value={typed.summary}
          onChange={(summary) => type({ summary })}
          {...errorAt('summary')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
