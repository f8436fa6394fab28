import { useMutation } from 'urql';
import { useSession } from '../../platform/auth/session-context';
import { waitWords } from '../../platform/format/waiting';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';

const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
      }
    }
  }
`);

type SignInInput = VariablesOf<typeof signInMutation>['input'];

/** Signs in and begins the page anew as whoever that is; answers why not. */
export function useSignIn(): (input: SignInInput) => Promise<Refusal | null> {
  const [, signIn] = useMutation(signInMutation);
  const { beginAnew } = useSession();
  return async (input) => {
    const { error } = await signIn({ input });
    if (!error) beginAnew();
    return refusalOf(error);
  };
}

/** Why somebody could not sign in, and what they can do about it. */
export function whyNot({ code, message, retryAfterSeconds }: Refusal): string {
  if (code === 'RATE_LIMITED')
    return `There were too many tries. You can try again ${waitWords(retryAfterSeconds ?? 300)}.`;
  return message;
}
