import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { formatCount } from '../../platform/format/counts';
import { formatInstant } from '../../platform/format/dates';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Page } from '../../platform/routing/Page';
import { announce } from '../../platform/ui/Announcer';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { ImportCounts } from './ImportCounts';
import { ImportDetails } from './ImportDetails';
import { ImportFoot } from './ImportFoot';
import { useImportVerbs } from './import.operations';
import { type ImportReport, importQuery } from './import.queries';
import { acceptedOf, type Settled, STATUS_WORDS } from './importWords';

const TRAIL = [{ label: 'Import', to: '/import' }];

function Lead({ found }: { readonly found: ImportReport }) {
  const { plan, importStatus, importedBy, organisation, updatedAt } = found;
  return (
    <p>
      <Badge look={importStatus === 'APPLIED' ? 'accent' : 'plain'}>{STATUS_WORDS[importStatus]}</Badge>{' '}
      {plan ? <Link to={`/plans/${plan.id}`}>{plan.title}</Link> : 'A new plan'}
      <span className="quiet">
        {importedBy && `, by ${importedBy.name}`}
        {organisation && ` for ${organisation.name}`}, {formatInstant(updatedAt)}
      </span>
    </p>
  );
}

function Outcome({ found }: { readonly found: ImportReport }) {
  const { plan, importStatus, left } = found;
  if (importStatus === 'APPLIED' && plan)
    return (
      <Banner tone="success">
        It is in <Link to={`/plans/${plan.id}`}>{plan.title}</Link>, in one set of changes. It can be undone
        as one.
      </Banner>
    );
  if (importStatus !== 'UNDONE') return null;
  return (
    <Banner>
      This import was undone.{' '}
      {left.length > 0
        ? `${formatCount(left.length, 'item')} stayed as they are, because people changed them since: ${left.join(', ')}.`
        : 'Nothing of it is left in the plan.'}
    </Banner>
  );
}

/** What to know of the file as a whole, such as a reference that stands twice. */
function Notes({ notes }: Pick<ImportReport, 'notes'>) {
  const [only, ...others] = notes;
  if (only === undefined) return null;
  return (
    <Banner tone="warning">
      {others.length === 0 ? (
        only
      ) : (
        <>
          <p>{notes.length} things to know</p>
          <ul className="import-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  );
}

interface ImportViewProps {
  readonly id: string;
  readonly mayCreatePeople: boolean;
  readonly onChanged: () => void;
}

/** One import: what it would do, or did; applied from here, and undone. */
export function ImportView({ id, mayCreatePeople, onChanged }: ImportViewProps) {
  const verbs = useImportVerbs();
  const [{ data, error, fetching }, ask] = useQuery({ query: importQuery, variables: { id } });
  const [settled, setSettled] = useState<Settled>(new Map());
  const [createMissing, setCreateMissing] = useState(false);
  const [doing, setDoing] = useState<'apply' | 'undo' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const found = data?.import;
  if (!found)
    return (
      <Page title={fetching ? 'Import' : 'Not found'} trail={TRAIL}>
        {fetching && <LoadingState what="the import" />}
        {!fetching && error && (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
            {refusalOf(error)?.message}
          </ErrorState>
        )}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const run = async (what: 'apply' | 'undo'): Promise<void> => {
    setDoing(what);
    const refused =
      what === 'apply'
        ? await verbs.apply(id, acceptedOf(found.owners, settled), createMissing)
        : await verbs.undo(id);
    setDoing(null);
    setRefusal(refused);
    if (refused) return;
    announce(what === 'apply' ? 'The import is applied' : 'The import is undone');
    onChanged();
    document.getElementById('main')?.scrollIntoView();
  };
  return (
    <Page title={found.fileName} trail={TRAIL} lead={<Lead found={found} />}>
      <Outcome found={found} />
      <Notes notes={found.notes} />
      <ImportCounts found={found} />
      <ImportDetails
        found={found}
        settled={settled}
        {...(found.viewerCan.apply
          ? {
              onSettle: (asWritten, bodyId) => setSettled((before) => new Map(before).set(asWritten, bodyId)),
            }
          : {})}
      />
      {refusal && (
        <Banner tone="danger" isLive>
          {refusalWords(refusal)}
        </Banner>
      )}
      <ImportFoot
        found={found}
        doing={doing}
        mayCreatePeople={mayCreatePeople}
        createMissing={createMissing}
        onCreateMissing={setCreateMissing}
        onRun={(what) => void run(what)}
      />
    </Page>
  );
}
