import { ArrayMaxSize, Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { MOST_ALIASES } from './organisation.inputs.js';
import { Post } from './post.entity.js';

@InputType({ description: 'A new post.' })
export class CreatePostInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'The title of the post.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation the post belongs to.' })
  organisationId?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other ways the post is written.' })
  aliases?: string[] | null;
}

@InputType({ description: 'Changes to a post. What is absent stays; null clears.' })
export class UpdatePostInput {
  @Field(() => ID, { description: 'The post.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'The title of the post. Cannot be cleared.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation the post belongs to.' })
  organisationId?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other ways the post is written: the whole list.' })
  aliases?: string[] | null;
}

@InputType({
  description: 'Who holds a post from a day on. Whoever held it until then held it to the day before.',
})
export class AppointToPostInput {
  @Field(() => ID, { description: 'The post.' })
  postId!: string;

  @Field(() => ID, { nullable: true, description: 'Who; null leaves the post vacant.' })
  personId?: string | null;

  @Field(() => DateScalar, { description: 'From which day on.' })
  fromOn!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether for the time being only.' })
  isInterim!: boolean;
}

export const CreatePostPayload = payload('CreatePost', 'post', () => Post);
export const UpdatePostPayload = payload('UpdatePost', 'post', () => Post);
export const AppointToPostPayload = payload('AppointToPost', 'post', () => Post);
export const ArchivePostPayload = payload('ArchivePost', 'post', () => Post);
export const RestorePostPayload = payload('RestorePost', 'post', () => Post);
