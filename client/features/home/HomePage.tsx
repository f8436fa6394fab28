import { useHere } from '../../platform/auth/viewer-context';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { OfficerHome } from './OfficerHome';
import { PartnershipHome } from './PartnershipHome';
import './Home.css';

/** Where everybody begins: an officer with what waits for their organisation, everybody else with the plans. */
export function HomePage() {
  const { viewer, partnership, organisations } = useHere();
  if (!partnership)
    return (
      <Page title="Home">
        <EmptyState
          icon="people"
          title={viewer ? 'You belong to no partnership yet' : 'Nothing is published here yet'}
          {...(viewer
            ? {}
            : {
                actions: (
                  <LinkButton href="/sign-in" look="primary">
                    Sign in
                  </LinkButton>
                ),
              })}
        >
          {viewer
            ? 'An administrator of your partnership can give you a role in your organisation.'
            : 'Sign in to see what is shared with your organisation.'}
        </EmptyState>
      </Page>
    );
  return organisations.length > 0 ? (
    <OfficerHome partnershipId={partnership.id} />
  ) : (
    <PartnershipHome partnershipId={partnership.id} />
  );
}
