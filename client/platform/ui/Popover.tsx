import type { ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import './overlays.css';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** Names the panel for screen readers. */
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right';
  readonly children: ReactNode;
}

/** A small panel beside its button: filters, a definition, who is looking. */
export function Popover({ trigger, label, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6}>
        <Dialog className="popover-panel" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
