import { useState } from 'react';
import { formatInstant, relativeInstant } from '../../platform/format/dates';
import { useNow } from '../../platform/format/useToday';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { Table } from '../../platform/ui/Table';
import { showToast } from '../../platform/ui/toasts';
import { useSignOutEverywhere } from './account.operations';
import type { AccountSession } from './account.queries';
import { browserName } from './browserName';

/** Every browser this account is signed in with, and the way to end them all. */
export function Sessions({ sessions }: { readonly sessions: readonly AccountSession[] }) {
  const signOutEverywhere = useSignOutEverywhere();
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);

  const end = async (): Promise<void> => {
    setPending(true);
    const refusal = await signOutEverywhere();
    setPending(false);
    setAsking(false);
    if (refusal) showToast({ tone: 'danger', message: `Nobody was signed out. ${refusal.message}` });
  };

  return (
    <section className="account-part" aria-labelledby="account-sessions">
      <h2 id="account-sessions">Where you are signed in</h2>
      <Table
        label="Browsers"
        isLabelHidden
        rows={sessions}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'browser',
            header: 'Browser',
            isRowHeader: true,
            cell: ({ userAgent, isCurrent }) => (
              <span title={userAgent ?? undefined}>
                {browserName(userAgent)} {isCurrent && <Badge look="accent">This one</Badge>}
              </span>
            ),
          },
          { id: 'since', header: 'Signed in', cell: ({ createdAt }) => formatInstant(createdAt) },
          { id: 'used', header: 'Last used', cell: ({ usedAt }) => relativeInstant(usedAt, now) },
          { id: 'until', header: 'Ends by itself', cell: ({ expiresAt }) => formatInstant(expiresAt) },
        ]}
      />
      <Button icon="sign-out" onPress={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        isPending={isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => void end()}
      >
        Every browser is signed out at once, this one too. Tokens go on working until you end them below.
      </ConfirmDialog>
    </section>
  );
}
