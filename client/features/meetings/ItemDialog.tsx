import { useToday } from '../../platform/format/useToday';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import { FIELD_WORDS } from './ItemText';
import { LATE, REASON, REASON_TOLD } from './LateReason';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

interface ItemDialogProps {
  readonly item: AgendaLine;
  readonly onClose: () => void;
}

const fieldsOf = ({ presenterIds, presentersAsWritten, summary, boardIds, lateReason }: Typed) => ({
  boardIds: [...boardIds],
  presenterIds: [...presenterIds],
  presentersAsWritten: orNull(presentersAsWritten),
  summary: orNull(summary),
  lateReason: orNull(lateReason),
});

interface Typed {
  readonly presenterIds: readonly string[];
  readonly presentersAsWritten: string;
  readonly summary: string;
  readonly boardIds: readonly string[];
  readonly lateReason: string;
}

/** Who presents an item, what it is about and why it is late: what there is no room for in its row. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { meeting, verbs } = useMeetingContext();
  const today = useToday();
  const dispatchBy = meeting.timetable?.dispatchBy.on;
  const mayBeLate = item.lateReason !== null || (dispatchBy !== undefined && today > dispatchBy);
  const people = withKept(useChoices().people, item.presenters);
  const boards = meeting.boards.map(({ id, name }) => ({ id, label: name }));
  const [form, conflict] = useItemForm<Typed, ReturnType<typeof fieldsOf>>(item, {
    typedOf: () => ({
      presenterIds: item.presenters.map(({ id }) => id),
      presentersAsWritten: item.presentersAsWritten ?? '',
      summary: item.summary ?? '',
      boardIds: item.boards.map(({ id }) => id),
      lateReason: item.lateReason ?? '',
    }),
    fieldsOf,
    words: {
      item: itemName(item),
      labels: {
        presenterIds: 'Presented by',
        presentersAsWritten: FIELD_WORDS['presentersAsWritten'] ?? '',
        summary: FIELD_WORDS['summary'] ?? '',
        boardIds: FIELD_WORDS['boardIds'] ?? '',
        lateReason: REASON,
      },
      reads: { presenterIds: namesIn(people), boardIds: namesIn(boards) },
      fieldOfRule: { [LATE]: 'lateReason' },
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
        {boards.length > 1 && (
          <CheckboxList
            label={FIELD_WORDS['boardIds'] ?? ''}
            description="Each decides for itself. With none ticked it is for all of them."
            options={boards}
            value={typed.boardIds}
            empty=""
            onChange={(boardIds) => type({ boardIds })}
            {...errorAt('boardIds')}
          />
        )}
        {mayBeLate && (
          <TextArea
            label={REASON}
            description={REASON_TOLD}
            isOptional
            rows={3}
            maxLength={1000}
            value={typed.lateReason}
            onChange={(lateReason) => type({ lateReason })}
            {...errorAt('lateReason')}
          />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
