import type { FormEvent, ReactNode } from 'react';
import type { Refusal } from '../graphql/errors';
import { Banner } from './Banner';
import { Button } from './Button';
import { Dialog } from './Dialog';
import './fields.css';

interface FormDialogProps {
  readonly title: string;
  readonly lead?: string;
  /** The verb itself, with what it is done to, as the button says it. */
  readonly verb: string;
  readonly form: string;
  readonly isWide?: boolean;
  readonly isTouched: boolean;
  readonly isPending: boolean;
  readonly refusal: Refusal | null;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: what the server refuses stands above it, or at the field it is about. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, verb, form, isWide = false, isTouched, isPending, refusal } = props;
  const { onSubmit, onClose, children } = props;
  return (
    <Dialog
      isOpen
      isWide={isWide}
      isDismissable={!isTouched}
      title={title}
      {...(lead === undefined ? {} : { lead })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} isPending={isPending}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={form} className="form-stack" onSubmit={onSubmit}>
        {refusal && refusal.fields.length === 0 && (
          <Banner tone="danger" isLive>
            {refusal.message}
          </Banner>
        )}
        {children}
      </form>
    </Dialog>
  );
}
