import type { ReactNode } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes';
import { DialogFrame } from './Dialog';

export interface DrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** A line under the title: reference, workstream, who leads. */
  readonly lead?: ReactNode;
  /** Stays at the foot while the body scrolls. */
  readonly actions?: ReactNode;
  /** 'end' is the panel of an item; 'start' the navigation of a narrow screen. */
  readonly side?: 'end' | 'start';
  readonly children: ReactNode;
}

/** Slides in over the page it belongs to; fills the screen where there is no room for both. */
export function Drawer({ isOpen, onClose, side = 'end', ...frame }: DrawerProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes('drawer', side === 'start' && 'drawer-start')}>
        <DialogFrame {...frame} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}
