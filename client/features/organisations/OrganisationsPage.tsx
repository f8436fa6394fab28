import { useState } from 'react';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatCount } from '../../platform/format/counts';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { Page } from '../../platform/routing/Page';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { ArchivedList } from './ArchivedList';
import { organisationRow } from './bodies';
import { useBodiesLive } from './bodies.live';
import { OrganisationDialog } from './OrganisationDialog';
import { OrganisationsTable } from './OrganisationsTable';
import { PersonDialog } from './PersonDialog';
import { useActionCounts } from './useActionCounts';
import { useOrganisationArchiving } from './useOrganisationArchiving';
import { KIND_GROUPS } from './words';
import './bodies.css';

const organisationsQuery = graphql(
  `
    query Organisations($partnershipId: ID!) {
      partnership(id: $partnershipId) {
        id
        changesCursor
        viewerCan {
          administer
        }
        organisations {
          ...OrganisationRow_organisation
        }
        archivedOrganisations {
          ...OrganisationRow_organisation
        }
      }
    }
  `,
  [organisationRow],
);

type Adding = 'organisation' | 'person' | null;

/** Every partner, by what sort of body it is, with what it answers for. */
export function OrganisationsPage() {
  const { partnership: here, viewer, person } = useHere();
  const partnershipId = here?.id ?? '';
  const [{ data, error, fetching }, ask] = useQuery({
    query: organisationsQuery,
    variables: { partnershipId },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const found = data?.partnership;
  useBodiesLive({ within: found?.id, cursor: found?.changesCursor, refresh, viewerId: person?.id ?? null });
  const organisations = found?.organisations.filter((one) => !one.archivedAt) ?? [];
  const counts = useActionCounts(
    partnershipId,
    organisations.map(({ id }) => id),
  );
  const [bringBack] = useOrganisationArchiving(refresh);
  const [adding, setAdding] = useState<Adding>(null);
  const close = (): void => setAdding(null);
  const add = found?.viewerCan.administer && (
    <>
      <Button icon="plus" onPress={() => setAdding('person')}>
        Add a person
      </Button>
      <Button look="primary" icon="plus" onPress={() => setAdding('organisation')}>
        Add an organisation
      </Button>
    </>
  );
  return (
    <Page
      title="Organisations"
      lead={found ? `${formatCount(organisations.length, 'partner')} of ${here?.name}` : undefined}
      {...(add ? { actions: add } : {})}
    >
      {!data && fetching && <LoadingState what="the organisations" />}
      {error && !data && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
      {!fetching && !error && organisations.length === 0 && (
        <EmptyState icon="organisation" title="No organisations yet">
          The partners stand here once an administrator of the partnership has added them.
        </EmptyState>
      )}
      {KIND_GROUPS.map(({ title, kinds }) => {
        const rows = organisations.filter((one) => kinds.includes(one.organisationKind));
        return (
          rows.length > 0 && (
            <div className="body-section" key={title}>
              <h2>{title}</h2>
              <OrganisationsTable label={title} rows={rows} counts={counts} showsMembers={viewer !== null} />
            </div>
          )
        );
      })}
      {found && (
        <ArchivedList
          items={found.archivedOrganisations.filter((one) => one.viewerCan.archive)}
          at="/organisations"
          onBringBack={bringBack}
        />
      )}
      {adding === 'organisation' && (
        <OrganisationDialog
          partnershipId={partnershipId}
          organisation={null}
          onClose={close}
          onDone={refresh}
        />
      )}
      {adding === 'person' && (
        <PersonDialog
          partnershipId={partnershipId}
          person={null}
          organisationId={null}
          onClose={close}
          onDone={refresh}
        />
      )}
    </Page>
  );
}
