import { useState } from 'react';
import { formatDay, formatInstant, londonDay } from '../../platform/format/dates';
import { Button, LinkButton } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { Table } from '../../platform/ui/Table';
import { showToast } from '../../platform/ui/toasts';
import { useRevokeToken } from './account.operations';
import type { AccountToken } from './account.queries';
import { NewToken } from './NewToken';
import { TokenSecret } from './TokenSecret';

export const SCOPE_WORDS = { READ: 'Read', WRITE: 'Read and change', CALENDAR: 'Fill a calendar' } as const;

interface TokensProps {
  readonly tokens: readonly AccountToken[];
  readonly askAgain: () => void;
}

/** What programs may do in this person's name. */
export function Tokens({ tokens, askAgain }: TokensProps) {
  const revoke = useRevokeToken();
  const [ending, setEnding] = useState<AccountToken | null>(null);
  const [isPending, setPending] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  const end = async ({ id, name }: AccountToken): Promise<void> => {
    setPending(true);
    const refusal = await revoke(id);
    setPending(false);
    setEnding(null);
    if (refusal) showToast({ tone: 'danger', message: refusal.message });
    else {
      showToast({ tone: 'success', message: `The token “${name}” has ended.` });
      askAgain();
    }
  };

  return (
    <section className="account-part" aria-labelledby="account-tokens">
      <h2 id="account-tokens">Tokens for programs</h2>
      <p className="quiet">
        A token lets a program act as you, and never do more than you may.{' '}
        <LinkButton href="/api" size="sm" look="quiet">
          How to use one
        </LinkButton>
      </p>
      {secret !== null && <TokenSecret secret={secret} onDone={() => setSecret(null)} />}
      <Table
        label="Your tokens"
        isLabelHidden
        rows={tokens}
        rowId={({ id }) => id}
        empty={<p className="quiet">You have none.</p>}
        columns={[
          { id: 'name', header: 'For', isRowHeader: true, cell: ({ name }) => name },
          { id: 'scope', header: 'May', cell: ({ scope }) => SCOPE_WORDS[scope] },
          { id: 'made', header: 'Made', cell: ({ createdAt }) => formatInstant(createdAt) },
          {
            id: 'until',
            header: 'Good until',
            cell: ({ expiresAt }) => formatDay(londonDay(new Date(Date.parse(expiresAt) - 1))),
          },
          {
            id: 'end',
            header: 'End it',
            cell: (token) => (
              <Button
                size="sm"
                look="quiet"
                aria-label={`End the token ${token.name}`}
                onPress={() => setEnding(token)}
              >
                End…
              </Button>
            ),
          },
        ]}
      />
      <NewToken
        onCreated={(made) => {
          setSecret(made);
          askAgain();
        }}
      />
      <ConfirmDialog
        isOpen={ending !== null}
        title={`End the token “${ending?.name ?? ''}”?`}
        confirm="End the token"
        isDanger
        isPending={isPending}
        onClose={() => setEnding(null)}
        onConfirm={() => ending && void end(ending)}
      >
        Whatever uses it is refused from then on. It cannot be brought back.
      </ConfirmDialog>
    </section>
  );
}
