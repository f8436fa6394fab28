import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/States';

/** A newer version has been put in place since this page was opened, and the old parts are gone. */
function isStaleBuild(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed/i.test(error.message);
}

/** When a page fails as a whole. The reason goes to the console, for whoever looks into it. */
export function RouteError() {
  const error = useRouteError();
  console.error(error);
  const reload = (): void => window.location.reload();
  return isStaleBuild(error) ? (
    <ErrorState title="Accord has been updated" onRetry={reload}>
      Load the page again to carry on with the new version.
    </ErrorState>
  ) : (
    <ErrorState title="This page could not be shown" onRetry={reload} />
  );
}
