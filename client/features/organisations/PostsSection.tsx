import { useState } from 'react';
import { formatDay, formatDayRange } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { AppointDialog } from './AppointDialog';
import type { Person, Post } from './bodies';

type Holder = Post['holders'][number];

/** 'since 12 Feb 2019', '1–30 Apr 2018', 'from 1 May 2027'. */
export function tenure({ fromOn, untilOn }: Pick<Holder, 'fromOn' | 'untilOn'>, today: string): string {
  if (untilOn) return formatDayRange(fromOn, untilOn);
  return `${fromOn > today ? 'from' : 'since'} ${formatDay(fromOn)}`;
}

const isCurrent = ({ fromOn, untilOn }: Holder, today: string): boolean =>
  fromOn <= today && (!untilOn || untilOn >= today);

function Holders({ post }: { readonly post: Post }) {
  const today = useToday();
  return (
    <ul className="holders" aria-label={`Who has held ${post.title}`}>
      {post.holders.map((one) => (
        <li key={one.id} className={classes(isCurrent(one, today) && 'is-current')}>
          {one.person?.name ?? 'Somebody who was put away'}{' '}
          <span className="quiet">{tenure(one, today)}</span> {one.isInterim && <Badge>Interim</Badge>}
        </li>
      ))}
    </ul>
  );
}

interface PostsSectionProps {
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly mayAppoint: boolean;
  readonly refresh: () => void;
}

/** Offices that pass from holder to holder, and who held each when. */
export function PostsSection({ posts, people, mayAppoint, refresh }: PostsSectionProps) {
  const [appointing, setAppointing] = useState<Post | null>(null);
  return (
    <section className="body-section" aria-label="Posts">
      <div className="section-head">
        <h2>Posts</h2>
      </div>
      {posts.length === 0 && <p className="quiet">No posts of this organisation are known here.</p>}
      {posts.length > 0 && (
        <ul className="body-list">
          {posts.map((post) => (
            <li key={post.id}>
              <div className="body-row">
                <h3>
                  {post.title} {!post.holder && <Badge look="warning">Vacant</Badge>}
                </h3>
                {mayAppoint && (
                  <Button
                    look="quiet"
                    size="sm"
                    aria-label={`Appoint to ${post.title}`}
                    onPress={() => setAppointing(post)}
                  >
                    Appoint
                  </Button>
                )}
              </div>
              {post.holders.length > 0 ? (
                <Holders post={post} />
              ) : (
                <p className="quiet">Nobody has held it yet.</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {appointing && (
        <AppointDialog
          post={appointing}
          people={people}
          onClose={() => setAppointing(null)}
          onDone={refresh}
        />
      )}
    </section>
  );
}
