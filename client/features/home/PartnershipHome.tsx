import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import type { ResultOf } from '../../platform/graphql/graphql';
import { Page } from '../../platform/routing/Page';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { isGone } from '../changes/gone';
import { useHomeLive } from './home.live';
import { homePlansQuery } from './home.queries';
import { LatestChanges } from './LatestChanges';
import { Panel } from './Panel';
import { PlanLines } from './PlanLines';

type Partnership = NonNullable<ResultOf<typeof homePlansQuery>['partnership']>;

interface PlansAndChangesProps {
  readonly partnership: Partnership;
  readonly isPublic: boolean;
  readonly personId: string | undefined;
  readonly askAgain: () => void;
}

function PlansAndChanges({ partnership, isPublic, personId, askAgain }: PlansAndChangesProps) {
  const { id, changesCursor } = partnership;
  const { fresh, gone } = useHomeLive({
    within: id,
    cursor: changesCursor,
    personId,
    // How a plan stands is counted by the server.
    concerns: ({ itemType }) => itemType === 'Action' || itemType === 'Plan',
    askAgain,
  });
  const plans = partnership.plans.filter((plan) => !isGone(plan, gone));
  return (
    <div className="home-columns">
      <Panel id="home-plans" title={isPublic ? 'Published plans' : 'Plans'}>
        {plans.length === 0 ? (
          <EmptyState icon="plan" title="No plans yet">
            {isPublic
              ? 'Plans that the partners publish will stand here.'
              : 'Plans shared with you will stand here.'}
          </EmptyState>
        ) : (
          <PlanLines plans={plans} labelledBy="home-plans" fresh={fresh} />
        )}
      </Panel>
      <LatestChanges partnershipId={id} fresh={fresh} gone={gone} />
    </div>
  );
}

/** For the public, and for whoever acts for no organisation: the plans they may read, and what happens in them. */
export function PartnershipHome({ partnershipId }: { readonly partnershipId: string }) {
  const { viewer, person, isAdministrator } = useHere();
  const [{ data, error }, ask] = useQuery({ query: homePlansQuery, variables: { within: partnershipId } });
  const askAgain = (): void => ask({ requestPolicy: 'network-only' });
  const partnership = data?.partnership;
  const isPublic = viewer === null;
  const words = isPublic
    ? 'What the partners have published. Sign in to see what they share with your organisation.'
    : isAdministrator
      ? 'You set this partnership up; its plans as they stand.'
      : 'You act for no organisation here yet: an administrator can give you a role. Meanwhile you may read these plans.';
  return (
    <Page title={isPublic ? (partnership?.name ?? 'Home') : 'Home'} lead={words}>
      {!data && !error && <LoadingState what="the plans" />}
      {!data && error && <ErrorState onRetry={askAgain}>{refusalOf(error)?.message}</ErrorState>}
      {partnership && (
        <PlansAndChanges
          partnership={partnership}
          isPublic={isPublic}
          personId={person?.id}
          askAgain={askAgain}
        />
      )}
    </Page>
  );
}
