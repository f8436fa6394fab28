import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { defineChange, itemClasses } from '../../platform/changes/change.entity.js';
import { defineChangeReads } from '../../platform/changes/change.reads.js';
import { tellOf } from '../../platform/changes/group.js';
import { onlyOverTheSocket } from '../../platform/changes/operation.js';
import type { Context } from '../../platform/graphql/context.js';
import { connection } from '../../platform/graphql/makers.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { defineReads } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Selection } from '../../platform/reading/selection.js';
import { tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Comment } from '../actions/comment.entity.js';
import { Placement } from '../actions/placement.entity.js';
import { Update } from '../actions/update.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Board, Seat } from '../boards/board.entity.js';
import { BoardRules } from '../boards/board-rules.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { ExternalDependency } from '../cross-references/external-dependency.entity.js';
import { FrozenMap } from '../cross-references/frozen-map.entity.js';
import { ImpactNotice } from '../cross-references/impact-notice.entity.js';
import { SameWorkDismissal } from '../cross-references/same-work-dismissal.entity.js';
import { Watch } from '../cross-references/watch.entity.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { AgendaOrigin } from '../meetings/agenda-origin.entity.js';
import { AgendaProposalAnswer } from '../meetings/agenda-proposal.entity.js';
import { ForwardPlanEntry, ForwardPlanSlip } from '../meetings/forward-plan-entry.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Nudge } from '../meetings/nudge.entity.js';
import { Publication, PublicationPart } from '../meetings/publication.entity.js';
import { AccountableBusinessUnit, DelegatedFunction } from '../organisations/abu.entity.js';
import { Membership } from '../organisations/membership.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { RestrictedContact } from '../plans/restricted-contact.entity.js';
import { ReportClearance } from '../reports/clearance.entity.js';
import { ReportRecommendation } from '../reports/recommendation.entity.js';
import { Report } from '../reports/report.entity.js';
import { BoardReportTemplate } from '../reports/report-template.entity.js';
import { ReportVersion } from '../reports/report-version.entity.js';
import { Mitigation, Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { historyOf } from './history.js';

const told = [
  Partnership,
  Organisation,
  Person,
  Membership,
  Post,
  Board,
  BoardRules,
  BoardReportTemplate,
  Seat,
  AccountableBusinessUnit,
  DelegatedFunction,
  Plan,
  Priority,
  Workstream,
  Action,
  Placement,
  Update,
  CrossReference,
  ImpactNotice,
  SameWorkDismissal,
  RestrictedContact,
  FrozenMap,
  ExternalDependency,
  Watch,
  Risk,
  Mitigation,
  Comment,
  Meeting,
  AgendaItem,
  ForwardPlanEntry,
  ForwardPlanSlip,
  AgendaOrigin,
  AgendaProposalAnswer,
  Publication,
  PublicationPart,
  Nudge,
  Report,
  ReportRecommendation,
  ReportClearance,
  ReportVersion,
  Attachment,
] as const;
for (const type of told) {
  itemClasses.push(type);
  tellOf(tableOf(type).type, tableOf(type).name);
}

export const Change = defineChange(
  () => Person,
  () => Organisation,
);
type Change = InstanceType<typeof Change>;
defineChangeReads(
  () => Person,
  () => Organisation,
  { board_ids: { field: 'boards', of: () => Board } },
);
const ChangeConnection = connection(Change, { isCounted: false });

@ObjectType({ description: 'Somebody who is looking at a plan or a meeting just now.' })
export class PresentPerson {
  @Field(() => Person, { nullable: true, description: 'Who.' })
  person!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'Of which organisation.' })
  organisation!: Organisation | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The action or the item of the agenda they have open, if you may see it.',
  })
  itemId!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: string;
}
defineReads('PresentPerson', {
  person: toOne(() => Person, 'personId'),
  organisation: toOne(() => Organisation, 'organisationId'),
});

@Resolver()
export class ChangeResolver {
  @Subscription(() => Change, {
    subscribe: onlyOverTheSocket,
    description:
      'Every change within a partnership, plan, meeting or board that you may see, once, in order. Go on after a break with `after`; when what was missed cannot be replayed you get RESYNC.',
  })
  changes(
    @Root() root: { changes: Change },
    @Arg('within', () => ID, {
      description:
        'A partnership, plan, meeting or board: of a meeting of several boards, the one that convenes it.',
    })
    _within: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The last cursor you saw: a `changesCursor`, or that of a change.',
    })
    _after?: string,
  ): Change {
    return root.changes;
  }

  @Subscription(() => [PresentPerson], {
    subscribe: onlyOverTheSocket,
    description:
      'Who is looking at a plan or a meeting just now, whenever that changes. While you subscribe, you are shown to others as looking.',
  })
  presence(
    @Root() root: { presence: PresentPerson[] },
    @Arg('within', () => ID, { description: 'The plan or the meeting.' }) _within: string,
    @Arg('at', () => ID, {
      nullable: true,
      description: 'The action or the item of the agenda you have open.',
    })
    _at?: string,
  ): PresentPerson[] {
    return root.presence;
  }

  @Query(() => ChangeConnection, {
    description:
      'What was done to an item and what belongs to it, latest first; or to everything in a plan or a partnership. What comes about by itself (a day begins, the files of a pack are written) is told by `changes` alone.',
  })
  async history(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('of', () => ID, { description: 'An item, a plan or a partnership.' }) of: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
  ) {
    return historyOf(await context.reader(), told, { of, first, after }, Selection.of(info));
  }
}
