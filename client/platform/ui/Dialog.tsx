import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import './overlays.css';

interface DialogFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Title, body and feet, shared by the dialog and the drawer. */
export function DialogFrame({ title, lead, role = 'dialog', onClose, actions, children }: DialogFrameProps) {
  return (
    <AriaDialog className="dialog-frame" role={role}>
      <header className="dialog-head">
        <div className="dialog-title">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {lead !== undefined && <p className="dialog-lead">{lead}</p>}
        </div>
        <IconButton icon="close" label="Close" onPress={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
    </AriaDialog>
  );
}

export interface DialogProps extends DialogFrameProps {
  readonly isOpen: boolean;
  readonly isWide?: boolean;
  /** False while something typed would be lost by a stray click outside. */
  readonly isDismissable?: boolean;
}

export function Dialog({ isOpen, isWide = false, isDismissable = true, ...frame }: DialogProps) {
  return (
    <ModalOverlay
      className="scrim scrim-dialog"
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => {
        if (!open) frame.onClose();
      }}
    >
      <Modal className={classes('dialog', isWide && 'dialog-wide')}>
        <DialogFrame {...frame} />
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb itself ('Archive the action'), never 'OK'. */
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirm, isDanger = false, isPending = false, onConfirm, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      title={title}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look={isDanger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
