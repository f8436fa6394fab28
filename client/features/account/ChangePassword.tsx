import { type FormEvent, useRef, useState } from 'react';
import { waitWords } from '../../platform/format/waiting';
import { fieldsOf } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { PasswordField } from '../../platform/ui/PasswordField';
import { showToast } from '../../platform/ui/toasts';
import { useChangePassword } from './account.operations';

type Errors = Readonly<Record<string, string>>;

/** Whoever changes a password ends every other browser's session with it. */
export function ChangePassword({
  email,
  onChanged,
}: {
  readonly email: string;
  readonly onChanged: () => void;
}) {
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const tell = (found: Errors): void => {
    setErrors(found);
    const [first] = Object.keys(found);
    const field = form.current?.elements.namedItem(first ?? '');
    if (field instanceof HTMLInputElement) field.focus();
  };

  const send = async (): Promise<void> => {
    setProblem(null);
    const gaps: Errors = {
      ...(currentPassword === '' ? { currentPassword: 'Enter the password you have.' } : {}),
      ...(newPassword.length < 12 ? { newPassword: 'Choose at least twelve letters.' } : {}),
    };
    tell(gaps);
    if (Object.keys(gaps).length > 0) return;
    setPending(true);
    const refusal = await change({ currentPassword, newPassword });
    setPending(false);
    if (!refusal) {
      setCurrent('');
      setNew('');
      showToast({ tone: 'success', message: 'Your password is changed. Other browsers are signed out.' });
      onChanged();
    } else if (refusal.rule === 'WRONG_PASSWORD') tell({ currentPassword: refusal.message });
    else if (refusal.code === 'RATE_LIMITED')
      setProblem(
        `There were too many tries. You can try again ${waitWords(refusal.retryAfterSeconds ?? 300)}.`,
      );
    else if (refusal.fields.length > 0) tell(fieldsOf(refusal));
    else setProblem(refusal.message);
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) void send();
  };

  return (
    <section className="account-part" aria-labelledby="account-password">
      <h2 id="account-password">Password</h2>
      <form
        ref={form}
        className="account-form"
        onSubmit={submit}
        noValidate
        aria-labelledby="account-password"
      >
        {problem !== null && (
          <div role="alert">
            <Banner tone="danger">{problem}</Banner>
          </div>
        )}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField
          label="Present password"
          name="currentPassword"
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrent}
          error={errors['currentPassword']}
        />
        <PasswordField
          label="New password"
          name="newPassword"
          autoComplete="new-password"
          description="At least twelve letters. A few words are easier to keep in mind than signs."
          value={newPassword}
          onChange={setNew}
          error={errors['newPassword']}
        />
        <Button type="submit" isPending={isPending}>
          Change password
        </Button>
      </form>
    </section>
  );
}
