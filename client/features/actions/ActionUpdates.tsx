import { useState } from 'react';
import type { ViewerOrganisation } from '../../platform/auth/viewer-context';
import { formatMonth, relativeInstant } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { OrganisationMark } from '../../platform/ui/Avatar';
import { Button, IconButton } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { StatusPill } from '../../platform/ui/StatusPill';
import { usePlanContext } from '../plans/planContext';
import { ArchivedUpdates } from './ArchivedUpdates';
import { useActionVerbs } from './action.operations';
import type { PanelAction, PartProps } from './actionPanel.queries';
import { ReportForm } from './ReportForm';
import { byPeriod, type Update } from './updates';

function UpdateItem({ update }: { readonly update: Update }) {
  const { canChange } = usePlanContext();
  const verbs = useActionVerbs();
  const { organisation, author } = update;
  const month = formatMonth(update.period);
  const archive = async (): Promise<void> => {
    const { id, version } = update;
    const refused = await verbs.archiveReport({ id, expectedVersion: version });
    tellOutcome(refused, `The report for ${month} is archived. It can be brought back below.`);
  };
  return (
    <li className="update">
      <div className="update-head">
        {organisation && (
          <OrganisationMark name={organisation.name} shortName={organisation.shortName} isDecorative />
        )}
        <b>{organisation?.name ?? 'An organisation'}</b>
        <StatusPill status={update.rating} />
        <span className="quiet">
          {author && `${author.name}, `}
          {relativeInstant(update.updatedAt, new Date())}
        </span>
        {canChange && update.viewerCan.archive && (
          <IconButton
            icon="archive"
            size="sm"
            label={`Archive the report for ${month} of ${organisation?.name ?? 'an organisation'}`}
            onPress={() => void archive()}
          />
        )}
      </div>
      <p className="narrative">{update.narrative}</p>
    </li>
  );
}

/** Those of the viewer’s organisations that report on it: an owner, or whoever leads the workstream of what nobody owns. */
function reporters(action: PanelAction, mine: readonly ViewerOrganisation[]) {
  const owners = action.leads.flatMap((lead) => lead.organisation?.id ?? []);
  const answering = owners.length > 0 ? owners : [action.workstream.leadOrganisation?.id];
  return mine.flatMap(({ organisation, canReport }) =>
    canReport && answering.includes(organisation.id) ? [organisation] : [],
  );
}

/** What each organisation reported, by month; and the form of whoever may report. */
export function ActionUpdates({ action, name }: PartProps) {
  const { canChange, organisations } = usePlanContext();
  const [isReporting, setReporting] = useState(false);
  const periods = byPeriod(action.updates);
  const mine = reporters(action, organisations);
  const canReport = canChange && action.viewerCan.report && mine.length > 0;
  return (
    <div className="stack">
      {canReport && !isReporting && (
        <div>
          <Button look="primary" icon="edit" onPress={() => setReporting(true)}>
            Report progress
          </Button>
        </div>
      )}
      {canReport && isReporting && (
        <ReportForm action={action} name={name} organisations={mine} onClose={() => setReporting(false)} />
      )}
      {periods.length === 0 && (
        <EmptyState icon="comment" title="Nothing reported yet">
          What each organisation reports will stand here, month by month.
        </EmptyState>
      )}
      {periods.map((period) => (
        <section key={period.period} aria-label={`Reported for ${period.title}`}>
          <h3>{period.title}</h3>
          <ul className="update-list">
            {period.updates.map((update) => (
              <UpdateItem key={update.id} update={update} />
            ))}
          </ul>
        </section>
      ))}
      <ArchivedUpdates updates={action.archivedUpdates} isReadOnly={!canChange} />
    </div>
  );
}
