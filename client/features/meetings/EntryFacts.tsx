import type { ReactNode } from 'react';
import { EditInPlaceSelect } from '../../platform/ui/EditInPlaceSelect';
import { PURPOSE_WORDS } from './agendaWords';
import { EntryText, fieldLabel } from './EntryText';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

const PURPOSES = (Object.keys(PURPOSE_WORDS) as PlanLine['purpose'][]).map((id) => ({
  id,
  label: PURPOSE_WORDS[id],
}));

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="plan-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Purpose({ line }: { readonly line: PlanLine }) {
  const { verbs, save, refresh } = useForwardPlan();
  return (
    <EditInPlaceSelect
      label={`What the board is asked to do with “${line.title}”`}
      options={PURPOSES}
      value={line.purpose}
      canEdit={line.viewerCan.keep}
      onSave={async (chosen) => {
        await save({
          item: `“${line.title}”`,
          version: line.version,
          label: fieldLabel,
          show: (_, one) => PURPOSE_WORDS[one as PlanLine['purpose']],
          send: (expectedVersion) =>
            verbs.update({ id: line.id, expectedVersion, purpose: chosen as PlanLine['purpose'] }),
        });
        refresh();
      }}
    >
      {PURPOSE_WORDS[line.purpose]}
    </EditInPlaceSelect>
  );
}

/** Who leads, what the board is asked to do, how long it takes, and by when its papers are wanted. */
export function EntryFacts({ line }: { readonly line: PlanLine }) {
  const { leadOfficers, leadOfficersAsWritten, draftReportDueOn, dispatchOn } = line;
  const canKeep = line.viewerCan.keep;
  const names = leadOfficers.map(({ name }) => name).join(', ');
  return (
    <dl className="plan-facts">
      <Fact name="Lead officers">
        {names && <span>{names} </span>}
        {(leadOfficersAsWritten || !names) && <EntryText line={line} field="leadOfficersAsWritten" />}
      </Fact>
      <Fact name="Asked">
        <Purpose line={line} />
      </Fact>
      <Fact name="Minutes">
        <EntryText line={line} field="minutes" />
      </Fact>
      {(canKeep || draftReportDueOn || line.meeting) && (
        <Fact name="Draft report by">
          <EntryText line={line} field="draftReportDueOn" />
        </Fact>
      )}
      {(canKeep || dispatchOn || line.meeting) && (
        <Fact name="Papers go out">
          <EntryText line={line} field="dispatchOn" />
        </Fact>
      )}
    </dl>
  );
}
