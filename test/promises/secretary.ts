import type { HiddenWorld } from './hidden-world.js';
import { type Hidden, type Keeper, versionOf } from './keeper.js';

/** The keeper as secretary of the closed board: what hidden things there are of its business. */
export class Secretary {
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
    return { 'agenda item': item, entry };
  }

  /** Out of what hidden plans propose: onto an agenda, merged into an entry, and declined. */
  async fill({ entry = '' }: Hidden, planRisk: string, others: readonly string[]): Promise<Hidden> {
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
    await this.keeper.make('createAgendaItem', { meetingId: otherMeeting, forwardPlanEntryId: entry });
    return { declined };
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
    await this.keeper.change('archiveAgendaItem', narrow['agenda item'] ?? '', {});
    await this.keeper.change('restoreAgendaItem', narrow['agenda item'] ?? '', {});
    await this.keeper.change('archiveForwardPlanEntry', narrow['entry'] ?? '', {});
    await this.keeper.change('reopenAgendaProposal', declined, {});
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
    });
  }

  private async restrict(type: string, id: string, input: object): Promise<void> {
    const expectedVersion = await versionOf(this.world, id);
    await this.keeper.send(`restrict${type}`, `Restrict${type}Input`, { id, expectedVersion, ...input });
  }
}
