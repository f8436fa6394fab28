import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { ImportHistory } from './ImportHistory';
import { ImportStart } from './ImportStart';
import { ImportView } from './ImportView';
import { importsQuery } from './import.queries';
import '../organisations/bodies.css';
import './import.css';

/** Brings a workbook or a table into a plan: chosen, looked at, applied, and taken back if need be. */
export function ImportPage() {
  const { partnership: here, viewer } = useHere();
  const [params, setParams] = useSearchParams();
  const open = params.get('import');
  const [{ data, error, fetching }, ask] = useQuery({
    query: importsQuery,
    variables: { partnershipId: here?.id ?? '' },
    pause: !here || !viewer,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  if (!viewer)
    return (
      <Page title="Import">
        <EmptyState
          icon="lock"
          title="Sign in to bring in a plan"
          actions={
            <LinkButton look="primary" href="/sign-in">
              Sign in
            </LinkButton>
          }
        >
          Leads of partner organisations and those who run a board can bring a workbook into a plan.
        </EmptyState>
      </Page>
    );
  const found = data?.partnership;
  const mayImport = found
    ? found.viewerCan.createPlan || found.plans.some((plan) => plan.viewerCan.import)
    : false;
  if (open !== null)
    return (
      <ImportView id={open} mayCreatePeople={found?.viewerCan.administer ?? false} onChanged={refresh} />
    );
  return (
    <Page
      title="Import"
      lead="Bring a plan in from the workbook or table it is kept in. You see what would change before anything does."
    >
      {!data && fetching && <LoadingState what="where a file can go" lines={3} />}
      {error && !data && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
      {found && mayImport && (
        <ImportStart
          partnership={found}
          onPreviewed={(id) => {
            refresh();
            setParams({ import: id });
          }}
        />
      )}
      {found && !mayImport && (
        <EmptyState icon="lock" title="You cannot bring in a file here">
          Leads of partner organisations and those who run a board can. Ask an administrator of your
          organisation for another role.
        </EmptyState>
      )}
      {data && <ImportHistory imports={data.imports.nodes} />}
    </Page>
  );
}
