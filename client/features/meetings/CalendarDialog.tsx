import { useState } from 'react';
import { useHere } from '../../platform/auth/viewer-context';
import { addDays, formatLongDay } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { CopyField } from '../../platform/ui/CopyField';
import { Dialog } from '../../platform/ui/Dialog';
import { useCreateToken } from '../account/account.operations';

interface CalendarDialogProps {
  readonly board: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

const A_YEAR = 364;

/** The addresses that Outlook, Google or a telephone follow, to have the meetings of a board among one’s own. */
export function CalendarDialog({ board, onClose }: CalendarDialogProps) {
  const { viewer } = useHere();
  const create = useCreateToken();
  const until = addDays(useToday(), A_YEAR);
  const [secret, setSecret] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const make = async (): Promise<void> => {
    setPending(true);
    const name = `Calendar: ${board.name}`.slice(0, 100);
    const made = await create({ name, scope: 'CALENDAR', expiresOn: until });
    setPending(false);
    setTrouble(made.refusal?.message ?? null);
    setSecret(made.secret);
  };
  const address = `${window.location.origin}/boards/${board.id}/meetings.ics`;
  return (
    <Dialog
      isOpen
      title="Meetings in your calendar"
      lead="Add an address to Outlook, Google or your telephone as a calendar from the internet. It follows what is planned, moved or cancelled here."
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className="calendar-ways">
        {viewer && (
          <section aria-labelledby="calendar-own">
            <h3 id="calendar-own">With the days papers are due</h3>
            {secret === null && (
              <>
                <p>An address of your own, for you alone: drafts, clearances, dispatch and questions.</p>
                <Button look="primary" isPending={isPending} onPress={() => void make()}>
                  Make my address
                </Button>
              </>
            )}
            {trouble !== null && (
              <Banner tone="danger" isLive>
                {trouble}
              </Banner>
            )}
            {secret !== null && (
              <>
                <p>
                  <strong>Copy it now.</strong> It is not kept here. Whoever has it sees this calendar until{' '}
                  {formatLongDay(until)}, or until you end it on your account page.
                </p>
                <CopyField isFresh label="Your address" value={`${address}?key=${secret}`} />
              </>
            )}
          </section>
        )}
        <section aria-labelledby="calendar-public">
          <h3 id="calendar-public">The meetings alone</h3>
          <p>For anybody, and to pass on.</p>
          <CopyField
            label="The address for everybody"
            value={address.replace('/boards/', '/public/boards/')}
          />
        </section>
      </div>
    </Dialog>
  );
}
