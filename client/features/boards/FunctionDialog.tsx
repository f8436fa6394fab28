import { formatDay } from '../../platform/format/dates';
import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { DelegatedFunction } from '../organisations/bodies';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import { useBoardVerbs } from './board.operations';

interface FunctionDialogProps {
  readonly abu: { readonly id: string; readonly name: string };
  /** Null for a new one. */
  readonly delegated: DelegatedFunction | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LABELS = {
  function: 'Function',
  fromOrganisationId: 'Delegated by',
  conditions: 'Conditions',
  status: 'Status',
  sinceOn: 'Since',
};

const typedOf = (one: DelegatedFunction | null) => ({
  function: one?.function ?? '',
  fromOrganisationId: one?.fromOrganisation?.id ?? '',
  conditions: one?.conditions ?? '',
  status: one?.standing ?? 'proposed',
  sinceOn: one?.sinceOn ?? '',
});

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  function: typed.function.trim(),
  fromOrganisationId: typed.fromOrganisationId,
  conditions: orNull(typed.conditions),
  status: typed.status.trim(),
  sinceOn: orNull(typed.sinceOn),
});

/** A function newly delegated to an ABU, or changes to what was said of one. */
export function FunctionDialog({ abu, delegated, onClose, onDone }: FunctionDialogProps) {
  const verbs = useBoardVerbs();
  const { organisations } = useChoices();
  const [form, conflict] = useItemForm(delegated, {
    typedOf: () => typedOf(delegated),
    fieldsOf,
    words: {
      item: delegated?.function ?? '',
      labels: LABELS,
      reads: {
        fromOrganisationId: namesIn(organisations),
        sinceOn: (on) => formatDay(String(on)),
      },
    },
    create: (id, fields) => verbs.createDelegatedFunction({ id, abuId: abu.id, ...fields }),
    update: verbs.updateDelegatedFunction,
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
        title={delegated ? `Change ${delegated.function}` : 'Add a delegated function'}
        lead={`To ${abu.name}. Whoever delegates it stays accountable for it.`}
        verb={delegated ? 'Save' : 'Add the function'}
        onClose={onClose}
      >
        <TextField
          label="Function"
          isRequired
          autoFocus
          maxLength={1000}
          description="What is delegated: reablement, housing adaptations"
          value={typed.function}
          onChange={(text) => type({ function: text })}
          {...errorAt('function')}
        />
        <ComboBox
          label="Delegated by"
          isRequired
          options={withKept(organisations, [delegated?.fromOrganisation])}
          value={typed.fromOrganisationId || null}
          onChange={(from) => type({ fromOrganisationId: from ?? '' })}
          {...errorAt('fromOrganisationId')}
        />
        <TextArea
          label="Conditions"
          isOptional
          maxLength={5000}
          value={typed.conditions}
          onChange={(conditions) => type({ conditions })}
          {...errorAt('conditions')}
        />
        <TextField
          label="Status"
          isRequired
          maxLength={100}
          description="How far it has come: proposed, agreed, in force, ended"
          value={typed.status}
          onChange={(status) => type({ status })}
          {...errorAt('status')}
        />
        <TextField
          label="Since"
          type="date"
          isOptional
          value={typed.sinceOn}
          onChange={(sinceOn) => type({ sinceOn })}
          {...errorAt('sinceOn')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
