import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import './blocks.css';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

function State({ icon, title, children, actions }: StateProps) {
  return (
    <div className="state">
      <Icon name={icon} size={1.5} />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="state-actions">{actions}</div>}
    </div>
  );
}

interface EmptyStateProps extends Omit<StateProps, 'icon'> {
  readonly icon?: IconName;
}

/** Nothing here yet, or nothing matches: says what would be here and offers the way to it. */
export function EmptyState({ icon = 'file', ...rest }: EmptyStateProps) {
  return <State icon={icon} {...rest} />;
}

interface ErrorStateProps {
  readonly title?: string;
  /** What the reader can do about it; not the exception. */
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  /** What to quote when asking for help. */
  readonly requestId?: string;
}

export function ErrorState({
  title = 'This could not be loaded',
  children,
  onRetry,
  requestId,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <State
        icon="risk"
        title={title}
        actions={
          onRetry !== undefined && (
            <Button icon="refresh" onPress={onRetry}>
              Try again
            </Button>
          )
        }
      >
        {children ?? 'The server did not answer as expected. Nothing you typed has been lost.'}
        {requestId !== undefined && <span className="quiet"> Reference {requestId}.</span>}
      </State>
    </div>
  );
}

interface ForbiddenStateProps {
  /** What would have to be true: 'Only the lead organisation can rate this action.' */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** 'Missing' and 'not yours' are one answer, so this says neither. */
export function ForbiddenState({ children, actions }: ForbiddenStateProps) {
  return (
    <State icon="lock" title="This is not here, or not yours to see" actions={actions}>
      {children ??
        'Check the address, or ask the person who sent it whether it is shared with your organisation.'}
    </State>
  );
}
