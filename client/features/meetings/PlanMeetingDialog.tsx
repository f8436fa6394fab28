import { formatLongDay } from '../../platform/format/dates';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { TextField } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { useChoices } from '../organisations/choices';
import { useForwardPlanVerbs } from './forwardPlan.operations';
import { MeetingTimeFields } from './MeetingTimeFields';

interface PlanMeetingDialogProps {
  readonly board: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const EMPTY = {
  title: 'Meeting',
  meetsOn: '',
  startsAt: '10:00',
  endsAt: '',
  place: '',
  withStandingItems: true,
};

/** A new meeting of a board, alone or with others at one table. */
export function PlanMeetingDialog({ board, onClose, onDone }: PlanMeetingDialogProps) {
  const verbs = useForwardPlanVerbs();
  const boards = useChoices().boards.filter(({ id }) => id !== board.id);
  const [form] = useItemForm(null, {
    typedOf: () => ({ ...EMPTY, otherBoardIds: [] as string[] }),
    fieldsOf: ({ title, meetsOn, startsAt, endsAt, place, withStandingItems, otherBoardIds }) => ({
      ...{ title: title.trim() || 'Meeting', meetsOn, startsAt, withStandingItems },
      ...{ endsAt: orNull(endsAt), place: orNull(place), boardIds: [board.id, ...otherBoardIds] },
    }),
    words: { item: '', labels: {} as never, fieldOfRule: {} },
    create: (id, fields) => verbs.planMeeting({ id, ...fields }),
    // Only what is there is changed, and this one is not there yet.
    update: () => Promise.resolve(null),
    onDone: () => {
      showToast({
        tone: 'success',
        message: `The meeting of ${formatLongDay(form.typed.meetsOn)} is planned`,
      });
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <FormDialog
      {...form}
      title="Plan a meeting"
      lead={`Of ${board.name}. That it meets is public; what it will consider is told when it is published.`}
      verb="Plan the meeting"
      onClose={onClose}
    >
      <TextField
        label="Day"
        type="date"
        isRequired
        autoFocus
        value={typed.meetsOn}
        onChange={(meetsOn) => type({ meetsOn })}
        {...errorAt('meetsOn')}
      />
      <MeetingTimeFields {...{ typed, type, errorAt }} />
      <TextField
        label="Title"
        maxLength={200}
        description="Such as “Ordinary meeting”"
        value={typed.title}
        onChange={(title) => type({ title })}
        {...errorAt('title')}
      />
      <MultiSelect
        label="Other boards that meet with it"
        isOptional
        description="One agenda for all of them: a committee in common."
        options={boards}
        values={typed.otherBoardIds}
        onChange={(ids) => type({ otherBoardIds: [...ids] })}
        {...errorAt('boardIds')}
      />
      <Checkbox
        isSelected={typed.withStandingItems}
        onChange={(withStandingItems) => type({ withStandingItems })}
      >
        Begin its agenda with the standing items
      </Checkbox>
    </FormDialog>
  );
}
