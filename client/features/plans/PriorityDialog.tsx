import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { bodiesQuery } from '../actions/actionPanel.queries';
import { usePlanContext } from './planContext';
import { usePriorityVerbs } from './priority.operations';
import { type PriorityRow, priorityName } from './priorityRow';

interface PriorityDialogProps {
  /** Null for a new one. */
  readonly priority: PriorityRow | null;
  readonly onClose: () => void;
}

const LABELS = {
  number: 'Number',
  title: 'Title',
  description: 'What is meant by it',
  abuIds: 'Delivered by',
  overseeingBoardIds: 'Overseen by',
};

const typedOf = (one: PriorityRow | null) => ({
  number: one?.priorityNumber ?? '',
  title: one?.title ?? '',
  description: one?.meaning ?? '',
  abuIds: one?.abus.map(({ id }) => id) ?? [],
  overseeingBoardIds: one?.overseeingBoards.map(({ id }) => id) ?? [],
});
type Typed = ReturnType<typeof typedOf>;

const fieldsOf = ({ number, title, description, ...lists }: Typed) => ({
  number: number.trim(),
  title: title.trim(),
  description: orNull(description),
  ...lists,
});

/** A new priority, or changes to what one says and to the bodies that deliver and oversee it. */
export function PriorityDialog({ priority, onClose }: PriorityDialogProps) {
  const { planId, partnershipId } = usePlanContext();
  const verbs = usePriorityVerbs();
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  const optionsOf = (bodies: readonly { readonly id: string; readonly name: string }[] = []) =>
    bodies.map((body) => ({ id: body.id, label: body.name }));
  const abus = optionsOf(data?.partnership?.abus);
  const boards = optionsOf(data?.partnership?.boards);
  const namesIn = (options: readonly { readonly id: string; readonly label: string }[]) => (ids: unknown) =>
    formatList(options.flatMap(({ id, label }) => ((ids as string[]).includes(id) ? [label] : [])));
  const [form, conflict] = useItemForm(priority, {
    typedOf: () => typedOf(priority),
    fieldsOf,
    words: {
      item: priority ? priorityName(priority) : '',
      labels: LABELS,
      reads: { abuIds: namesIn(abus), overseeingBoardIds: namesIn(boards) },
    },
    create: (id, fields) => verbs.create({ id, planId, ...fields }),
    update: verbs.update,
    onDone: onClose,
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={priority ? `Change ${priorityName(priority)}` : 'Add a priority'}
        verb={priority ? 'Save' : 'Add the priority'}
        onClose={onClose}
      >
        <TextField
          label="Number"
          isRequired
          autoFocus
          description="As it is printed in the plan, such as 2"
          value={typed.number}
          onChange={(number) => type({ number })}
          {...errorAt('number')}
        />
        <TextField
          label="Title"
          isRequired
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        <TextArea
          label="What is meant by it"
          isOptional
          value={typed.description}
          onChange={(description) => type({ description })}
          {...errorAt('description')}
        />
        {!data?.partnership && <LoadingState what="the ABUs and boards" shape="text" lines={3} />}
        {data?.partnership && (
          <>
            <CheckboxList
              label="Delivered by"
              isOptional
              options={abus}
              empty="There is no accountable business unit here yet."
              value={typed.abuIds}
              onChange={(abuIds) => type({ abuIds })}
              {...errorAt('abuIds')}
            />
            <CheckboxList
              label="Overseen by"
              isOptional
              options={boards}
              empty="There is no board here yet."
              value={typed.overseeingBoardIds}
              onChange={(overseeingBoardIds) => type({ overseeingBoardIds })}
              {...errorAt('overseeingBoardIds')}
            />
          </>
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
