import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatDayRange } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Button, LinkButton } from '../../platform/ui/Button';
import { Icon } from '../../platform/ui/Icon';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { StatusBar } from '../../platform/ui/StatusBar';
import { PlanDialog } from './PlanDialog';
import { KIND_WORDS } from './PlanFields';
import { PLAN_STATUS_WORDS } from './PlanHeader';
import { planHead } from './plan.queries';
import { usePlansLive } from './plans.live';
import { countsOf } from './statusCounts';
import './plans.css';

const plansQuery = graphql(
  `
    query Plans($id: ID!) {
      partnership(id: $id) {
        id
        name
        changesCursor
        viewerCan {
          createPlan
        }
        plans {
          ...PlanHead_plan
        }
      }
    }
  `,
  [planHead],
);

type Head = ResultOf<typeof planHead>;

function PlanCard({ plan }: { readonly plan: Head }) {
  const { summary } = plan;
  return (
    <li className="plan-card">
      <h2>
        <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
        {plan.isRestricted && <Icon name="lock" label="Restricted" size={0.875} />}
      </h2>
      <p className="plan-lead quiet">
        <span>{KIND_WORDS[plan.planKind]}</span>
        <span>{plan.board?.name ?? 'No board'}</span>
        <span>{formatDayRange(plan.startsOn, plan.endsOn)}</span>
        <Badge look={plan.planStatus === 'ADOPTED' ? 'accent' : 'plain'}>
          {PLAN_STATUS_WORDS[plan.planStatus]}
        </Badge>
        {summary.overdue > 0 && <Badge look="danger">{summary.overdue} overdue</Badge>}
      </p>
      {summary.total > 0 ? (
        <StatusBar label={`Actions of ${plan.title}`} counts={countsOf(summary)} />
      ) : (
        <p className="quiet">No actions yet</p>
      )}
    </li>
  );
}

/** Every plan of the partnership that the reader may see, with how it stands. */
export function PlansPage() {
  const { partnership, person } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: plansQuery,
    variables: { id: partnership?.id ?? '' },
    pause: partnership === null,
  });
  const gone = usePlansLive({
    within: data?.partnership?.id,
    cursor: data?.partnership?.changesCursor,
    viewerId: person?.id ?? null,
    refresh: () => ask({ requestPolicy: 'network-only' }),
  });
  const plans = data?.partnership?.plans.filter(({ id }) => !gone.has(id));
  const [isBeginning, setBeginning] = useState(false);
  const navigate = useNavigate();
  const begin = (
    <>
      <LinkButton href="/import" icon="import">
        Bring in a workbook
      </LinkButton>
      <Button look="primary" icon="plus" onPress={() => setBeginning(true)}>
        Begin a plan
      </Button>
    </>
  );
  const canBegin = data?.partnership?.viewerCan.createPlan === true;
  return (
    <Page
      title="Plans"
      lead="What the partners have agreed to do, and how it stands"
      {...(canBegin ? { actions: begin } : {})}
    >
      {!plans && fetching && <LoadingState what="the plans" />}
      {!plans && error && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {refusalOf(error)?.message}
        </ErrorState>
      )}
      {!fetching && !error && !plans?.length && (
        <EmptyState icon="plan" title="No plans yet" {...(canBegin ? { actions: begin } : {})}>
          Plans that are shared with your organisation will stand here.
        </EmptyState>
      )}
      {plans && (
        <ul className="plan-cards">
          {plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      {isBeginning && partnership && (
        <PlanDialog
          partnershipId={partnership.id}
          plan={null}
          onClose={() => setBeginning(false)}
          onBegun={(id) => void navigate(`/plans/${id}`)}
        />
      )}
    </Page>
  );
}
