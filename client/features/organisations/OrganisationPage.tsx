import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { ActionsOf } from './ActionsOf';
import { otherNames } from './BodyName';
import type { Organisation } from './bodies';
import { useBodiesLive } from './bodies.live';
import { KeepActions } from './KeepActions';
import { MembersSection } from './MembersSection';
import { OrganisationDialog } from './OrganisationDialog';
import { OrganisationPlaces } from './OrganisationPlaces';
import { organisationQuery } from './organisationPage.queries';
import { PeopleSection } from './PeopleSection';
import { PostsSection } from './PostsSection';
import { useOrganisationArchiving } from './useOrganisationArchiving';
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
            <Badge icon="archive">Archived</Badge>
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
  const [askToArchive, archivingDialog] = useOrganisationArchiving(refresh);
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
  const isOurs = (one: { readonly organisation: { readonly id: string } | null }): boolean =>
    one.organisation?.id === id;
  const { update, archive, manageStaff } = organisation.viewerCan;
  return (
    <Page
      title={organisation.name}
      trail={TRAIL}
      lead={<Lead organisation={organisation} />}
      {...(update
        ? {
            actions: (
              <KeepActions
                isArchived={organisation.archivedAt !== null}
                {...(archive ? { onArchive: () => askToArchive(organisation) } : {})}
                onChange={() => setEditing(true)}
              />
            ),
          }
        : {})}
    >
      <ActionsOf
        within={partnershipId}
        filter={{ organisationIds: [id] }}
        label={`Actions of ${organisation.name}`}
      >
        {viewer && (
          <>
            <MembersSection organisation={organisation} people={around.people} refresh={refresh} />
            <div className="bodies-grid">
              <PeopleSection
                organisationId={id}
                people={around.people.filter(isOurs)}
                archived={around.archivedPeople.filter(isOurs)}
                partnershipId={partnershipId}
                mayAdd={manageStaff}
                none="Nobody of this organisation is known here yet."
                refresh={refresh}
              />
              <PostsSection
                organisation={organisation}
                posts={around.posts.filter(isOurs)}
                archived={around.archivedPosts.filter(isOurs)}
                people={around.people}
                partnershipId={partnershipId}
                mayAdd={manageStaff}
                none="No posts of this organisation are known here."
                refresh={refresh}
              />
            </div>
          </>
        )}
        <OrganisationPlaces organisationId={id} abus={around.abus} boards={around.boards} />
      </ActionsOf>
      {archivingDialog}
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
