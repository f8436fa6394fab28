import { useQuery } from 'urql';
import { Banner } from '../../platform/ui/Banner';
import { itemNoticesQuery } from './impact.queries';
import { NoticeAnswers } from './NoticeAnswers';
import { NoticeWords } from './NoticeWords';
import './impact.css';

interface ItemNoticesProps {
  readonly planId: string;
  readonly itemId: string;
}

/** The slips at either end of an item’s promises that nobody has answered yet, with the answers for whoever was told. */
export function ItemNotices({ planId, itemId }: ItemNoticesProps) {
  const [{ data }] = useQuery({ query: itemNoticesQuery, variables: { within: planId, itemId } });
  const open = (data?.impactNotices.nodes ?? []).filter(({ outcome }) => outcome === 'OPEN');
  return open.map((notice) => (
    <Banner key={notice.id} tone="warning">
      <div className="notice">
        <NoticeWords notice={notice} />
        {notice.viewerMay.answer ? (
          <NoticeAnswers notice={notice} />
        ) : (
          <p className="quiet">{notice.told.name} was told, and has not answered yet.</p>
        )}
      </div>
    </Banner>
  ));
}
