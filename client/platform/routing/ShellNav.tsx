import { NavLink } from 'react-router';
import { Icon } from '../ui/Icon';
import { type Destination, SET_UP, WORK } from './navigation';

interface LinksProps {
  readonly label: string;
  readonly destinations: readonly Destination[];
  readonly onGo: (() => void) | undefined;
}

function Links({ label, destinations, onGo }: LinksProps) {
  return (
    <ul className="nav-list" aria-label={label}>
      {destinations.map(({ path, label: name, icon }) => (
        <li key={path}>
          <NavLink className="nav-link" to={path} end={path === '/'} {...(onGo ? { onClick: onGo } : {})}>
            <Icon name={icon} />
            {name}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** The same list beside the page and in the drawer of a narrow screen. */
export function ShellNav({ onGo }: { readonly onGo?: () => void }) {
  return (
    <nav className="nav" aria-label="Main">
      <Links label="Work" destinations={WORK} onGo={onGo} />
      <Links label="Set up" destinations={SET_UP} onGo={onGo} />
    </nav>
  );
}
