import { type FormEvent, useState } from 'react';
import { relativeInstant } from '../../platform/format/dates';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { keepDraft, readDraft } from './drafts';

/** Remarks, oldest first: they are no reports and rate nothing. */
export function ActionComments({ action }: PartProps) {
  const { asOf } = usePlanContext();
  const verbs = useActionVerbs();
  const draft = `comment.${action.id}`;
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
    const refused = await verbs.remark(action.id, text.trim());
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) type('');
  };
  return (
    <div className="stack">
      {action.comments.length === 0 && <p className="quiet">No comments yet.</p>}
      <ul className="update-list">
        {action.comments.map((comment) => (
          <li key={comment.id} className="update">
            <div className="update-head">
              <b>{comment.author?.name ?? 'Somebody'}</b>
              {comment.organisation && <span>{comment.organisation.name}</span>}
              <span className="quiet">{relativeInstant(comment.createdAt, new Date())}</span>
            </div>
            <p className="narrative">{comment.text}</p>
          </li>
        ))}
      </ul>
      {asOf === null && action.viewerCan.comment && (
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
      )}
    </div>
  );
}
