import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { useMapLive } from '../cross-references/map.live';
import { HealthView } from './HealthView';
import { type Health, partnershipHealthQuery, planHealthQuery } from './health.queries';
import './Health.css';

/** Few enough to read at a sitting, and as many as may be asked for. */
const FIRST = 20;
const MOST = 100;

/** What the answer is about, and where its changes are followed: ends of a plan’s cross-references lie in other plans too. */
interface Asked {
  readonly health: Health;
  readonly within: string;
  readonly cursor: string | null;
}

interface AskedFor {
  readonly planId: string | null;
  readonly partnershipId: string | null;
  readonly first: number;
  readonly organisationId: string | null;
}

function useHealth({ planId, partnershipId, first, organisationId }: AskedFor) {
  const more = { first, organisationId };
  const [ofPlan, askPlan] = useQuery({
    query: planHealthQuery,
    variables: { id: planId ?? '', ...more },
    pause: planId === null,
    requestPolicy: 'cache-and-network',
  });
  const [ofAll, askAll] = useQuery({
    query: partnershipHealthQuery,
    variables: { id: partnershipId ?? '', ...more },
    pause: planId !== null || partnershipId === null,
    requestPolicy: 'cache-and-network',
  });
  const { data, error } = planId === null ? ofAll : ofPlan;
  const ask = planId === null ? askAll : askPlan;
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const plan = ofPlan.data?.plan;
  const whole = planId === null ? ofAll.data?.partnership : plan?.partnership;
  const cursor = planId === null ? ofAll.data?.partnership?.changesCursor : plan?.changesCursor;
  const asked: Asked | null =
    data && whole ? { health: data.crossReferenceHealth, within: whole.id, cursor: cursor ?? null } : null;
  useMapLive(asked?.within ?? '', asked?.cursor ?? null, again, ['Ownership']);
  return {
    asked,
    title: planId === null ? whole?.name : plan?.title,
    again,
    error,
    isAnswered: data !== undefined,
  };
}

/** What does not hold together between the actions of a plan, or of all plans, for their owners to put right. */
export function HealthPage() {
  const { planId = null } = useParams();
  const partnership = usePartnership();
  const [address, setAddress] = useSearchParams();
  const [first, setFirst] = useState(FIRST);
  const organisationId = address.get('organisation');
  const asking = { planId, partnershipId: partnership?.id ?? null, first, organisationId };
  const { asked, title, again, error, isAnswered } = useHealth(asking);
  return (
    <Page
      title="Health of cross-references"
      lead={
        planId === null
          ? 'What does not hold together between the actions of all plans, for their owners to put right.'
          : 'What does not hold together between the actions of this plan and others, for their owners to put right.'
      }
      trail={
        planId === null
          ? [{ label: 'Map', to: '/map' }]
          : [
              { label: 'Plans', to: '/plans' },
              { label: title ?? 'Plan', to: `/plans/${planId}` },
            ]
      }
      actions={
        planId !== null && (
          <>
            <LinkButton href="/health">All plans</LinkButton>
            <LinkButton href={`/plans/${planId}/map`} icon="map">
              Map
            </LinkButton>
          </>
        )
      }
    >
      {asked ? (
        <HealthView
          health={asked.health}
          organisationId={organisationId}
          onOrganisation={(id) => setAddress(id === null ? {} : { organisation: id })}
          onMore={first < MOST ? () => setFirst(MOST) : null}
        />
      ) : error ? (
        <ErrorState onRetry={again} />
      ) : isAnswered ? (
        <ForbiddenState actions={<LinkButton href="/plans">Go to the plans</LinkButton>} />
      ) : (
        <LoadingState what="what was found" />
      )}
    </Page>
  );
}
