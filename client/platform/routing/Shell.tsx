import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Announcer } from '../ui/Announcer';
import { IconButton } from '../ui/Button';
import { ConnectionIndicator } from '../ui/ConnectionIndicator';
import { Drawer } from '../ui/Drawer';
import { ThemeMenu } from '../ui/ThemeMenu';
import { ToastRegion } from '../ui/ToastRegion';
import { ShellNav } from './ShellNav';
import { useShellState } from './shell-context';
import { ViewerMenu } from './ViewerMenu';
import './Shell.css';

function Wordmark() {
  return (
    <Link className="wordmark" to="/" aria-label="Accord, home">
      <svg viewBox="0 0 20 20" width="1.25rem" height="1.25rem" aria-hidden="true" focusable="false">
        <path d="M10 2.5 3 17.500M10 2.500l7 15M4.8 13.200c3.3-2.6 7.1-2.6 10.4 0" />
      </svg>
      Accord
    </Link>
  );
}

function ShellHeader({ onMenu }: { readonly onMenu: () => void }) {
  const { partnership, connection } = useShellState();
  return (
    <header className="shell-header">
      <IconButton className="shell-menu" icon="menu" label="Menu" onPress={onMenu} />
      <Wordmark />
      {partnership !== undefined && <span className="partnership">{partnership}</span>}
      <div className="shell-tools">
        {connection !== undefined && <ConnectionIndicator connection={connection} />}
        <ThemeMenu />
        <ViewerMenu />
      </div>
    </header>
  );
}

/** The frame: who and where along the top, the product down the side, the page on its sheet. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { partnership } = useShellState();
  const closeMenu = (): void => setMenuOpen(false);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <ShellHeader onMenu={() => setMenuOpen(true)} />
      <div className="shell-nav">
        <ShellNav />
      </div>
      <main className="shell-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <Drawer isOpen={isMenuOpen} onClose={closeMenu} side="start" title="Menu" lead={partnership}>
        <ShellNav onGo={closeMenu} />
      </Drawer>
      <ToastRegion />
      <Announcer />
    </div>
  );
}
