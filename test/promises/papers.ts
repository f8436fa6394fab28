import type { HiddenWorld } from './hidden-world.js';

/** What no schema says of the business of boards, for whoever fills in its verbs going by the schema alone. */
export class Papers {
  private proposedId = '';
  private itemId = '';
  private rulesVersion = 0;

  constructor(private readonly world: HiddenWorld) {}

  /** Ids and words that must be those and no others, by verb and place. */
  instead(): Record<string, unknown> {
    const { closedBoard: boardId } = this.world;
    const boardIds = [boardId];
    const day = (days: readonly object[]) => ({ 'createMeetings days': days });
    return {
      ...Object.fromEntries(
        ['createMeeting', 'createMeetings', 'createForwardPlanEntry'].map((verb) => [
          `${verb} boardIds`,
          boardIds,
        ]),
      ),
      ...Object.fromEntries(
        ['acceptAgendaProposal', 'declineAgendaProposal'].flatMap((verb) => [
          [`${verb} boardId`, boardId],
          [`${verb} itemId`, this.proposedId],
        ]),
      ),
      ...day([{ meetsOn: '2039-03-03' }]),
      ...{ startsAt: '10:30', endsAt: '12:30', exemptionParagraphs: [] },
      ...{ 'restrictAgendaItem exemptionParagraphs': ['A'], 'renameAgendaSection section': 'Business' },
      ...{ 'recallPublication id': this.world.minted.at(-1), 'updateBoardRules boardId': boardId },
      'createReport agendaItemId': this.itemId,
      'updateBoardRules expectedVersion': this.rulesVersion,
      'updateBoardRules exemptions.paragraph': 'A',
      'updateBoardRules exclusionWording': 'On the grounds in {paragraphs}.',
    };
  }

  /** There is something for it to work on, whatever the verbs before did to that. */
  async ready(verb: string): Promise<void> {
    const { app, partnershipId, visible, closedBoard: boardId, minted } = this.world;
    const { build } = app;
    await build.sql(`update meetings set status = 'PLANNED', status_reason = null where board_id = $1`, [
      boardId,
    ]);
    const [rules] = await build.sql<{ version: number }>(
      'select version from board_rules where board_id = $1',
      [boardId],
    );
    this.rulesVersion = rules?.version ?? 0;
    const [item] = await build.sql<{ id: string }>(
      `select id from agenda_items where meeting_id = $1 and own_audience_id is null and archived_at is null limit 1`,
      [visible.meeting],
    );
    this.itemId = item?.id ?? '';
    if (verb.endsWith('AgendaProposal'))
      this.proposedId = await build.inPartnership('priorities', partnershipId, {
        ...{
          planId: visible.planId,
          number: '9',
          title: 'To be proposed',
          overseeingBoardIds: [boardId],
          position: -1,
        },
      });
    if (verb === 'renameAgendaSection')
      await build.sql(`update agenda_items set section = 'Business' where meeting_id = $1`, [
        visible.meeting,
      ]);
    if (verb.includes('Report')) await this.reportAndPart(this.itemId);
    if (verb === 'answerReportClearance')
      await build.sql(
        `insert into report_clearances (partnership_id, audience_id, report_id, board_id, kind, organisation_id)
         select r.partnership_id, r.audience_id, r.id, r.board_id, 'LEGAL', $1 from reports r order by r.created_at desc limit 1
         on conflict do nothing`,
        [this.world.north],
      );
    if (verb === 'recallPublication') {
      const id = minted.at(-1) ?? '';
      await build.sql('delete from publications where id = $1', [id]);
      await build.inPartnership('publications', partnershipId, {
        ...{ id, meetingId: visible.otherMeeting, boardId, kind: 'AGENDA', status: 'PUBLISHED' },
        ...{ number: 90 + Math.floor(Math.random() * 1_000), publishedAt: '2026-01-01' },
      });
    }
  }

  /** A report with a recommendation, where there is none yet. */
  private async reportAndPart(agendaItemId: string): Promise<void> {
    const { app, partnershipId, visible, closedBoard: boardId, north } = this.world;
    const { build } = app;
    const [known] = await build.sql('select id from reports where board_id = $1 limit 1', [boardId]);
    if (known) return;
    const of = { boardId, meetingId: visible.meeting };
    const reportId = await build.inPartnership('reports', partnershipId, {
      ...{ ...of, agendaItemId, title: 'A report', leadOrganisationId: north },
      ...{ template: 'BOARD_REPORT', templateVersion: 1 },
    });
    await build.inPartnership('report_recommendations', partnershipId, {
      ...{ ...of, reportId, position: 1, text: 'To note it' },
    });
  }
}
