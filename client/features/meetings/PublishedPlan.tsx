import { useQuery, useSubscription } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { useAskAgain } from '../changes/askAgain';
import { PrepareButton } from './PrepareButton';
import { PublicationList } from './PublicationList';
import { usePublishing } from './publication.operations';
import { publicationChanges, publishedPlansQuery } from './publication.queries';
import './publishing.css';

interface PublishedPlanProps {
  readonly boardId: string;
  readonly canKeep: boolean;
}

/** The forward plan as the public reads it: prepared by one of those who keep the board, published by a second. */
export function PublishedPlan({ boardId, canKeep }: PublishedPlanProps) {
  const { partnership, viewer } = useHere();
  const { preparePlan } = usePublishing();
  const [{ data, error }, ask] = useQuery({
    query: publishedPlansQuery,
    variables: { id: boardId, partnershipId: partnership?.id ?? '' },
    pause: !partnership,
  });
  const after = useFirstCursor(boardId, data?.partnership?.changesCursor);
  // What is told goes into the cache, and so onto the page.
  useSubscription({
    query: publicationChanges,
    variables: { within: boardId, after },
    pause: after === null,
  });
  // One that is new, or put away, belongs to the list or does not.
  useAskAgain(
    after && boardId,
    after ?? undefined,
    ({ itemType, kind }) => itemType === 'Publication' && kind !== 'UPDATED',
    () => ask({ requestPolicy: 'network-only' }),
  );
  const plans = data?.board?.publishedPlans;
  const mayPrepare = canKeep && viewer?.mayWrite === true;
  const isOut = plans?.some(({ packStatus }) => packStatus === 'PUBLISHED') === true;
  return (
    <section className="publish no-print" aria-labelledby="published-plan">
      <h2 id="published-plan">Published</h2>
      {!plans && error && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {refusalOf(error)?.message}
        </ErrorState>
      )}
      {!plans && !error && <LoadingState what="what is published" shape="text" />}
      {plans && <PublicationList publications={plans} canKeep={mayPrepare} dispatchBy={null} />}
      {plans && mayPrepare && (
        <PrepareButton
          words={isOut ? 'Prepare the plan anew' : 'Prepare it for the public'}
          lead={
            isOut
              ? 'The plan as it stands now, with what is new or changed marked. It takes the place of what is published.'
              : 'The plan as it stands now, its public lines alone. A second person looks at it before it is published.'
          }
          prepare={() => preparePlan({ boardId })}
        />
      )}
      <p className="publish-public">
        <a href={`/public/boards/${boardId}#forward-plan`}>The board’s public page</a>
      </p>
    </section>
  );
}
