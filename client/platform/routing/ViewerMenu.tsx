import { Button } from 'react-aria-components';
import { useLocation } from 'react-router';
import { shortPersonName } from '../format/names';
import { OrganisationMark } from '../ui/Avatar';
import { LinkButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { useShellState } from './shell-context';

const SIGN_IN = '/sign-in';

/** Who I am and on whose behalf I act: everything written here is in the organisation's name. */
export function ViewerMenu() {
  const {
    viewer,
    onSignOut,
    partnerships = [],
    partnershipId,
    onPartnership,
    isAdministrator,
  } = useShellState();
  const { pathname } = useLocation();
  if (viewer === undefined) return null;
  if (viewer === null)
    return pathname === SIGN_IN ? null : (
      <LinkButton href={SIGN_IN} look="primary" size="sm">
        Sign in
      </LinkButton>
    );
  const { name, organisation, organisationShortName } = viewer;
  return (
    <Menu
      label="Your account"
      placement="bottom end"
      trigger={
        <Button className="viewer" aria-label={`${name}, ${organisation}`}>
          <OrganisationMark name={organisation} shortName={organisationShortName} isDecorative />
          <span className="viewer-words" aria-hidden="true">
            <span className="viewer-name">{shortPersonName(name)}</span>
            <span className="viewer-organisation">{organisation}</span>
          </span>
          <Icon name="chevron-down" size={0.75} />
        </Button>
      }
      groups={[
        {
          title: `${name}, for ${organisation}`,
          entries: [
            { id: 'account', label: 'Your account', icon: 'people', href: '/account' },
            ...(isAdministrator
              ? [
                  {
                    id: 'partnership',
                    label: 'Partnership',
                    note: 'Its name, and what its colours mean',
                    icon: 'flag' as const,
                    href: '/partnership',
                  },
                ]
              : []),
            {
              id: 'sign-out',
              label: 'Sign out',
              icon: 'sign-out',
              isDisabled: onSignOut === undefined,
              ...(onSignOut ? { onAction: onSignOut } : {}),
            },
          ],
        },
        ...(partnerships.length > 1 && onPartnership
          ? [
              {
                title: 'Partnership',
                entries: partnerships.map(({ id, name: title }) => ({
                  id,
                  label: title,
                  ...(id === partnershipId ? { icon: 'check' as const } : {}),
                  onAction: () => onPartnership(id),
                })),
              },
            ]
          : []),
      ]}
    />
  );
}
