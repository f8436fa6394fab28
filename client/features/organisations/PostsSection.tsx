import { useState } from 'react';
import { addDays } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import type { MenuEntry } from '../../platform/ui/Menu';
import { AppointDialog } from './AppointDialog';
import { ArchivedList } from './ArchivedList';
import type { Person, Post } from './bodies';
import { LastDayDialog } from './LastDayDialog';
import { useOrganisationVerbs } from './organisation.operations';
import { PostDialog } from './PostDialog';
import { PostHolders } from './PostHolders';
import { RowMenu } from './RowMenu';
import { useArchiving } from './useArchiving';

interface PostsSectionProps {
  /** Whose posts; null for those of no organisation. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly posts: readonly Post[];
  readonly archived: readonly Post[];
  readonly people: readonly Person[];
  readonly partnershipId: string;
  readonly mayAdd: boolean;
  /** Said when there is none. */
  readonly none: string;
  readonly refresh: () => void;
}

type Open = 'change' | 'appoint' | 'end';

/** Offices that pass from holder to holder, and who held each when. */
export function PostsSection(props: PostsSectionProps) {
  const { organisation, posts, archived, people, partnershipId, mayAdd, none, refresh } = props;
  const verbs = useOrganisationVerbs();
  const [isAdding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ readonly dialog: Open; readonly post: Post } | null>(null);
  const close = (): void => setOpen(null);
  const dialogProps = { onClose: close, onDone: refresh };
  const [move, moveDialog] = useArchiving({
    what: 'post',
    archive: verbs.archivePost,
    restore: verbs.restorePost,
    onDone: refresh,
    meaning: 'Nobody can be appointed to it any more. Whoever holds it does so until the appointment ends.',
  });
  const away = archived.filter((one) => one.viewerCan.update);
  const entriesFor = (post: Post): MenuEntry[] => [
    {
      id: 'change',
      label: 'Change what it is called',
      icon: 'edit',
      onAction: () => setOpen({ dialog: 'change', post }),
    },
    ...(post.holder
      ? [
          {
            id: 'end',
            label: `End the appointment of ${post.holder.name}`,
            icon: 'calendar' as const,
            onAction: () => setOpen({ dialog: 'end', post }),
          },
        ]
      : []),
    {
      id: 'away',
      label: 'Archive',
      icon: 'archive',
      onAction: () => move({ ...post, name: post.title }),
    },
  ];
  return (
    <section className="body-section" aria-label="Posts">
      <div className="section-head">
        <h2>Posts</h2>
        {mayAdd && (
          <Button icon="plus" onPress={() => setAdding(true)}>
            Add a post
          </Button>
        )}
      </div>
      {posts.length === 0 && <p className="quiet">{none}</p>}
      {posts.length > 0 && (
        <ul className="body-list">
          {posts.map((post) => (
            <li key={post.id}>
              <div className="body-row">
                <h3>
                  {post.title} {!post.holder && <Badge look="warning">Vacant</Badge>}
                </h3>
                {post.viewerCan.update && (
                  <span className="row-tools">
                    <Button
                      look="quiet"
                      size="sm"
                      aria-label={`Appoint to ${post.title}`}
                      onPress={() => setOpen({ dialog: 'appoint', post })}
                    >
                      Appoint
                    </Button>
                    <RowMenu label={`What to do with ${post.title}`} entries={entriesFor(post)} />
                  </span>
                )}
              </div>
              <PostHolders post={post} />
            </li>
          ))}
        </ul>
      )}
      <ArchivedList items={away.map((post) => ({ ...post, name: post.title }))} onBringBack={move} />
      {(isAdding || open?.dialog === 'change') && (
        <PostDialog
          partnershipId={partnershipId}
          organisation={organisation}
          post={open?.post ?? null}
          onClose={() => {
            setAdding(false);
            close();
          }}
          onDone={refresh}
        />
      )}
      {open?.dialog === 'appoint' && <AppointDialog {...dialogProps} post={open.post} people={people} />}
      {open?.dialog === 'end' && (
        <LastDayDialog
          {...dialogProps}
          title={`End the appointment of ${open.post.holder?.name ?? 'its holder'}`}
          lead={`${open.post.title} is vacant from the day after, until you appoint to it.`}
          verb="End the appointment"
          send={(untilOn) =>
            verbs.appointToPost({ postId: open.post.id, personId: null, fromOn: addDays(untilOn, 1) })
          }
        />
      )}
      {moveDialog}
    </section>
  );
}
