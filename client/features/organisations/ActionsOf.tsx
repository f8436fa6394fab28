import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { BragStatus } from '../../../schema/vocabulary';
import { formatCount, formatNumber } from '../../platform/format/counts';
import { formatReference } from '../../platform/format/references';
import { refusalOf } from '../../platform/graphql/errors';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Switch } from '../../platform/ui/Checkbox';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { StatusPill } from '../../platform/ui/StatusPill';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { type ActionsFilter, type ListedAction, useActionsOf } from './actionsOf';

interface ActionsOfProps {
  readonly within: string;
  readonly filter: ActionsFilter;
  /** Names the table: 'Actions of Northmoor Council'. */
  readonly label: string;
  /** What stands below: shown once the list is there, which would move it. */
  readonly children?: ReactNode;
}

const COLUMNS: readonly TableColumn<ListedAction>[] = [
  {
    id: 'action',
    header: 'Action',
    isRowHeader: true,
    cell: ({ id, reference, title, plan, workstream }) => (
      <Link to={`/plans/${plan.id}/actions/${id}`}>
        {reference && <span className="reference">{formatReference(workstream.number, reference)} </span>}
        {title}
      </Link>
    ),
  },
  { id: 'plan', header: 'Plan', cell: ({ plan }) => plan.title },
  {
    id: 'due',
    header: 'Due',
    cell: ({ timing, isOverdue }) => (
      <>
        {timing?.asWritten ?? <span className="quiet">No date</span>}{' '}
        {isOverdue && <Badge look="danger">Overdue</Badge>}
      </>
    ),
  },
  { id: 'status', header: 'Status', cell: ({ status }) => <StatusPill status={status} /> },
];

/** All but what is completed and signed off. */
const OPEN: (keyof typeof BragStatus)[] = ['RED', 'AMBER', 'GREEN', 'NOT_YET_RATED'];

/** What a body answers for across every plan, soonest due first. */
export function ActionsOf({ within, filter, label, children }: ActionsOfProps) {
  const [isAll, setAll] = useState(false);
  const asked = isAll ? filter : { ...filter, statuses: OPEN };
  const { actions, total, hasMore, isFirst, error, isMore, askMore, again } = useActionsOf(within, asked);
  const [isKnown, setKnown] = useState(false);
  if (!isFirst && !isKnown) setKnown(true);
  const sort = isAll ? 'action' : 'open action';
  return (
    <>
      <div className="body-section">
        <div className="section-head">
          <h2>Actions</h2>
          <Switch isSelected={isAll} onChange={setAll}>
            Completed ones too
          </Switch>
        </div>
        {isFirst && <LoadingState what="its actions" lines={4} />}
        {error && <ErrorState onRetry={again}>{refusalOf(error)?.message}</ErrorState>}
        {!isFirst && !error && actions.length === 0 && (
          <p className="quiet">{isAll ? 'No action names it yet.' : 'No open action names it.'}</p>
        )}
        {actions.length > 0 && (
          <>
            <p className="list-note quiet">
              {actions.length < total
                ? `The ${formatNumber(actions.length)} due soonest of ${formatCount(total, sort)}`
                : formatCount(total, sort)}
            </p>
            <Table label={label} isLabelHidden columns={COLUMNS} rows={actions} rowId={({ id }) => id} />
            {hasMore && (
              <Button className="list-more" isPending={isMore} onPress={() => void askMore()}>
                Show more
              </Button>
            )}
          </>
        )}
      </div>
      {isKnown && children}
    </>
  );
}
