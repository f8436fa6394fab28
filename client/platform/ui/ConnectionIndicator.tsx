import { formatTime } from '../format/dates';
import { classes } from './classes';
import './people.css';

/** `asOf` is the instant of the last change this page is certain to have. */
export type Connection =
  | { readonly state: 'live' }
  | { readonly state: 'reconnecting'; readonly asOf?: Date }
  | { readonly state: 'offline'; readonly asOf?: Date }
  | { readonly state: 'paused'; readonly asOf: Date };

function saying(connection: Connection): string {
  if (connection.state === 'live') return 'Live';
  const asOf = connection.asOf === undefined ? '' : `up to date as of ${formatTime(connection.asOf)}`;
  if (connection.state === 'paused') return `Paused, ${asOf}`;
  const lost = connection.state === 'reconnecting' ? 'Reconnecting' : 'Offline';
  return asOf === '' ? lost : `${lost}, ${asOf}`;
}

interface ConnectionIndicatorProps {
  readonly connection: Connection;
  /** Leaves 'Live' to screen readers; anything else is always written out. */
  readonly isCompact?: boolean;
}

/** Says in words whether what is on the page can still change by itself. */
export function ConnectionIndicator({ connection, isCompact = false }: ConnectionIndicatorProps) {
  const isQuiet = isCompact && connection.state === 'live';
  return (
    <span className={classes('connection', `connection-${connection.state}`)} role="status">
      <span className="connection-dot" aria-hidden="true" />
      <span className={isQuiet ? 'visually-hidden' : undefined}>{saying(connection)}</span>
    </span>
  );
}
