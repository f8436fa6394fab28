import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { PersonMark } from '../../platform/ui/Avatar';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { useSignIn, whyNot } from './sign-in.operations';

const demonstrationQuery = graphql(`
  query Demonstration {
    demonstration {
      password
      accounts {
        email
        name
        jobTitle
        organisation
        shows
      }
    }
  }
`);

/** On a server that holds a made-up partnership: who to look around as, a click each. Elsewhere nothing. */
export function DemonstrationAccounts() {
  const [{ data }] = useQuery({ query: demonstrationQuery });
  const signIn = useSignIn();
  const [trying, setTrying] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const demonstration = data?.demonstration;
  if (!demonstration) return null;

  const enter = async (email: string): Promise<void> => {
    setTrying(email);
    setProblem(null);
    const refusal = await signIn({ email, password: demonstration.password });
    setTrying(null);
    if (refusal) setProblem(whyNot(refusal));
  };

  return (
    <section className="try-out" aria-labelledby="try-out">
      <h2 id="try-out">Look around as somebody</h2>
      <p className="quiet">
        This server holds a made-up partnership. Choose whose desk to sit at; the password of all of them is{' '}
        <code>{demonstration.password}</code>.
      </p>
      {problem !== null && (
        <div role="alert">
          <Banner tone="danger">{problem}</Banner>
        </div>
      )}
      <ul className="try-out-list">
        {demonstration.accounts.map(({ email, name, jobTitle, organisation, shows }) => (
          <li key={email} className="try-out-account">
            <PersonMark name={name} size="lg" isDecorative />
            <div className="try-out-words">
              <h3>{name}</h3>
              <p className="quiet">
                {jobTitle}, {organisation}
              </p>
              <p>{shows}</p>
              <p className="try-out-email">{email}</p>
            </div>
            <Button
              size="sm"
              isPending={trying === email}
              isDisabled={trying !== null && trying !== email}
              aria-label={`Sign in as ${name}`}
              onPress={() => void enter(email)}
            >
              Sign in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
