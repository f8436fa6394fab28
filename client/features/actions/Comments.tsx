import { type FormEvent, useState } from 'react';
import { relativeInstant } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { TextArea } from '../../platform/ui/TextField';
import { type Comment, type Remarked, useCommentVerbs } from './comments';
import { keepDraft, readDraft } from './drafts';
import './actions.css';

interface CommentsProps extends Remarked {
  readonly comments: readonly Comment[];
  readonly canComment: boolean;
  /** False where the past is read. */
  readonly canChange?: boolean;
}

function CommentForm({ itemType, itemId }: Remarked) {
  const verbs = useCommentVerbs();
  const draft = `comment.${itemId}`;
  const [text, setText] = useState(() => readDraft(draft) ?? '');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const type = (next: string): void => {
    setText(next);
    keepDraft(draft, next);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    const refused = await verbs.remark({ itemType, itemId, text: text.trim() });
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) type('');
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <TextArea
        label="Your comment"
        rows={3}
        value={text}
        onChange={type}
        {...(error === null ? {} : { error })}
      />
      <div className="form-foot">
        <Button type="submit" isPending={isPending} isDisabled={text.trim() === ''}>
          Comment
        </Button>
      </div>
    </form>
  );
}

/** Remarks on an item, oldest first: they are no reports and rate nothing. */
export function Comments({ comments, canComment, canChange = true, ...item }: CommentsProps) {
  const verbs = useCommentVerbs();
  const [leaving, setLeaving] = useState<Comment | null>(null);
  const [isPending, setPending] = useState(false);
  const takeBack = async (): Promise<void> => {
    if (!leaving) return;
    setPending(true);
    const refused = await verbs.takeBack(leaving);
    setPending(false);
    setLeaving(null);
    tellOutcome(refused, 'The comment was taken back');
  };
  return (
    <div className="stack">
      {comments.length === 0 && <p className="quiet">No comments yet.</p>}
      <ul className="update-list">
        {comments.map((comment) => (
          <li key={comment.id} className="update">
            <div className="update-head">
              <b>{comment.author?.name ?? 'Somebody'}</b>
              {comment.organisation && <span>{comment.organisation.name}</span>}
              <span className="quiet">{relativeInstant(comment.createdAt, new Date())}</span>
              {canChange && comment.viewerCan.archive && (
                <Button size="sm" look="quiet" onPress={() => setLeaving(comment)}>
                  Take back
                </Button>
              )}
            </div>
            <p className="narrative">{comment.text}</p>
          </li>
        ))}
      </ul>
      {canChange && canComment && <CommentForm {...item} />}
      <ConfirmDialog
        isOpen={leaving !== null}
        title="Take this comment back?"
        confirm="Take it back"
        isDanger
        isPending={isPending}
        onConfirm={() => void takeBack()}
        onClose={() => setLeaving(null)}
      >
        <p className="narrative">{leaving?.text}</p>
        <p>Nobody reads it here any more. That it was said stays in the history.</p>
      </ConfirmDialog>
    </div>
  );
}
