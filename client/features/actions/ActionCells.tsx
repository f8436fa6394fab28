import { Link } from 'react-router';
import { formatMonth } from '../../platform/format/dates';
import { OrganisationMark } from '../../platform/ui/Avatar';
import { Badge } from '../../platform/ui/Badge';
import { Icon } from '../../platform/ui/Icon';
import { usePlanContext } from '../plans/planContext';
import { ActionText } from './ActionText';
import type { ActionRow } from './actionRow';
import { isUnrecognised, ownerName, ownerShortName } from './owners';
import { understanding } from './timing';
import { excerpt } from './updates';
import './actions.css';

interface CellProps {
  readonly action: ActionRow;
  readonly name: string;
}

interface TitleProps extends CellProps {
  /** What is said of one whose home is another plan. */
  readonly home: string | null;
  readonly isNarrow: boolean;
}

/** Reference and title; on a narrow screen the whole card but the status. */
export function ActionTitleCell({ action, name, home, isNarrow }: TitleProps) {
  const { addressOf } = usePlanContext();
  return (
    <span className="tree-name">
      <Link
        className="reference action-reference"
        to={addressOf(`actions/${action.id}`)}
        preventScrollReset
        tabIndex={-1}
      >
        {action.reference ? name : 'No reference'}
      </Link>
      {home === null ? (
        <span className="tree-title">{action.title}</span>
      ) : (
        <span className="action-words">
          <span className="tree-title">{action.title}</span>
          <span className="quiet action-home" title={home}>
            {home}
          </span>
        </span>
      )}
      {action.isRestricted && <Icon name="lock" label="Restricted" size={0.875} />}
      {isNarrow && (
        <span className="action-card">
          <ActionDue action={action} />
          <ActionLeads action={action} />
          <ActionReferences action={action} />
        </span>
      )}
    </span>
  );
}

/** When it is due, as it was written, and what that means where it matters. */
function ActionDue({ action }: { readonly action: ActionRow }) {
  const { timing } = action;
  return (
    <>
      {timing ? (
        <span title={understanding(timing)}>{timing.asWritten}</span>
      ) : (
        <span className="quiet">No date</span>
      )}
      <DueBadges action={action} />
    </>
  );
}

function DueBadges({ action }: { readonly action: ActionRow }) {
  return (
    <>
      {action.isOverdue && <Badge look="danger">Overdue</Badge>}
      {action.timing?.precision === 'NOT_UNDERSTOOD' && <Badge look="warning">Not a date</Badge>}
    </>
  );
}

export function ActionDueCell({ action, name }: CellProps) {
  const { asOf } = usePlanContext();
  if (asOf !== null || !action.viewerCan.update) return <ActionDue action={action} />;
  return (
    <>
      <ActionText
        action={action}
        name={name}
        field="timing"
        value={action.timing?.asWritten ?? ''}
        placeholder="No date"
      />
      <DueBadges action={action} />
    </>
  );
}

/** Who leads it, the accountable one first; a gap is said. */
export function ActionLeads({ action }: { readonly action: ActionRow }) {
  const { leads } = action;
  if (leads.length === 0) return <Badge look="warning">No lead</Badge>;
  const [first] = leads;
  return (
    <span className="action-leads" title={leads.map(ownerName).join('; ')}>
      {first?.organisation && (
        <OrganisationMark
          name={first.organisation.name}
          shortName={first.organisation.shortName}
          size="sm"
          isDecorative
        />
      )}
      <span className="tree-title">
        {leads
          .map((lead) => (isUnrecognised(lead) ? `“${ownerShortName(lead)}”` : ownerShortName(lead)))
          .join(', ')}
      </span>
    </span>
  );
}

export function ActionUpdateCell({ action }: { readonly action: ActionRow }) {
  const { latestUpdate } = action;
  if (!latestUpdate) return <span className="quiet">Nothing reported</span>;
  const { organisation, period, narrative } = latestUpdate;
  return (
    <span className="tree-title action-update" title={narrative}>
      <b>
        {formatMonth(period)}
        {organisation && `, ${organisation.shortName ?? organisation.name}`}
      </b>{' '}
      {excerpt(narrative)}
    </span>
  );
}

/** How many promises touch it, and how many of them are strained. */
export function ActionReferences({ action }: { readonly action: ActionRow }) {
  const { outgoing, incoming, strained } = action.crossReferenceCounts;
  const all = outgoing + incoming;
  if (all === 0) return null;
  const words = `${outgoing} written here, ${incoming} pointing here${strained > 0 ? `, ${strained} strained` : ''}`;
  return (
    <span className="action-references" role="img" aria-label={`Cross-references: ${words}`} title={words}>
      <Icon name="link" size={0.875} />
      {all}
      {strained > 0 && (
        <Badge look="danger" icon="risk">
          {strained}
        </Badge>
      )}
    </span>
  );
}
