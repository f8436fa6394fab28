import { useQuery } from 'urql';
import type { TextBlock } from '../../../schema/report-text';
import type { LiveBlockKind } from '../../../schema/report-words';
import { usePartnership } from '../../platform/auth/viewer-context';
import { useMapLive } from '../cross-references/map.live';
import { Blocks } from './Blocks';
import { liveBlockQuery, partnershipCursorQuery } from './liveBlock.queries';

interface LiveBlockProps {
  readonly shows: string;
  readonly itemId: string;
}

/** What the plans say just now, as this reader sees it. It changes when they do. */
export function LiveBlock({ shows, itemId }: LiveBlockProps) {
  const partnershipId = usePartnership()?.id ?? '';
  const [{ data, fetching }, ask] = useQuery({
    query: liveBlockQuery,
    variables: { shows: shows as keyof typeof LiveBlockKind, of: itemId },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: log }] = useQuery({
    query: partnershipCursorQuery,
    variables: { partnershipId },
    pause: partnershipId === '',
  });
  useMapLive(
    partnershipId,
    log?.partnership?.changesCursor ?? null,
    () => ask({ requestPolicy: 'network-only' }),
    LIVE_BY,
  );
  const shown = data?.liveBlock;
  if (!shown)
    return (
      <p className="live-block-none">
        {fetching || data === undefined
          ? 'Looking at the plans …'
          : 'What stands here is not yours to see, or is gone.'}
      </p>
    );
  return (
    <section className="live-block-shown" aria-label={shown.title}>
      <p className="live-block-title">
        <strong>{shown.title}</strong>
        <span className="quiet"> Live from the plans</span>
      </p>
      <Blocks blocks={JSON.parse(shown.blocks) as TextBlock[]} />
    </section>
  );
}

const LIVE_BY = ['Update'];
