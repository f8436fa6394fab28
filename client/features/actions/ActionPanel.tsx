import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { formatReference } from '../../platform/format/references';
import { refusalOf } from '../../platform/graphql/errors';
import { SavingHere } from '../../platform/graphql/saving';
import { Drawer } from '../../platform/ui/Drawer';
import { LoadingState } from '../../platform/ui/LoadingState';
import { PresenceStack } from '../../platform/ui/PresenceStack';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { ItemNotices } from '../cross-references/ItemNotices';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext } from '../plans/planContext';
import { ActionBanners } from './ActionBanners';
import { ActionCrossReferences } from './ActionCrossReferences';
import { ActionFacts } from './ActionFacts';
import { ActionHistory } from './ActionHistory';
import { ActionMenu, hasMenu } from './ActionMenu';
import { ActionRisks } from './ActionRisks';
import { ActionUpdates } from './ActionUpdates';
import { actionPanelQuery, type PanelAction } from './actionPanel.queries';
import { actionName } from './actionRow';
import { Comments } from './Comments';
import { homeWords, type Place } from './placements';
import { useActionsBeside } from './useActionsBeside';
import './actions.css';

interface ShownProps {
  readonly action: PanelAction;
  readonly name: string;
  /** Where it stands in the plan that is shown, if that is not its home. */
  readonly place: Place | undefined;
}

function Trail({ action, name, place }: ShownProps) {
  const parent = useActionsBeside(action).find(({ id }) => id === action.parentId);
  const reference = place ? place.placedAs : action.reference;
  return (
    <span className="action-trail">
      <b>{reference ? name : 'No reference'}</b>
      <span>{workstreamName((place ?? action).workstream)}</span>
      {place && <span>at home as {homeWords(action)}</span>}
      {parent && <span>below {formatReference(null, parent.reference) || parent.title}</span>}
    </span>
  );
}

function PanelBody({ action, name }: { readonly action: PanelAction; readonly name: string }) {
  const { asOf, present } = usePlanContext();
  const part = { action, name };
  return (
    <div className="action-panel">
      <PresenceStack people={present.filter((one) => one.itemId === action.id)} />
      <ActionBanners {...part} />
      {asOf === null && <ItemNotices planId={action.plan.id} itemId={action.id} />}
      <ActionFacts {...part} />
      <Tabs
        label={`Parts of ${name}`}
        tabs={[
          {
            id: 'updates',
            label: 'Updates',
            count: action.updates.length,
            panel: <ActionUpdates {...part} />,
          },
          {
            id: 'references',
            label: 'Cross-references',
            count: action.crossReferences.length,
            panel: <ActionCrossReferences {...part} />,
          },
          { id: 'risks', label: 'Risks', count: action.risks.length, panel: <ActionRisks {...part} /> },
          {
            id: 'comments',
            label: 'Comments',
            count: action.comments.length,
            panel: (
              <Comments
                itemType="Action"
                itemId={action.id}
                comments={action.comments}
                canComment={action.viewerCan.comment}
                canChange={asOf === null}
              />
            ),
          },
          { id: 'history', label: 'History', panel: <ActionHistory {...part} /> },
        ]}
      />
    </div>
  );
}

/** One action, opened over its plan. Its address can be sent to others. */
export function ActionPanel() {
  const { actionId = '' } = useParams();
  const { asOf, addressOf, planId } = usePlanContext();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const [{ data, error, fetching }, ask] = useQuery({
    query: actionPanelQuery,
    variables: { id: actionId, ...(asOf === null ? {} : { asOf }) },
  });
  const close = (): void => {
    setOpen(false);
    void navigate(addressOf(''), { preventScrollReset: true });
  };
  const action = data?.action;
  if (!action) {
    return (
      <Drawer isOpen={isOpen} onClose={close} title="Action">
        {fetching || (!data && !error) ? (
          <LoadingState what="the action" shape="text" />
        ) : error && refusalOf(error)?.code !== 'INVALID_INPUT' ? (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
            {refusalOf(error)?.message}
          </ErrorState>
        ) : (
          <ForbiddenState />
        )}
      </Drawer>
    );
  }
  const place = action.placements.find(({ plan }) => plan.id === planId);
  const name = place
    ? actionName({ reference: place.placedAs, title: action.title }, place.workstream.number)
    : actionName(action, action.workstream.number);
  return (
    <Drawer
      isOpen={isOpen}
      onClose={close}
      title={action.title}
      lead={<Trail action={action} name={name} place={place} />}
      {...(asOf === null && action.plan.id === planId && hasMenu(action)
        ? {
            actions: (
              <SavingHere>
                <ActionMenu action={action} name={name} />
              </SavingHere>
            ),
          }
        : {})}
    >
      <SavingHere key={action.id}>
        <PanelBody action={action} name={name} />
      </SavingHere>
    </Drawer>
  );
}
