import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { ActionsOf } from './ActionsOf';
import { otherNames } from './BodyName';
import type { Organisation } from './bodies';
import { useBodiesLive } from './bodies.live';
import { MembersSection } from './MembersSection';
import { OrganisationDialog } from './OrganisationDialog';
import { OrganisationPlaces } from './OrganisationPlaces';
import { organisationQuery } from './organisationPage.queries';
import { PeopleSection } from './PeopleSection';
import { PostsSection } from './PostsSection';
import { KIND_WORD } from './words';
import './bodies.css';

const TRAIL = [{ label: 'Organisations', to: '/organisations' }];

function Lead({ organisation }: { readonly organisation: Organisation }) {
  const names = otherNames(organisation);
  return (
    <>
      <p>
        {KIND_WORD[organisation.organisationKind]}
        {names.length > 0 && `, also written ${names.join(', ')}`}
        {organisation.archivedAt && (
          <>
            {' '}
            <Badge icon="archive">Put away</Badge>
          </>
        )}
      </p>
      {organisation.website && (
        <p>
          <a href={organisation.website} rel="noreferrer">
            {organisation.website.replace(/^https?:\/\//, '')}
          </a>
        </p>
      )}
    </>
  );
}

/** One partner: what it answers for, who its people are, and where it sits. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const { partnership: here, viewer, person } = useHere();
  const partnershipId = here?.id ?? '';
  const [{ data, error, fetching }, ask] = useQuery({
    query: organisationQuery,
    variables: { id, partnershipId },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const [isEditing, setEditing] = useState(false);
  const organisation = data?.organisation;
  const around = data?.partnership;
  useBodiesLive({ within: around?.id, cursor: around?.changesCursor, refresh, viewerId: person?.id ?? null });

  if (!organisation || !around)
    return (
      <Page title={fetching ? 'Organisation' : 'Not found'} trail={TRAIL}>
        {fetching && <LoadingState what="the organisation" />}
        {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const staff = around.people.filter((one) => one.organisation?.id === id && !one.archivedAt);
  const mayStaff = around.viewerCan.administer || organisation.viewerCan.manageMembers;
  return (
    <Page
      title={organisation.name}
      trail={TRAIL}
      lead={<Lead organisation={organisation} />}
      {...(organisation.viewerCan.update
        ? {
            actions: (
              <Button icon="edit" onPress={() => setEditing(true)}>
                Change its details
              </Button>
            ),
          }
        : {})}
    >
      <ActionsOf
        within={partnershipId}
        filter={{ organisationIds: [id] }}
        label={`Actions of ${organisation.name}`}
      />
      {viewer && (
        <>
          <MembersSection organisation={organisation} people={around.people} refresh={refresh} />
          <div className="bodies-grid">
            <PeopleSection
              organisation={organisation}
              people={staff}
              partnershipId={partnershipId}
              mayAdd={mayStaff}
              mayGiveAccounts={mayStaff}
              refresh={refresh}
            />
            <PostsSection
              posts={around.posts.filter((one) => one.organisation?.id === id && !one.archivedAt)}
              people={around.people}
              mayAppoint={mayStaff}
              refresh={refresh}
            />
          </div>
        </>
      )}
      <OrganisationPlaces organisationId={id} abus={around.abus} boards={around.boards} />
      {isEditing && (
        <OrganisationDialog
          partnershipId={partnershipId}
          organisation={organisation}
          onClose={() => setEditing(false)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}
