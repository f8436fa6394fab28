import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MembershipRole } from '../../../schema/vocabulary.js';
import { Session, Token } from '../../platform/auth/session.entity.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { Partnership } from './partnership.entity.js';
import { Person } from './person.entity.js';

export enum ViewerVia {
  SESSION = 'SESSION',
  TOKEN = 'TOKEN',
}
registerEnumType(ViewerVia, {
  name: 'ViewerVia',
  description: 'How you showed who you are.',
  valuesConfig: {
    SESSION: { description: 'Signed in with a password.' },
    TOKEN: { description: 'With a token.' },
  },
});

@ObjectType({ description: 'Who you are in one partnership.' })
export class ViewerPerson {
  @Field(() => Person, { nullable: true, description: 'The person; empty while you have no role there.' })
  person!: Person | null;

  @Field(() => Partnership, { nullable: true, description: 'The partnership.' })
  partnership!: Partnership | null;
}

@ObjectType({ description: 'What you may do for one organisation.' })
export class ViewerOrganisation {
  @Field(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation!: Organisation | null;

  @Field(() => MembershipRole, { description: 'Your role in it.' })
  role!: MembershipRole;

  @Field(() => Boolean, { description: 'Change what it owns.' })
  canEdit!: boolean;

  @Field(() => Boolean, { description: 'Report on what it owns.' })
  canReport!: boolean;

  @Field(() => Boolean, { description: 'Answer cross-references that point at what it owns.' })
  canAnswer!: boolean;

  @Field(() => Boolean, { description: 'Add to what it leads.' })
  canCreate!: boolean;

  @Field(() => Boolean, { description: 'Put away what it owns.' })
  canArchive!: boolean;

  @Field(() => Boolean, { description: 'Say who may see what it owns.' })
  canRestrict!: boolean;

  @Field(() => Boolean, { description: 'Bring in workbooks.' })
  canImport!: boolean;

  @Field(() => Boolean, { description: 'Say who acts for it.' })
  canManageMembers!: boolean;
}

@ObjectType('Viewer', { description: 'You: who you are here, and what for.' })
export class ViewerType {
  @Field(() => ID, { description: 'Your account.' })
  id!: string;

  @Field(() => String, { description: 'The address you sign in with.' })
  accountEmail!: string;

  @Field(() => ViewerVia, { description: 'How you showed who you are.' })
  via!: ViewerVia;

  @Field(() => Boolean, {
    description: 'Whether you may change anything at all: not with a token for reading.',
  })
  mayWrite!: boolean;

  @Field(() => [ViewerPerson], { description: 'Who you are in each partnership.' })
  people!: ViewerPerson[];

  @Field(() => [Membership], { description: 'Your roles.' })
  memberships!: Membership[];

  @Field(() => [ViewerOrganisation], {
    description: 'The organisations you act for, by name, and what you may do for each.',
  })
  organisations!: ViewerOrganisation[];

  @Field(() => [Partnership], { description: 'The partnerships you administer, by name.' })
  administers!: Partnership[];

  @Field(() => [Session], {
    description: 'The browsers you are signed in with, latest first. Not told to a token.',
  })
  sessions!: Session[];

  @Field(() => [Token], {
    description: 'Your tokens that are still good, latest first. Not told to a token.',
  })
  tokens!: Token[];
}
