import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
} from 'react-aria-components';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Tooltip } from './Tooltip';
import './Button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Dress {
  readonly look?: ButtonLook;
  readonly size?: 'md' | 'sm';
  readonly icon?: IconName;
  readonly className?: string;
  readonly children?: ReactNode;
}

export interface ButtonProps extends Dress, Omit<AriaButtonProps, 'children' | 'className'> {}

const dressed = (look: ButtonLook, size: 'md' | 'sm', className: string | undefined): string =>
  classes('button', `button-${look}`, size === 'sm' && 'button-sm', className);

/** One primary button a view; `isPending` keeps the label and the focus while the answer is on its way. */
export function Button({ look = 'secondary', size = 'md', icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={dressed(look, size, className)}>
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-label">{children}</span>
      {rest.isPending === true && <span className="button-pending" aria-hidden="true" />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly icon: IconName;
  /** Said by screen readers and shown in a tooltip. */
  readonly label: string;
  readonly look?: ButtonLook;
  readonly size?: 'md' | 'sm';
  readonly className?: string;
}

export function IconButton({
  icon,
  label,
  look = 'quiet',
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(dressed(look, size, className), 'button-icon')}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}

export interface LinkButtonProps extends Dress, Omit<AriaLinkProps, 'children' | 'className' | 'href'> {
  readonly href: string;
}

/** Goes somewhere, and looks like a button: stays a link for the keyboard and for 'open in a new tab'. */
export function LinkButton({
  look = 'secondary',
  size = 'md',
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={dressed(look, size, className)}>
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-label">{children}</span>
    </AriaLink>
  );
}
