import { formatDay, formatDayRange } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import type { Post } from './bodies';

type Holder = Post['holders'][number];

/** 'since 12 Feb 2019', '1–30 Apr 2018', 'from 1 May 2027'. */
export function tenure({ fromOn, untilOn }: Pick<Holder, 'fromOn' | 'untilOn'>, today: string): string {
  if (untilOn) return formatDayRange(fromOn, untilOn);
  return `${fromOn > today ? 'from' : 'since'} ${formatDay(fromOn)}`;
}

const isCurrent = ({ fromOn, untilOn }: Holder, today: string): boolean =>
  fromOn <= today && (!untilOn || untilOn >= today);

/** Who held a post when, latest first. */
export function PostHolders({ post }: { readonly post: Post }) {
  const today = useToday();
  if (post.holders.length === 0) return <p className="quiet">Nobody has held it yet.</p>;
  return (
    <ul className="holders" aria-label={`Who has held ${post.title}`}>
      {post.holders.map((one) => (
        <li key={one.id} className={classes(isCurrent(one, today) && 'is-current')}>
          {one.person?.name ?? 'Somebody no longer listed'}{' '}
          <span className="quiet">{tenure(one, today)}</span> {one.isInterim && <Badge>Interim</Badge>}
        </li>
      ))}
    </ul>
  );
}
