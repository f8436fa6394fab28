import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import './status.css';

interface BadgeProps {
  readonly look?: 'plain' | 'accent' | 'warning' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A word about an item that is not its status: Draft, Restricted, Overdue, Key decision. */
export function Badge({ look = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={classes('badge', look !== 'plain' && `badge-${look}`)}>
      {icon !== undefined && <Icon name={icon} size={0.75} />}
      {children}
    </span>
  );
}

const DIRECTIONS = {
  IMPROVING: { icon: 'arrow-up', word: 'Improving' },
  STEADY: { icon: 'arrow-right', word: 'Steady' },
  WORSENING: { icon: 'arrow-down', word: 'Worsening' },
} as const;

/** The arrow is drawing; the word says it. */
export function Direction({ direction }: { readonly direction: keyof typeof DIRECTIONS }) {
  const { icon, word } = DIRECTIONS[direction];
  return (
    <span className="direction">
      <Icon name={icon} size={0.875} />
      {word}
    </span>
  );
}
