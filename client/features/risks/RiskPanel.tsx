import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { formatInstant } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { SavingHere } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Drawer } from '../../platform/ui/Drawer';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { Comments } from '../actions/Comments';
import { RiskFacts } from './RiskFacts';
import { RiskHistory } from './RiskHistory';
import { hasMenu, RiskMenu } from './RiskMenu';
import { RiskMitigations } from './RiskMitigations';
import { RiskNames } from './RiskNames';
import { RiskScores } from './RiskScores';
import { type PanelRisk, riskQuery } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

function PanelBody({ risk }: { readonly risk: PanelRisk }) {
  return (
    <div className="risk-panel">
      {risk.isRestricted && (
        <Banner tone="warning">
          <Badge icon="lock">Restricted</Badge> {risk.audience.label}
        </Banner>
      )}
      {risk.archivedAt && <Banner tone="warning">Archived on {formatInstant(risk.archivedAt)}.</Banner>}
      <RiskScores risk={risk} />
      <RiskFacts risk={risk} />
      <Tabs
        label={`Parts of ${riskName(risk)}`}
        tabs={[
          {
            id: 'mitigations',
            label: 'Mitigations',
            count: risk.mitigations.length,
            panel: <RiskMitigations risk={risk} />,
          },
          {
            id: 'names',
            label: 'Actions it names',
            count: risk.crossReferences.length,
            panel: <RiskNames risk={risk} />,
          },
          {
            id: 'comments',
            label: 'Comments',
            count: risk.comments.length,
            panel: (
              <Comments
                itemType="Risk"
                itemId={risk.id}
                comments={risk.comments}
                canComment={risk.viewerCan.comment}
              />
            ),
          },
          { id: 'history', label: 'History', panel: <RiskHistory of={risk.id} /> },
        ]}
      />
    </div>
  );
}

/** One risk, opened over the register. Its address can be sent to others. */
export function RiskPanel() {
  const { riskId = '' } = useParams();
  const { addressOf } = useRiskContext();
  const navigate = useNavigate();
  const [{ data, error, fetching }, ask] = useQuery({ query: riskQuery, variables: { id: riskId } });
  const close = (): void => void navigate(addressOf(null), { preventScrollReset: true });
  const risk = data?.risk;
  if (!risk) {
    const refusal = refusalOf(error);
    return (
      <Drawer isOpen onClose={close} title="Risk">
        {fetching || (!data && !error) ? (
          <LoadingState what="the risk" shape="text" />
        ) : refusal && refusal.code !== 'INVALID_INPUT' ? (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>{refusal.message}</ErrorState>
        ) : (
          <ForbiddenState />
        )}
      </Drawer>
    );
  }
  return (
    <Drawer
      isOpen
      onClose={close}
      title={risk.event}
      lead={
        <>
          <b>{risk.reference ?? 'No reference'}</b> {risk.riskStatus === 'CLOSED' && <Badge>Closed</Badge>}{' '}
          {risk.plan.title}
        </>
      }
      {...(hasMenu(risk) ? { actions: <RiskMenu risk={risk} /> } : {})}
    >
      <SavingHere key={risk.id}>
        <PanelBody risk={risk} />
      </SavingHere>
    </Drawer>
  );
}
