import { Navigate, useLocation } from 'react-router';
import type { SignInReason } from '../../platform/auth/usePutOut';
import { useViewer } from '../../platform/auth/viewer-context';
import { Page } from '../../platform/routing/Page';
import { Banner } from '../../platform/ui/Banner';
import { DemonstrationAccounts } from './DemonstrationAccounts';
import { SignInForm } from './SignInForm';
import './SignIn.css';

/** Leads back to where somebody came from, once they are known. */
export function SignInPage() {
  const viewer = useViewer();
  const reason = useLocation().state as SignInReason | null;
  if (viewer) return <Navigate to={reason?.from ?? '/'} replace />;
  return (
    <Page
      title="Sign in"
      lead="To see what your organisation shares with its partners, and to answer for your part."
    >
      {reason?.wasPutOut === true && (
        <div className="sign-in-told">
          <Banner tone="info" isLive>
            You were signed out, here or from another browser. Sign in to carry on where you were.
          </Banner>
        </div>
      )}
      <div className="sign-in">
        <SignInForm />
        <DemonstrationAccounts />
      </div>
    </Page>
  );
}
