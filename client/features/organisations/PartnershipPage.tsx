import { useState } from 'react';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { Page } from '../../platform/routing/Page';
import { Button } from '../../platform/ui/Button';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { StatusPill } from '../../platform/ui/StatusPill';
import { partnershipHead, personRow, postRow } from './bodies';
import { useBodiesLive } from './bodies.live';
import { ColoursDialog } from './ColoursDialog';
import { PartnershipDialog } from './PartnershipDialog';
import { PeopleSection } from './PeopleSection';
import { PostsSection } from './PostsSection';
import './bodies.css';

const partnershipQuery = graphql(
  `
    query PartnershipSettings($partnershipId: ID!) {
      partnership(id: $partnershipId) {
        ...PartnershipHead_partnership
        changesCursor
        viewerCan {
          administer
        }
        people {
          ...PersonRow_person
        }
        posts {
          ...PostRow_post
        }
        archivedPeople {
          ...PersonRow_person
        }
        archivedPosts {
          ...PostRow_post
        }
      }
    }
  `,
  [partnershipHead, personRow, postRow],
);

type Open = 'details' | 'colours' | null;

/** The partnership itself: what it is called, what its colours mean, and whoever belongs to none of its partners. */
export function PartnershipPage() {
  const { partnership: here, person, viewer } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: partnershipQuery,
    variables: { partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const found = data?.partnership;
  useBodiesLive({ within: found?.id, cursor: found?.changesCursor, refresh, viewerId: person?.id ?? null });
  const [open, setOpen] = useState<Open>(null);
  if (!found)
    return (
      <Page title="Partnership">
        {fetching && <LoadingState what="the partnership" />}
        {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const { administer } = found.viewerCan;
  const dialogProps = { partnership: found, onClose: () => setOpen(null), onDone: refresh };
  const isNobodys = ({ organisation }: { readonly organisation: object | null }) => organisation === null;
  return (
    <Page
      title="Partnership"
      lead="What it is called, what its colours mean, and who belongs to it without being any partner’s"
      {...(administer
        ? {
            actions: (
              <Button icon="edit" onPress={() => setOpen('details')}>
                Change its details
              </Button>
            ),
          }
        : {})}
    >
      <KeyValueList
        items={[
          { name: 'Name', value: found.name },
          { name: 'Short name', value: found.shortName },
          { name: 'Place it serves', value: found.place },
        ]}
      />
      <section className="body-section" aria-label="What the colours mean">
        <div className="section-head">
          <h2>What the colours mean</h2>
          {administer && (
            <Button icon="edit" onPress={() => setOpen('colours')}>
              Change what they mean
            </Button>
          )}
        </div>
        <ul className="body-list">
          {found.bragDefinitions.map(({ status, meaning }) => (
            <li key={status} className="colour-meaning">
              <StatusPill status={status} />
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
      </section>
      {viewer && (
        <div className="bodies-grid">
          <PeopleSection
            organisationId={null}
            people={found.people.filter(isNobodys)}
            archived={found.archivedPeople.filter(isNobodys)}
            partnershipId={found.id}
            mayAdd={administer}
            none="Everybody known here works for one of the partners."
            refresh={refresh}
          />
          <PostsSection
            organisation={null}
            posts={found.posts.filter(isNobodys)}
            archived={found.archivedPosts.filter(isNobodys)}
            people={found.people}
            partnershipId={found.id}
            mayAdd={administer}
            none="Every post known here belongs to one of the partners."
            refresh={refresh}
          />
        </div>
      )}
      {open === 'details' && <PartnershipDialog {...dialogProps} />}
      {open === 'colours' && <ColoursDialog {...dialogProps} />}
    </Page>
  );
}
