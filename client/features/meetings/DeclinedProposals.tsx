import { formatDay, londonDay } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { OriginName } from './EntryOrigins';
import type { Declined } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { PROPOSAL_WORDS } from './forwardPlanWords';

/** What was declined, by whom and why; each can be proposed again. */
export function DeclinedProposals({ declined }: { readonly declined: readonly Declined[] }) {
  const { verbs, refresh } = useForwardPlan();
  const shown = declined.filter(({ archivedAt }) => archivedAt === null);
  if (shown.length === 0) return null;
  const again = async ({ id, version }: Declined): Promise<void> => {
    tellOutcome(await verbs.reopen({ id, expectedVersion: version }), 'It is proposed again');
    refresh();
  };
  return (
    <details className="folded">
      <summary>Declined ({shown.length})</summary>
      <ul className="declined">
        {shown.map((one) => (
          <li key={one.id}>
            <p>
              <span className="quiet">{PROPOSAL_WORDS[one.proposalKind]}:</span>{' '}
              <OriginName item={one.item} />
            </p>
            <p className="quiet">
              On {formatDay(londonDay(one.createdAt))}
              {one.declinedBy && ` by ${one.declinedBy.name}`}
              {one.untilOn && `, until ${formatDay(one.untilOn)}`}
              {one.reason && `: ${one.reason}`}
            </p>
            <Button size="sm" look="quiet" onPress={() => void again(one)}>
              Propose again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
