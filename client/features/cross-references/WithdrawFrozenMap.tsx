import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { useWithdraw } from './frozen.operations';
import type { FrozenHead } from './frozen.queries';

interface WithdrawProps {
  readonly copy: Pick<FrozenHead, 'id' | 'version' | 'title'>;
}

function WithdrawDialog({ copy, onClose }: WithdrawProps & { readonly onClose: () => void }) {
  const { id, version, title } = copy;
  const withdraw = useWithdraw();
  const form = useForm(
    { because: '' },
    ({ because }) => withdraw({ id, expectedVersion: version, because: orNull(because) }),
    () => {
      showToast({ tone: 'success', message: `${title} was withdrawn` });
      onClose();
    },
  );
  return (
    <FormDialog
      {...form}
      title={`Withdraw ${title}`}
      lead="Its address will say that it was withdrawn, when and by whom, and show nothing more. There is no way back."
      verb="Withdraw the copy"
      onClose={onClose}
    >
      <TextArea
        label="Why"
        description="Shown to those who come to its address"
        isOptional
        rows={3}
        maxLength={1000}
        value={form.typed.because}
        onChange={(because) => form.type({ because })}
        {...form.errorAt('because')}
      />
    </FormDialog>
  );
}

/** For those who may. */
export function WithdrawFrozenMap({ copy }: WithdrawProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Withdraw</Button>
      {isOpen && <WithdrawDialog copy={copy} onClose={() => setOpen(false)} />}
    </>
  );
}
