import { PersonMark } from '../../platform/ui/Avatar';
import { Banner } from '../../platform/ui/Banner';
import { Icon } from '../../platform/ui/Icon';
import type { SyncState } from './reportSync';
import { SAVING_WORDS } from './reportWords';

interface ReportStatusProps {
  readonly state: SyncState;
  readonly canWrite: boolean;
}

/** Whether what was typed is saved, and who else has the report open, for which organisation. */
export function ReportStatus({ state: { saving, refusal, writers }, canWrite }: ReportStatusProps) {
  const people = [
    ...new Map(writers.flatMap((one) => (one.person ? [[one.person.id, one] as const] : []))).values(),
  ];
  return (
    <div className="report-status">
      <p role="status" className="report-saving">
        {saving === 'SAVED' && <Icon name="check" />}
        {canWrite ? SAVING_WORDS[saving] : 'You can read this report as it is written.'}
      </p>
      {people.length > 0 && (
        <ul className="report-writers" aria-label="Who else has it open">
          {people.map(({ person, organisation }) => (
            <li key={person?.id}>
              <PersonMark name={person?.name ?? ''} size="sm" isDecorative />
              <span>
                {person?.name}
                {organisation && (
                  <span className="quiet"> {organisation.shortName ?? organisation.name}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {saving === 'OFFLINE' && (
        <Banner tone="warning">
          There is no connection. Go on writing: it is kept on this page and sent when the connection is back.
          Do not close the page meanwhile.
        </Banner>
      )}
      {refusal && saving === 'REFUSED' && <Banner tone="danger">{refusal.message}</Banner>}
    </div>
  );
}
