import { useState } from 'react';
import { useQuery } from 'urql';
import { formatReference } from '../../platform/format/references';
import { FormDialog } from '../../platform/ui/FormDialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox, Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { useForm } from '../../platform/ui/useForm';
import { usePlanContext } from '../plans/planContext';
import type { PartProps } from './actionPanel.queries';
import { usePlacementVerbs } from './placement.operations';
import { placesQuery } from './placements';

interface PlaceDialogProps extends PartProps {
  readonly onClose: () => void;
}

const BEGIN = { planId: null as string | null, workstreamId: null as string | null, reference: '' };

/** Lets the action stand in another plan too: which one, where in it, and what it is called there. */
export function PlaceDialog({ action, name, onClose }: PlaceDialogProps) {
  const { partnershipId } = usePlanContext();
  const verbs = usePlacementVerbs();
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => crypto.randomUUID());
  const [{ data, fetching }] = useQuery({ query: placesQuery, variables: { id: partnershipId } });
  const plans = (data?.partnership?.plans ?? [])
    .filter((plan) => plan.id !== action.plan.id && plan.planStatus !== 'CLOSED')
    .map((plan) => ({ ...plan, workstreams: plan.workstreams.filter(({ mayAdd }) => mayAdd.create) }))
    .filter(({ workstreams }) => workstreams.length > 0);
  const form = useForm(
    BEGIN,
    async ({ workstreamId, reference }) =>
      workstreamId === null
        ? { code: 'INVALID_INPUT', message: 'Choose where it goes.', fields: [], conflicts: [] }
        : verbs.place({ id, actionId: action.id, workstreamId, reference: reference.trim() || null }),
    () => {
      showToast({ tone: 'success', message: `${name} stands in that plan too now` });
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  const within = plans.find((plan) => plan.id === typed.planId);
  return (
    <FormDialog {...form} title={`Also put ${name} into another plan`} verb="Put it there" onClose={onClose}>
      <p>
        It stays one action: whatever is changed in one plan shows in the other. {action.plan.title} stays its
        home.
      </p>
      {fetching && !data && <LoadingState what="the plans" shape="text" />}
      {data && plans.length === 0 && (
        <p className="quiet">
          There is no workstream of another plan that you may add to. Ask the organisation that leads it.
        </p>
      )}
      {plans.length > 0 && (
        <ComboBox
          label="Plan"
          isRequired
          options={plans.map((plan) => ({ id: plan.id, label: plan.title }))}
          value={typed.planId}
          onChange={(planId) => {
            const only = plans.find((plan) => plan.id === planId)?.workstreams;
            type({ planId, workstreamId: only?.length === 1 ? (only[0]?.id ?? null) : null });
          }}
        />
      )}
      {within && (
        <Select
          label="Workstream"
          isRequired
          options={within.workstreams.map((one) => ({
            id: one.id,
            label: [formatReference(one.number, null), one.title].filter(Boolean).join(' '),
          }))}
          value={typed.workstreamId}
          onChange={(workstreamId) => type({ workstreamId })}
          {...errorAt('workstreamId')}
        />
      )}
      {within && (
        <TextField
          label="Reference there"
          isOptional
          description="As it is called in that plan, such as B7"
          value={typed.reference}
          onChange={(reference) => type({ reference })}
          {...errorAt('reference')}
        />
      )}
    </FormDialog>
  );
}
