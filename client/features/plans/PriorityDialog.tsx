import { useState } from 'react';
import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { bodiesQuery } from '../actions/actionPanel.queries';
import { FormDialog } from '../organisations/FormDialog';
import { orNull, useForm } from '../organisations/useForm';
import { usePlanContext } from './planContext';
import { usePriorityVerbs } from './priority.operations';
import { type PriorityRow, priorityName } from './priorityRow';

interface PriorityDialogProps {
  /** Null for a new one. */
  readonly priority: PriorityRow | null;
  readonly onClose: () => void;
}

const LABELS: Readonly<Record<string, string>> = {
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
export function PriorityDialog({ priority: shown, onClose }: PriorityDialogProps) {
  const { planId, partnershipId, save } = usePlanContext();
  const verbs = usePriorityVerbs();
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [priority] = useState(shown);
  const [begin] = useState(() => typedOf(priority));
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => priority?.id ?? crypto.randomUUID());
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  const optionsOf = (bodies: readonly { readonly id: string; readonly name: string }[] = []) =>
    bodies.map((body) => ({ id: body.id, label: body.name }));
  const abus = optionsOf(data?.partnership?.abus);
  const boards = optionsOf(data?.partnership?.boards);
  const show = (_field: string, value: unknown) => {
    if (!Array.isArray(value)) return value ? String(value) : 'Nothing';
    const names = [...abus, ...boards].flatMap((one) => (value.includes(one.id) ? [one.label] : []));
    return formatList(names) || 'None';
  };
  const send = async (typed: Typed): Promise<Refusal | null> => {
    if (!priority) return verbs.create({ id, planId, ...fieldsOf(typed) });
    return saveChanged(save, {
      item: priorityName(priority),
      version: priority.version,
      label: (field) => LABELS[field] ?? field,
      show,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => verbs.update({ id, expectedVersion, ...changed }),
    });
  };
  const form = useForm(begin, send, onClose);
  const { typed, type, errorAt } = form;
  return (
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
  );
}
