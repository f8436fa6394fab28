import { useState } from 'react';
import { formatList } from '../../platform/format/counts';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { useForm } from '../../platform/ui/useForm';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext, useShownPlan } from '../plans/planContext';
import { priorityOptions } from './priorityOptions';
import { useWorkstreamVerbs } from './workstream.operations';
import type { WorkstreamRow } from './workstreamRow';

interface ServesDialogProps {
  readonly workstream: WorkstreamRow;
  readonly onClose: () => void;
}

/** Says which priorities of the plan a workstream serves. */
export function ServesDialog({ workstream: shown, onClose }: ServesDialogProps) {
  const { save } = usePlanContext();
  const options = priorityOptions(useShownPlan().priorities);
  const verbs = useWorkstreamVerbs();
  // As it was when this was opened. What it serves that is archived stays among them, and shows again with it.
  const [workstream] = useState(shown);
  const [begin] = useState(() => ({ priorityIds: workstream.priorities.map(({ id }) => id) }));
  const form = useForm(
    begin,
    (typed) =>
      saveChanged(save, {
        item: workstreamName(workstream),
        version: workstream.version,
        label: () => 'Priorities it serves',
        show: (_field, value) =>
          formatList(options.flatMap(({ id, label }) => ((value as string[]).includes(id) ? [label] : []))) ||
          'None',
        before: begin,
        after: typed,
        send: (expectedVersion, changed) => verbs.update({ id: workstream.id, expectedVersion, ...changed }),
      }),
    onClose,
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog {...form} title={`What ${workstreamName(workstream)} serves`} verb="Save" onClose={onClose}>
      <CheckboxList
        label="Priorities of the plan"
        options={options}
        empty="The plan has no priorities yet. They are added on its Priorities page."
        value={typed.priorityIds}
        onChange={(priorityIds) => type({ priorityIds })}
        {...errorAt('priorityIds')}
      />
    </FormDialog>
  );
}
