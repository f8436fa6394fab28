import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { nobody, sessionCredential } from '../../platform/auth/credential.js';
import { signIn } from '../../platform/auth/sign-in.js';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { Selection } from '../../platform/reading/selection.js';
import * as inputs from './sign-in.inputs.js';
import * as service from './sign-in.service.js';
import { ViewerType } from './viewer.entity.js';
import { answerViewer } from './viewer.reads.js';

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'Who you are and what you may do; nothing when you are not signed in.',
  })
  async viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return answerViewer(await context.reader(), Selection.of(info));
  }

  @Mutation(() => inputs.SignInPayload, {
    description: 'Signs you in with this browser. At most ten tries in five minutes.',
  })
  async signIn(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.SignInInput, { description: 'Who you are.' }) {
      email,
      password,
      newPassword = null,
    }: inputs.SignInInput,
  ) {
    const { database, door, credential } = context;
    const session = await signIn(database.pool, {
      email,
      password,
      newPassword,
      credential,
      source: door.source,
      userAgent: door.userAgent,
    });
    door.setSession(session.secret, session.expiresAt);
    context.finish();
    context.credential = sessionCredential(session.secret);
    return { viewer: await viewerOfPayload(context, info) };
  }

  @Mutation(() => inputs.SignOutPayload, { description: 'Ends this session.' })
  async signOut(@Ctx() context: Context) {
    const endedSessionCount = await service.signOut(context);
    leave(context);
    return { endedSessionCount };
  }

  @Mutation(() => inputs.SignOutPayload, {
    description: 'Ends all your sessions, this one too. Tokens go on until they are revoked.',
  })
  async signOutEverywhere(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const answer = await mutate(context, info, async (work) => ({
      endedSessionCount: await service.signOutEverywhere(work),
    }));
    leave(context);
    return answer;
  }

  @Mutation(() => inputs.ChangePasswordPayload, {
    description: 'Changes your password and ends your other sessions.',
  })
  async changePassword(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ChangePasswordInput, { description: 'The old and the new one.' })
    input: inputs.ChangePasswordInput,
  ) {
    await service.changePassword(context, input);
    context.finish();
    return { viewer: await viewerOfPayload(context, info) };
  }

  @Mutation(() => inputs.CreateTokenPayload, {
    description: 'Makes a token for a program that acts for you.',
  })
  createToken(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateTokenInput, { description: 'What the token is for.' })
    input: inputs.CreateTokenInput,
  ) {
    return mutate(context, info, (work) => service.createToken(work, input));
  }

  @Mutation(() => inputs.RevokeTokenPayload, { description: 'Ends a token, at once.' })
  revokeToken(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RevokeTokenInput, { description: 'The token.' })
    input: inputs.RevokeTokenInput,
  ) {
    return mutate(context, info, async (work) => ({ token: await service.revokeToken(work, input) }));
  }
}

function leave(context: Context): void {
  context.door.clearSession();
  context.finish();
  context.credential = nobody;
}

async function viewerOfPayload(context: Context, info: GraphQLResolveInfo) {
  const payload = getNamedType(info.returnType);
  const field = isObjectType(payload) ? Selection.of(info).field(payload, 'viewer') : undefined;
  return field ? answerViewer(await context.reader(), field.selection) : null;
}
