import { type FormEvent, useState } from 'react';
import { useHere } from '../../platform/auth/viewer-context';
import { relativeInstant } from '../../platform/format/dates';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';
import { keepDraft, readDraft } from '../actions/drafts';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';

/** Remarks among partners, oldest first. Any member of a partner organisation may write one. */
export function RiskComments({ risk }: { readonly risk: PanelRisk }) {
  const { viewer, organisations } = useHere();
  const verbs = useRiskVerbs();
  const draft = `comment.${risk.id}`;
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
    const refused = await verbs.remark(risk.id, text.trim());
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) type('');
  };
  return (
    <div className="risk-stack">
      {risk.comments.length === 0 && <p className="quiet">No comments yet.</p>}
      <ul className="risk-remarks">
        {risk.comments.map((comment) => (
          <li key={comment.id}>
            <p className="risk-remark-head">
              <b>{comment.author?.name ?? 'Somebody'}</b>
              {comment.organisation && <span>{comment.organisation.name}</span>}
              <span className="quiet">{relativeInstant(comment.createdAt, new Date())}</span>
            </p>
            <p className="narrative">{comment.text}</p>
          </li>
        ))}
      </ul>
      {viewer?.mayWrite && organisations.length > 0 && (
        <form className="risk-stack" onSubmit={(event) => void send(event)}>
          <TextArea
            label="Your comment"
            rows={3}
            value={text}
            onChange={type}
            {...(error === null ? {} : { error })}
          />
          <div className="risk-foot">
            <Button type="submit" isPending={isPending} isDisabled={text.trim() === ''}>
              Comment
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
