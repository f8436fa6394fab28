import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useQuery, useSubscription } from 'urql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { Page } from '../../platform/routing/Page';
import { Banner } from '../../platform/ui/Banner';
import { LinkButton } from '../../platform/ui/Button';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { FrozenPicture } from './FrozenPicture';
import { FrozenTaking } from './FrozenTaking';
import { type FrozenContent, type FrozenHead, frozenMapChanges, frozenMapQuery } from './frozen.queries';
import { frozenAnswer } from './frozenAnswer';
import { frozenWords, isNarrowed, stoodWords, withdrawnWords } from './frozenWords';
import { MapLegend } from './MapControls';
import { MapTable } from './MapTable';
import { mapGraph } from './mapGraph';
import { pictureOfGraph } from './mapOnPaper';
import { WithdrawFrozenMap } from './WithdrawFrozenMap';
import './Map.css';
import './Frozen.css';

const NOTHING: ReadonlySet<string> = new Set();

/** What was frozen: the picture, how it may be taken along, and the same as a table. */
function Shown({ copy, content }: { readonly copy: FrozenHead; readonly content: FrozenContent }) {
  const { title, plan, level } = copy;
  const graph = useMemo(() => mapGraph(frozenAnswer(content), plan?.id ?? null), [content, plan?.id]);
  const picture = useMemo(() => pictureOfGraph(graph, title), [graph, title]);
  return (
    <>
      {(content.narrowing.length > 0 || content.unplaced > 0) && (
        <p className="quiet">
          {content.narrowing.join(' ')}
          {content.unplaced > 0 &&
            ` ${content.unplaced} more have an end that belongs to none of these places.`}
        </p>
      )}
      <FrozenTaking picture={picture} />
      <FrozenPicture picture={picture} />
      <MapLegend />
      <section className="no-print" aria-label="The same as a table">
        <h2>The same as a table</h2>
        <MapTable level={level} shown={graph} fresh={NOTHING} />
      </section>
    </>
  );
}

function Facts({ copy }: { readonly copy: FrozenHead }) {
  return (
    <div className="frozen-facts no-print">
      <KeyValueList
        items={[
          { name: 'May be opened by', value: copy.ownAudience.label },
          { name: 'Fingerprint (SHA-256)', value: <code className="frozen-hash">{copy.contentHash}</code> },
        ]}
      />
    </div>
  );
}

/** A frozen copy of a map at its own address. */
export function FrozenMapPage() {
  const { frozenMapId = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: frozenMapQuery, variables: { id: frozenMapId } });
  const copy = data?.frozenMap ?? null;
  const { id: within = '', changesCursor } = copy?.partnership ?? {};
  const after = useFirstCursor(within, changesCursor);
  // What is told goes into the cache, and so onto the page: withdrawn, it says so at once.
  useSubscription({ query: frozenMapChanges, variables: { within, after }, pause: after === null });
  if (!copy)
    return (
      <Page title="Frozen copy">
        {error ? (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : data ? (
          <ForbiddenState actions={<LinkButton href="/">Go to the first page</LinkButton>} />
        ) : (
          <LoadingState what="the copy" />
        )}
      </Page>
    );
  const { plan, title, note, withdrawnAt, withdrawnBecause } = copy;
  const map = { label: 'Map', to: plan ? `/plans/${plan.id}/map` : '/map' };
  return (
    <div className="frozen-map">
      <Page
        title={title}
        lead={`${stoodWords(copy)}. ${frozenWords(copy)}.`}
        trail={plan ? [{ label: plan.title, to: `/plans/${plan.id}` }, map] : [map]}
        {...(copy.viewerCan.withdraw ? { actions: <WithdrawFrozenMap copy={copy} /> } : {})}
      >
        {withdrawnAt !== null && (
          <Banner tone="warning">
            {withdrawnWords(copy)}. {withdrawnBecause ?? 'No reason was given.'} What it showed is shown no
            more.
          </Banner>
        )}
        {isNarrowed(copy) && withdrawnAt === null && (
          <div className="no-print">
            <Banner>
              Something that it shows was restricted since it was frozen: only those who see all of it can
              open it still.
            </Banner>
          </div>
        )}
        {note !== null && <p className="frozen-note">{note}</p>}
        {copy.withdrawnAt === null && data?.frozenMap?.content && (
          <Shown copy={copy} content={data.frozenMap.content} />
        )}
        <Facts copy={copy} />
      </Page>
    </div>
  );
}
