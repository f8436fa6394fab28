import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { orNull, useForm } from '../../platform/ui/useForm';
import { bodiesQuery } from '../actions/actionPanel.queries';
import { usePlanContext, useShownPlan } from '../plans/planContext';
import { priorityOptions } from './priorityOptions';
import { useWorkstreamVerbs } from './workstream.operations';

/** A new workstream, after the others. It opens at once, so that who sponsors it can be said next. */
export function AddWorkstreamDialog({ onClose }: { readonly onClose: () => void }) {
  const { planId, partnershipId, organisations, addressOf } = usePlanContext();
  const { priorities } = useShownPlan();
  const navigate = useNavigate();
  const verbs = useWorkstreamVerbs();
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => crypto.randomUUID());
  const [begin] = useState(() => ({
    number: '',
    title: '',
    leadOrganisationId: organisations.find(({ canCreate }) => canCreate)?.organisation.id ?? null,
    priorityIds: [] as readonly string[],
  }));
  const form = useForm(
    begin,
    ({ number, title, leadOrganisationId, priorityIds }) =>
      verbs.create({
        id,
        planId,
        number: orNull(number),
        title: title.trim(),
        leadOrganisationId,
        priorityIds: [...priorityIds],
      }),
    () => {
      onClose();
      void navigate(addressOf(`workstreams/${id}`), { preventScrollReset: true });
    },
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog {...form} title="Add a workstream" verb="Add the workstream" onClose={onClose}>
      <TextField
        label="Title"
        isRequired
        autoFocus
        value={typed.title}
        onChange={(title) => type({ title })}
        {...errorAt('title')}
      />
      <TextField
        label="Number"
        isOptional
        description="As it is printed: 2 is read as WS2"
        value={typed.number}
        onChange={(number) => type({ number })}
        {...errorAt('number')}
      />
      <ComboBox
        label="Led by"
        isOptional
        description="Only its leads can add actions"
        options={data?.partnership?.organisations.map((one) => ({ id: one.id, label: one.name })) ?? []}
        value={typed.leadOrganisationId}
        onChange={(leadOrganisationId) => type({ leadOrganisationId })}
        placeholder="Type a name"
        {...errorAt('leadOrganisationId')}
      />
      {priorities.length > 0 && (
        <CheckboxList
          label="Priorities it serves"
          isOptional
          options={priorityOptions(priorities)}
          empty=""
          value={typed.priorityIds}
          onChange={(priorityIds) => type({ priorityIds })}
          {...errorAt('priorityIds')}
        />
      )}
    </FormDialog>
  );
}
