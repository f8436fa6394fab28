import { Fragment, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useClient, useQuery, useSubscription } from 'urql';
import { useConnection } from '../graphql/connection';
import { graphql } from '../graphql/graphql';
import { ShellProvider, type ShellState } from '../routing/shell-context';
import { LoadingState } from '../ui/LoadingState';
import { ErrorState } from '../ui/States';
import { showToast } from '../ui/toasts';
import { hereOf } from './here';
import { useSession } from './session-context';
import { type Here, HereContext, viewerQuery } from './viewer-context';

const KEPT = 'accord.partnership';

/** Holds the line open on pages that ask for nothing live: so these too hear at once that a session has ended. */
const lineQuery = graphql(`
  subscription Line($within: ID!) {
    changes(within: $within) {
      cursor
      kind
    }
  }
`);

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      endedSessionCount
    }
  }
`);

function usePartnershipChoice(): [string | null, (id: string) => void] {
  const [chosen, setChosen] = useState<string | null>(() => localStorage.getItem(KEPT));
  const choose = useCallback((id: string) => {
    localStorage.setItem(KEPT, id);
    setChosen(id);
  }, []);
  return [chosen, choose];
}

function useSignOut(): () => void {
  const client = useClient();
  const { beginAnew } = useSession();
  return () =>
    void client
      .mutation(signOutMutation, {})
      .toPromise()
      .then(({ error }) => {
        if (error)
          showToast({ tone: 'danger', message: 'You are still signed in: the server cannot be reached.' });
        else beginAnew();
      });
}

/** What the frame around every page says of who is here. */
function useShell(here: Here): ShellState {
  const { viewer, person, partnership, partnerships, organisations, choosePartnership, isAdministrator } =
    here;
  const connection = useConnection();
  const onSignOut = useSignOut();
  const body = person?.organisation ?? organisations[0]?.organisation;
  return {
    ...(partnership ? { partnership: partnership.name, partnershipId: partnership.id } : {}),
    partnerships,
    onPartnership: choosePartnership,
    viewer: viewer && {
      name: person?.name ?? viewer.accountEmail,
      organisation: body?.name ?? partnership?.name ?? 'No organisation yet',
      organisationShortName: body?.shortName ?? null,
    },
    ...(viewer && partnership ? { connection } : {}),
    isAdministrator,
    onSignOut,
  };
}

function Shelled({ here, children }: { readonly here: Here; readonly children: ReactNode }) {
  const shell = useShell(here);
  const within = here.viewer ? here.partnership?.id : undefined;
  useSubscription({ query: lineQuery, variables: { within: within ?? '' }, pause: within === undefined });
  return <ShellProvider value={shell}>{children}</ShellProvider>;
}

/** Asks who is here, and shows nothing of the product before that is known. */
export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const [{ data, error }, ask] = useQuery({ query: viewerQuery });
  const [chosen, choose] = usePartnershipChoice();
  const here = useMemo(() => (data ? hereOf(data, chosen, choose) : null), [data, chosen, choose]);
  if (!here)
    return error ? (
      <main>
        <ErrorState title="Accord cannot be reached" onRetry={() => ask({ requestPolicy: 'network-only' })} />
      </main>
    ) : (
      <main>
        <LoadingState what="Accord" lines={3} shape="text" />
      </main>
    );
  return (
    <HereContext value={here}>
      <Shelled here={here}>
        <Fragment key={`${here.viewer?.id} ${here.partnership?.id}`}>{children}</Fragment>
      </Shelled>
    </HereContext>
  );
}
