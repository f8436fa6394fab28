import { Button } from 'react-aria-components';
import { shortPersonName } from '../format/names';
import { OrganisationMark } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { useShellState } from './shell-context';

/** Who I am and on whose behalf I act: everything written here is in the organisation's name. */
export function ViewerMenu() {
  const { viewer, onSignOut } = useShellState();
  if (!viewer) return null;
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
            {
              id: 'sign-out',
              label: 'Sign out',
              icon: 'sign-out',
              isDisabled: onSignOut === undefined,
              ...(onSignOut ? { onAction: onSignOut } : {}),
            },
          ],
        },
      ]}
    />
  );
}
