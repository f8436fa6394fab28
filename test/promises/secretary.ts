import { vi } from 'vitest';
import { CONFLICTS, RECOMMENDATIONS } from '../../schema/report-words.js';
import { attach } from '../support/attachments.js';
import { png } from '../support/papers.js';
import { rulesOfOld } from './earlier-rules.js';
import type { HiddenWorld } from './hidden-world.js';
import { type Hidden, type Keeper, versionOf } from './keeper.js';

/** The keeper as secretary of the closed board: what hidden things there are of its business. */
export class Secretary {
  private closedMeeting = '';

  constructor(
    private readonly keeper: Keeper,
    private readonly world: HiddenWorld,
  ) {}

  /** An entry of the forward plan and an item of an agenda, made open and narrowed at once. */
  async narrow(audience: Hidden | Record<string, unknown>): Promise<Hidden> {
    const { meeting, otherMeeting } = this.world.visible;
    const entry = await this.entry(meeting);
    await this.restrict('ForwardPlanEntry', entry, { audience });
    const item = await this.keeper.make('createAgendaItem', {
      ...{ meetingId: meeting, title: this.keeper.word(), summary: this.keeper.word(), minutes: 25 },
      ...{ section: this.keeper.word(), presentersAsWritten: this.keeper.word() },
    });
    const by = { exemptionParagraphs: ['A'], exemptionReason: this.keeper.word() };
    await this.restrict('AgendaItem', item, { audience, ...by });
    await this.keeper.change('moveForwardPlanEntry', entry, {
      meetingId: otherMeeting,
      reason: this.keeper.word(),
    });
    return { 'agenda item': item, entry, 'closed meeting': await this.closed(audience) };
  }

  /** Out of what hidden plans propose: onto an agenda, merged into an entry, and declined; and linked by hand. */
  async fill(
    { entry = '', 'agenda item': item = '' }: Hidden,
    { planRisk = '', priority = '' }: Hidden,
    others: readonly string[],
  ): Promise<Hidden> {
    const boardId = this.world.closedBoard;
    const { meeting, otherMeeting } = this.world.visible;
    const proposal = (itemId: string | undefined) => ({ boardId, kind: 'HIGH_RISK', itemId });
    await this.keeper.make('acceptAgendaProposal', {
      ...{ ...proposal(planRisk), meetingId: meeting, ontoAgenda: true, section: this.keeper.word() },
    });
    await this.keeper.make('acceptAgendaProposal', { ...proposal(others[0]), intoEntryId: entry });
    const declined = await this.keeper.make('declineAgendaProposal', {
      ...proposal(others[1]),
      reason: this.keeper.word(),
    });
    for (const of of [
      { agendaItemId: item },
      { forwardPlanEntryId: entry },
      { agendaItemId: await this.open() },
    ])
      await this.keeper.send('linkPriority', 'LinkPriorityInput', { ...of, priorityId: priority });
    await this.owed(entry, otherMeeting);
    return { declined };
  }

  /** An item that all partners see. */
  private async open(): Promise<string> {
    const [item] = await this.world.app.build.sql<{ id: string }>(
      `select id from agenda_items where meeting_id = $1 and own_audience_id is null and forward_plan_entry_id is null and archived_at is null limit 1`,
      [this.world.visible.meeting],
    );
    return item?.id ?? '';
  }

  /** A meeting, made open and narrowed at once, with what is planned for it. */
  private async closed(audience: Hidden | Record<string, unknown>): Promise<string> {
    const meeting = await this.keeper.make('createMeeting', {
      ...{ boardIds: [this.world.closedBoard], meetsOn: this.world.canaries.day(), startsAt: '10:30' },
      ...{ title: this.keeper.word(), place: this.keeper.word(), withStandingItems: false },
    });
    await this.restrict('Meeting', meeting, { audience }, 'RestrictInput');
    await this.entry(meeting);
    this.closedMeeting = meeting;
    return meeting;
  }

  /** What is hidden has long been owed, and whoever owes it is nudged. */
  private async owed(entry: string, meetingId: string): Promise<void> {
    await this.keeper.change('updateForwardPlanEntry', entry, {
      ...{ draftReportDueOn: '2020-01-02', isKeyDecision: true },
      leadOfficerIds: [this.world.personIds['southlead']],
    });
    await this.keeper.make('createAgendaItem', { meetingId, forwardPlanEntryId: entry });
    await this.keeper.send('nudge', 'NudgeInput', { meetingId });
  }

  /** A pack for what meets: the part for the seats tells of what is hidden, beside an item that is open to all. */
  async pack(): Promise<void> {
    const { meeting } = this.world.visible;
    const open = await this.keeper.make('createAgendaItem', {
      ...{ meetingId: meeting, title: 'Open to all partners' },
    });
    await this.keeper.reportsBeside(open);
    // How its reports are laid out is its partners’ alone.
    const section = () => ({ title: this.keeper.word(), guidance: this.keeper.word() });
    await this.keeper.send('updateReportTemplate', 'UpdateReportTemplateInput', {
      ...{ boardId: this.world.closedBoard, expectedVersion: 0, title: this.keeper.word() },
      sections: [section(), ...[RECOMMENDATIONS, CONFLICTS].map((key) => ({ ...section(), key }))],
    });
    const { app, keeper } = this.world;
    await attach(app, keeper, png(), { title: 'A map', altText: 'The wards', agendaItemId: open });
    // What the rules say stands in the pack: they are what they will be.
    await this.plan(meeting);
    await this.built(await this.keeper.make('preparePublication', { meetingId: meeting }));
    await this.oneAfterAnother(this.closedMeeting);
  }

