import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from './session-context';
import { useViewer } from './viewer-context';

/** Where signing in leads back to, and why it is asked for. */
export interface SignInReason {
  readonly from?: string;
  readonly wasPutOut?: boolean;
}

/** Whoever was signed out elsewhere is told so, and comes back to where they were. */
export function usePutOut(): void {
  const { wasPutOut, takePutOut } = useSession();
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (!wasPutOut) return;
    takePutOut();
    const state: SignInReason = { from: `${pathname}${search}`, wasPutOut: true };
    if (!viewer) void navigate('/sign-in', { state });
  }, [wasPutOut, takePutOut, viewer, navigate, pathname, search]);
}
