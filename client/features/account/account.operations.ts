import { useMutation } from 'urql';
import { useSession } from '../../platform/auth/session-context';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';

const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        id
        sessions {
          id
          userAgent
          createdAt
          usedAt
          expiresAt
          isCurrent
        }
      }
    }
  }
`);

const signOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      endedSessionCount
    }
  }
`);

const createToken = graphql(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      token {
        id
        name
        scope
        createdAt
        expiresAt
      }
    }
  }
`);

const revokeToken = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      token {
        id
        revokedAt
      }
    }
  }
`);

type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;

export function useChangePassword(): (input: InputOf<typeof changePassword>) => Promise<Refusal | null> {
  const [, send] = useMutation(changePassword);
  return async (input) => refusalOf((await send({ input })).error);
}

/** Ends every session, this one too, and begins the page anew as nobody. */
export function useSignOutEverywhere(): () => Promise<Refusal | null> {
  const [, send] = useMutation(signOutEverywhere);
  const { beginAnew } = useSession();
  return async () => {
    const { error } = await send({});
    if (!error) beginAnew();
    return refusalOf(error);
  };
}

/** The secret is told this once and kept nowhere: not in the cache either, since nothing asks for it again. */
export function useCreateToken(): (
  input: InputOf<typeof createToken>,
) => Promise<{ secret: string; refusal: null } | { secret: null; refusal: Refusal }> {
  const [, send] = useMutation(createToken);
  return async (input) => {
    const { data, error } = await send({ input });
    const refusal = refusalOf(error);
    if (refusal) return { secret: null, refusal };
    return { secret: data?.createToken.secret ?? '', refusal: null };
  };
}

export function useRevokeToken(): (id: string) => Promise<Refusal | null> {
  const [, send] = useMutation(revokeToken);
  return async (id) => refusalOf((await send({ input: { id } })).error);
}
