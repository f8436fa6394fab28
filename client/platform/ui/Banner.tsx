import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import './blocks.css';

type Tone = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  success: 'success',
  warning: 'risk',
  danger: 'risk',
};

interface BannerProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** True when it appears in answer to something, so that it is read out. */
  readonly isLive?: boolean;
}

/** Something about the whole page, in the flow of it. */
export function Banner({ tone = 'info', children, actions, onDismiss, isLive = false }: BannerProps) {
  return (
    <div className={classes('banner', `banner-${tone}`)} {...(isLive ? { role: 'status' } : {})}>
      <Icon name={ICONS[tone]} />
      <div className="banner-words">{children}</div>
      {(actions !== undefined || onDismiss !== undefined) && (
        <div className="banner-actions">
          {actions}
          {onDismiss !== undefined && (
            <IconButton icon="close" label="Dismiss" size="sm" onPress={onDismiss} />
          )}
        </div>
      )}
    </div>
  );
}
