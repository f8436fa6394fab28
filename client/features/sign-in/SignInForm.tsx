import { type FormEvent, useRef, useState } from 'react';
import { fieldsOf, type Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { PasswordField } from '../../platform/ui/PasswordField';
import { TextField } from '../../platform/ui/TextField';
import { useSignIn, whyNot } from './sign-in.operations';

type Errors = Readonly<Partial<Record<string, string>>>;

/** E-mail and password; whoever was given a first password chooses their own here. */
export function SignInForm() {
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [isFirst, setFirst] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);

  const missing = (): Errors => ({
    ...(email.trim() === '' ? { email: 'Enter your e-mail address.' } : {}),
    ...(password === '' ? { password: 'Enter your password.' } : {}),
    ...(isFirst && newPassword === '' ? { newPassword: 'Choose a password of your own.' } : {}),
  });
  const goTo = (name: string): void => {
    const field = form.current?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.focus();
  };

  const send = async (): Promise<void> => {
    const gaps = missing();
    setErrors(gaps);
    setRefusal(null);
    const [gap] = Object.keys(gaps);
    if (gap) return goTo(gap);
    setPending(true);
    const no = await signIn({ email, password, ...(isFirst ? { newPassword } : {}) });
    setPending(false);
    if (!no) return;
    setErrors(fieldsOf(no));
    setRefusal(no);
    if (no.rule === 'NEW_PASSWORD') setFirst(true);
    else goTo('password');
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) void send();
  };

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate aria-label="Sign in">
      {refusal && (
        <div role="alert">
          <Banner tone={refusal.rule === 'NEW_PASSWORD' ? 'info' : 'danger'}>{whyNot(refusal)}</Banner>
        </div>
      )}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        validationBehavior="aria"
        value={email}
        onChange={setEmail}
        error={errors['email']}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errors['password']}
      />
      {isFirst && (
        <PasswordField
          label="A password of your own"
          name="newPassword"
          autoComplete="new-password"
          autoFocus
          description="At least twelve letters. A few words are easier to keep in mind than signs."
          value={newPassword}
          onChange={setNewPassword}
          error={errors['newPassword']}
        />
      )}
      <Button look="primary" type="submit" isPending={isPending}>
        Sign in
      </Button>
      <p className="quiet">
        Lost your password? An administrator of your organisation can give you a new one.
      </p>
    </form>
  );
}
