import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext } from '../plans/planContext';
import { type PanelWorkstream, useWorkstreamVerbs } from './workstream.operations';

/** The headings of the narrative, in the order of the template that partners know. */
const NARRATIVES = [
  ['updateOnActionPlan', 'Update on the action plan'],
  ['contributionToStrategy', 'Contribution to the strategy'],
  ['impactOnOutcomes', 'Impact on outcomes'],
  ['fitWithExistingWorkstreams', 'Fit with existing workstreams'],
  ['governanceArrangements', 'Governance arrangements'],
  ['performanceManagement', 'Performance management'],
  ['supportRequirements', 'Support requirements'],
] as const;

interface WorkstreamTextProps {
  readonly workstream: PanelWorkstream;
  readonly field: 'title' | 'number' | (typeof NARRATIVES)[number][0];
  readonly label: string;
  readonly isMultiline?: boolean;
}

/** A field of a workstream, edited where it stands and saved against the version at which the writing began. */
export function WorkstreamText({ workstream, field, label, isMultiline = false }: WorkstreamTextProps) {
  const { canChange, save } = usePlanContext();
  const verbs = useWorkstreamVerbs();
  const { onFocusCapture, begunAt } = useBegunVersion(workstream.version);
  const onSave = (next: string): Promise<void> =>
    save({
      item: workstreamName(workstream),
      version: begunAt(),
      label: () => label,
      send: (expectedVersion) =>
        verbs.update({
          id: workstream.id,
          expectedVersion,
          [field]: next === '' && field !== 'title' ? null : next,
        }),
    });
  return (
    <span className={isMultiline ? 'narrative' : 'action-text'} onFocusCapture={onFocusCapture}>
      <EditInPlaceText
        label={`${label} of ${workstreamName(workstream)}`}
        value={workstream[field] ?? ''}
        isMultiline={isMultiline}
        placeholder="Nothing written"
        canEdit={canChange && workstream.viewerCan.update}
        onSave={onSave}
        className="narrative-text"
      />
    </span>
  );
}

/** What is written about a workstream. What is empty is folded away from those who could not fill it. */
export function WorkstreamNarratives({ workstream }: { readonly workstream: PanelWorkstream }) {
  const { canChange } = usePlanContext();
  const canEdit = canChange && workstream.viewerCan.update;
  const shown = NARRATIVES.filter(([field]) => canEdit || workstream[field] !== null);
  if (shown.length === 0) return <p className="quiet">Nothing has been written about this workstream yet.</p>;
  return (
    <div className="narratives">
      {shown.map(([field, label]) => (
        <details key={field} open={workstream[field] !== null}>
          <summary>
            {label}
            {workstream[field] === null && <span className="quiet"> nothing yet</span>}
          </summary>
          <WorkstreamText workstream={workstream} field={field} label={label} isMultiline />
        </details>
      ))}
    </div>
  );
}
