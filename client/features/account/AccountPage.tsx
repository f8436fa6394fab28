import { Navigate } from 'react-router';
import { useQuery } from 'urql';
import type { SignInReason } from '../../platform/auth/usePutOut';
import { useViewer } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { type Account, accountQuery } from './account.queries';
import { ChangePassword } from './ChangePassword';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';
import './Account.css';

const ROLES = {
  VIEWER: 'Reader in',
  EDITOR: 'Editor in',
  LEAD: 'Lead in',
  ADMIN: 'Administrator of',
} as const;

function whoAmI({ accountEmail, people, organisations }: Account) {
  const names = [...new Set(people.flatMap(({ person }) => person?.name ?? []))];
  return [
    { name: 'Name', value: names.join(', ') || null },
    { name: 'E-mail address', value: accountEmail },
    {
      name: 'Roles',
      value:
        organisations
          .map(({ organisation, role }) => `${ROLES[role]} ${organisation?.name ?? 'an organisation'}`)
          .join('; ') || null,
    },
  ];
}

/** Somebody's own: password, browsers, tokens. */
export function AccountPage() {
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: accountQuery, pause: viewer === null });
  const askAgain = (): void => ask({ requestPolicy: 'network-only' });
  const state: SignInReason = { from: '/account' };
  if (!viewer) return <Navigate to="/sign-in" state={state} replace />;
  const account = data?.viewer;
  return (
    <Page title="Your account">
      {!account && !error && <LoadingState what="your account" />}
      {!account && error && <ErrorState onRetry={askAgain}>{refusalOf(error)?.message}</ErrorState>}
      {account && (
        <div className="account">
          <KeyValueList items={whoAmI(account)} />
          <ChangePassword email={account.accountEmail} onChanged={askAgain} />
          <Sessions sessions={account.sessions} />
          <Tokens tokens={account.tokens} askAgain={askAgain} />
        </div>
      )}
    </Page>
  );
}
