import { londonDay } from '../../platform/format/dates';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox, Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useItemForm } from '../../platform/ui/useItemForm';
import { BodiesField } from '../organisations/BodiesField';
import type { Seat } from '../organisations/bodies';
import { useChoices, withKept } from '../organisations/choices';
import { CAPACITY_WORD } from '../organisations/words';
import { useBoardVerbs } from './board.operations';
import {
  type Capacity,
  ownOrganisation,
  seatChoices,
  seatFields,
  seatWords,
  typedSeat,
  whoseSeat,
} from './seatForm';
import { sitterOf } from './seating';

interface SeatDialogProps {
  readonly board: { readonly id: string; readonly name: string };
  /** Null for a new one. */
  readonly seat: Seat | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const CAPACITIES = Object.entries(CAPACITY_WORD).map(([id, label]) => ({ id, label }));

/** A seat on a board for a person or for whoever holds a post, or changes to one. */
export function SeatDialog({ board, seat, onClose, onDone }: SeatDialogProps) {
  const verbs = useBoardVerbs();
  const choices = useChoices();
  const [form, conflict] = useItemForm(seat, {
    typedOf: () => typedSeat(seat, londonDay(new Date())),
    fieldsOf: seatFields,
    words: seatWords(seat, choices),
    create: (id, fields, typed) =>
      verbs.createSeat({ id, boardId: board.id, ...whoseSeat(typed), ...fields }),
    update: verbs.updateSeat,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={seat ? `Change the seat of ${sitterOf(seat)}` : 'Give a seat'}
        lead={
          seat
            ? 'To seat somebody else, end this seat and give another: the record then says who sat when.'
            : `On ${board.name}`
        }
        verb={seat ? 'Save' : 'Give the seat'}
        onClose={onClose}
      >
        {!seat && (
          <ComboBox
            label="Whose seat"
            isRequired
            description="A person, or a post: then it passes from holder to holder."
            sections={seatChoices(choices)}
            value={typed.whose}
            onChange={(whose) =>
              type({ whose, organisationId: ownOrganisation({ ...typed, whose }, choices) })
            }
            empty="Nobody of that name is known here. Add the person or the post first."
            {...errorAt('personId')}
          />
        )}
        <Select
          label="Capacity"
          options={CAPACITIES}
          value={typed.capacity}
          onChange={(capacity) => capacity && type({ capacity: capacity as Capacity })}
          {...errorAt('capacity')}
        />
        <Checkbox isSelected={typed.isVoting} onChange={(isVoting) => type({ isVoting })}>
          The seat has a vote
        </Checkbox>
        <ComboBox
          label="For"
          isOptional
          description="The organisation they sit for. Left empty, they sit for themselves."
          options={withKept(choices.organisations, [seat?.organisation])}
          value={typed.organisationId}
          onChange={(organisationId) => type({ organisationId })}
          {...errorAt('organisationId')}
        />
        <TextField
          label="Since"
          type="date"
          isRequired
          value={typed.fromOn}
          onChange={(fromOn) => type({ fromOn })}
          {...errorAt('fromOn')}
        />
        <TextField
          label="Last day"
          type="date"
          isOptional
          description="If it is known already"
          value={typed.untilOn}
          onChange={(untilOn) => type({ untilOn })}
          {...errorAt('untilOn')}
        />
        <BodiesField
          label="Deputies"
          add="Name a deputy"
          isOrdered
          description="Who may sit in when the holder is away, the first choice first. It lets them see no more than before."
          choices={withKept(choices.people, seat?.deputies ?? [])}
          value={typed.deputyIds}
          onChange={(deputyIds) => type({ deputyIds })}
          {...errorAt('deputyIds')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