  /** What stands published for a meeting that only some know of, and what waits, with what changed since. */
  private async oneAfterAnother(meetingId: string): Promise<void> {
    const item = () => ({ meetingId, title: this.keeper.word(), lateReason: this.keeper.word() });
    await this.keeper.make('createAgendaItem', item());
    const first = await this.keeper.make('preparePublication', { meetingId });
    await this.built(first);
    // In no second person’s name: they would have to know of it.
    await this.world.app.build.sql(
      `update publications set status = 'PUBLISHED', number = 1, published_at = now() where id = $1`,
      [first],
    );
    await this.keeper.make('createAgendaItem', item());
    await this.built(await this.keeper.make('preparePublication', { meetingId }));
    // Told of once, it moves with a reason.
    const moved = { place: this.keeper.word(), reason: this.keeper.word() };
    await this.keeper.change('updateMeeting', meetingId, moved);
  }

  /** The forward plan for everybody, with a key decision of which notice is given, beside what is hidden. */
  private async plan(meetingId: string): Promise<void> {
    const boardId = this.world.closedBoard;
    const [rules] = await this.world.app.build.sql<{ version: number }>(
      'select version from board_rules where board_id = $1',
      [boardId],
    );
    await this.keeper.send('updateBoardRules', 'UpdateBoardRulesInput', {
      ...{ boardId, expectedVersion: rules?.version ?? 0, keyDecisionNoticeClearDays: 28 },
      // Of its quorum there is a part, and of another board’s profile a later version.
      quorum: { atLeast: 1, parts: [{ label: 'somebody', organisationKinds: ['NHS_TRUST'] }] },
    });
    const { build } = this.world.app;
    const { partnershipId } = this.world;
    await rulesOfOld(
      build,
      partnershipId,
      await build.board(partnershipId, { name: 'Of an earlier version' }),
    );
    await this.keeper.make('createForwardPlanEntry', {
      ...{ boardIds: [boardId], meetingId, title: 'Open to all partners', isKeyDecision: true },
      // No report is begun for it: it is outstanding.
      draftReportDueOn: '2020-01-02',
      ...{
        noticeException: 'SPECIAL_URGENCY',
        noticeExceptionReason: 'It was agreed.',
        documents: ['A report'],
      },
    });
    await this.built(await this.keeper.make('prepareForwardPlan', { boardId }));
  }

  private async built(id: string): Promise<void> {
    const status = async () => {
      const asked = this.world.keeper.ok<{ publication: { status: string } | null }>(
        'query ($id: ID!) { publication(id: $id) { status } }',
        { id },
      );
      return (await asked).publication?.status;
    };
    await vi.waitUntil(async () => (await status()) === 'PREPARED', { timeout: 60_000, interval: 100 });
  }

  async rework(narrow: Hidden): Promise<void> {
    const words = { title: this.keeper.word(), summary: this.keeper.word() };
    await this.keeper.change('updateAgendaItem', narrow['agenda item'] ?? '', { ...words, minutes: 120 });
    await this.keeper.change('moveAgendaItem', narrow['agenda item'] ?? '', {});
    await this.keeper.change('updateForwardPlanEntry', narrow['entry'] ?? '', {
      ...words,
      cameFrom: this.keeper.word(),
    });
  }

  async clear(narrow: Hidden, { declined = '' }: Hidden): Promise<void> {
    await this.unlink();
    await this.keeper.change('archiveAgendaItem', narrow['agenda item'] ?? '', {});
    await this.keeper.change('restoreAgendaItem', narrow['agenda item'] ?? '', {});
    await this.keeper.change('archiveForwardPlanEntry', narrow['entry'] ?? '', {});
    await this.keeper.change('reopenAgendaProposal', declined, {});
  }

  /** All that is linked by hand to what is hidden. */
  private async unlink(): Promise<void> {
    const linked = await this.world.app.build.sql<{ id: string; expectedVersion: number }>(
      `select id, version as "expectedVersion" from agenda_origins where is_by_hand and archived_at is null`,
    );
    for (const one of linked) await this.keeper.send('unlinkPriority', 'ItemVersionInput', one);
  }

  private entry(meetingId: string): Promise<string> {
    return this.keeper.make('createForwardPlanEntry', {
      ...{
        boardIds: [this.world.closedBoard],
        meetingId,
        title: this.keeper.word(),
        summary: this.keeper.word(),
      },
      ...{ leadOfficersAsWritten: this.keeper.word(), keyDecisionReference: this.keeper.word() },
      ...{ cameFrom: this.keeper.word(), draftReportDueOn: this.world.canaries.day() },
      ...{ documents: [this.keeper.word()], contact: this.keeper.word(), privateReason: this.keeper.word() },
      ...{ representations: this.keeper.word(), representationsResponse: this.keeper.word() },
    });
  }

  private async restrict(
    type: string,
    id: string,
    input: object,
    by = `Restrict${type}Input`,
  ): Promise<void> {
    const expectedVersion = await versionOf(this.world, id);
    await this.keeper.send(`restrict${type}`, by, { id, expectedVersion, ...input });
  }
}
