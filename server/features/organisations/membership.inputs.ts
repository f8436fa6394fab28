import { Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { MembershipRole } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Membership } from './membership.entity.js';

@InputType({
  description:
    'A role for a person: in an organisation, or, as an administrator, in the partnership as a whole.',
})
export class CreateMembershipInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'Whose.' })
  personId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation; absent for an administrator of the partnership.',
  })
  organisationId?: string | null;

  @Field(() => MembershipRole, { description: 'What the person may do.' })
  role!: MembershipRole;
}

@InputType({ description: 'Another role for a member of an organisation.' })
export class UpdateMembershipInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => MembershipRole, { description: 'What the person may do from now on.' })
  role!: MembershipRole;
}

export const CreateMembershipPayload = payload('CreateMembership', 'membership', () => Membership);
export const UpdateMembershipPayload = payload('UpdateMembership', 'membership', () => Membership);
export const ArchiveMembershipPayload = payload('ArchiveMembership', 'membership', () => Membership);
