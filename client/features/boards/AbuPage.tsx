import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { ActionsOf } from '../organisations/ActionsOf';
import { otherNames } from '../organisations/BodyName';
import { useBodiesLive } from '../organisations/bodies.live';
import { KeepActions } from '../organisations/KeepActions';
import '../organisations/bodies.css';
import { AbuDialog } from './AbuDialog';
import { useAbuArchiving } from './boardArchiving';
import { type AbuDetail, abuQuery } from './boards.queries';
import { DelegatedFunctions } from './DelegatedFunctions';
import { Linked } from './Linked';
import './boards.css';

const TRAIL = [{ label: 'Boards & ABUs', to: '/boards' }];

function factsOf({
  hostOrganisation: host,
  memberOrganisations,
  managingDirector: director,
  serves,
  boards,
}: AbuDetail) {
  return [
    { name: 'Host', value: host && <Linked bodies={[host]} at="/organisations" none="" /> },
    { name: 'Members', value: <Linked bodies={memberOrganisations} at="/organisations" none="None named" /> },
    {
      name: 'Managing director',
      value: director && `${director.name}${director.jobTitle ? `, ${director.jobTitle}` : ''}`,
    },
    { name: 'Serves', value: serves },
    { name: 'Answers to', value: <Linked bodies={boards} at="/boards" none="No board here" /> },
  ];
}

function Lead({ abu }: { readonly abu: AbuDetail }) {
  const names = otherNames(abu);
  return (
    <p>
      Accountable business unit{names.length > 0 && `, also written ${names.join(', ')}`}{' '}
      {abu.archivedAt && <Badge icon="archive">Archived</Badge>}
    </p>
  );
}

function Priorities({ priorities }: Pick<AbuDetail, 'priorities'>) {
  return (
    <section className="body-section" aria-label="Priorities">
      <h2>Priorities it delivers</h2>
      {priorities.length === 0 && <p className="quiet">No priority names it yet.</p>}
      {priorities.length > 0 && (
        <ul className="body-list">
          {priorities.map(({ id, number, title, plan }) => (
            <li key={id}>
              <Link to={`/plans/${plan.id}/priorities/${id}`}>
                <span className="reference">{number}</span> {title}
              </Link>{' '}
              <span className="quiet">
                in <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** An accountable business unit: who hosts it, whom it answers to, what was delegated to it and how its actions stand. */
export function AbuPage() {
  const { id = '' } = useParams();
  const { partnership: here, person } = useHere();
  const partnershipId = here?.id ?? '';
  const [{ data, error, fetching }, ask] = useQuery({
    query: abuQuery,
    variables: { id, partnershipId },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const [isEditing, setEditing] = useState(false);
  const [archive, archivingDialog] = useAbuArchiving(refresh);
  const abu = data?.accountableBusinessUnit;
  const around = data?.partnership;
  useBodiesLive({ within: around?.id, cursor: around?.changesCursor, refresh, viewerId: person?.id ?? null });
  if (!abu)
    return (
      <Page title={fetching ? 'Accountable business unit' : 'Not found'} trail={TRAIL}>
        {fetching && <LoadingState what="the accountable business unit" />}
        {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const mayKeep = around?.viewerCan.administer ?? false;
  return (
    <Page
      title={abu.name}
      trail={TRAIL}
      lead={<Lead abu={abu} />}
      {...(mayKeep
        ? {
            actions: (
              <KeepActions
                isArchived={abu.archivedAt !== null}
                onArchive={() => archive(abu)}
                onChange={() => setEditing(true)}
              />
            ),
          }
        : {})}
    >
      <KeyValueList items={factsOf(abu)} />
      <Priorities priorities={abu.priorities} />
      <DelegatedFunctions abu={abu} mayKeep={mayKeep} refresh={refresh} />
      <ActionsOf within={partnershipId} filter={{ abuIds: [id] }} label={`Actions of ${abu.name}`} />
      {archivingDialog}
      {isEditing && (
        <AbuDialog
          partnershipId={partnershipId}
          abu={abu}
          onClose={() => setEditing(false)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}
