import { CONFLICTS, RECOMMENDATIONS } from '../../schema/report-words.js';
import type { Person } from '../support/app.js';
import { rulesOfOld } from './earlier-rules.js';
import type { HiddenWorld } from './hidden-world.js';

/** What no schema says of the business of boards, for whoever fills in its verbs going by the schema alone. */
export class Papers {
  private proposedId = '';
  private itemId = '';
  private oldBoardId = '';
  private rulesVersion = 0;
  private templateVersion = 0;

  constructor(private readonly world: HiddenWorld) {}

  /** Ids and words that must be those and no others, by verb and place. */
  instead(): Record<string, unknown> {
    const { closedBoard: boardId } = this.world;
    const boardIds = [boardId];
    const day = (days: readonly object[]) => ({ 'createMeetings days': days });
    return {
      ...Object.fromEntries(
        ['createMeeting', 'createMeetings', 'createForwardPlanEntry', 'updateForwardPlanEntry'].map(
          (verb) => [`${verb} boardIds`, boardIds],
        ),
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
      ...{ 'moveAgendaSection section': 'Business', 'moveAgendaSection afterSection': null },
      ...{ 'recallPublication id': this.world.minted.at(-1), 'updateBoardRules boardId': boardId },
      ...{ 'createAgendaItem boardIds': boardIds, 'updateAgendaItem boardIds': boardIds },
      ...{
        'adoptProfileChanges boardId': this.oldBoardId,
        'adoptProfileChanges rules': ['RESTRICTED_ITEMS'],
      },
      'adoptProfileChanges expectedVersion': 1,
      ...{ 'rebuildPublication id': this.world.minted.at(-1), 'prepareForwardPlan boardId': boardId },
      // Of what is neither a key decision nor confidential there is no notice, and no exception from it.
      ...{ noticeException: null, noticeExceptionReason: null },
      'createReport agendaItemId': this.itemId,
      'updateBoardRules expectedVersion': this.rulesVersion,
      'updateReportTemplate boardId': boardId,
      'updateReportTemplate expectedVersion': this.templateVersion,
      'updateReportTemplate sections.key': 'of-our-own',
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
    if (verb === 'adoptProfileChanges') {
      this.oldBoardId = await build.board(partnershipId);
      await build.seat(partnershipId, this.oldBoardId, this.world.personIds['keeper'] ?? '', {
        capacity: 'SECRETARIAT',
      });
      await rulesOfOld(build, partnershipId, this.oldBoardId);
    }
    const versionIn = async (table: string) => {
      const of = `select version from ${table} where board_id = $1`;
      return (await build.sql<{ version: number }>(of, [boardId]))[0]?.version ?? 0;
    };
    this.rulesVersion = await versionIn('board_rules');
    this.templateVersion = await versionIn('report_templates');
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
    if (verb.endsWith('AgendaSection'))
      await build.sql(`update agenda_items set section = 'Business' where meeting_id = $1`, [
        visible.meeting,
      ]);
    if (/Report|Attachment/.test(verb)) await this.reportAndPart(this.itemId);
    if (verb === 'answerReportClearance')
      await build.sql(
        `insert into report_clearances (partnership_id, audience_id, report_id, board_id, kind, organisation_id)
         select r.partnership_id, r.audience_id, r.id, r.board_id, 'LEGAL', $1 from reports r order by r.created_at desc limit 1
         on conflict do nothing`,
        [this.world.north],
      );
    if (verb === 'prepareForwardPlan')
      await build.sql(
        `update forward_plan_entries set is_key_decision = false, is_confidential = false where board_id = $1`,
        [boardId],
      );
    if (verb === 'recallPublication' || verb === 'rebuildPublication') {
      const id = minted.at(-1) ?? '';
      await build.sql('delete from publication_builds where publication_id = $1', [id]);
      await build.sql('delete from publications where id = $1', [id]);
      const published = { number: 90 + Math.floor(Math.random() * 1_000), publishedAt: '2026-01-01' };
      await build.inPartnership('publications', partnershipId, {
        ...{ id, meetingId: visible.otherMeeting, boardId, kind: 'AGENDA' },
        ...(verb === 'recallPublication' ? { status: 'PUBLISHED', ...published } : { status: 'FAILED' }),
      });
    }
  }

  /** Of a report, or of that which a clearance is about. */
  private async asRead(id: string, by: Person): Promise<string> {
    const [clearance] = await this.world.app.build.sql<{ reportId: string }>(
      'select report_id as "reportId" from report_clearances where id = $1',
      [id],
    );
    const asked = `query ($id: ID!) { report(id: $id) { contentHash } }`;
    const { data } = await by.query(asked, { id: clearance?.reportId ?? id });
    return (data as { report: { contentHash: string } | null } | null)?.report?.contentHash ?? '';
  }

  /** Beside what is filled in: sections that every template has, and the words of a report as whoever acts read them. */
  async whole(verb: string, values: Record<string, unknown>, by: Person): Promise<Record<string, unknown>> {
    if ('seenHash' in values) return { ...values, seenHash: await this.asRead(String(values['id']), by) };
    if (verb !== 'updateReportTemplate' || !Array.isArray(values['sections'])) return values;
    const kept = [RECOMMENDATIONS, CONFLICTS].map((key) => ({ key, title: key }));
    return { ...values, sections: [...values['sections'], ...kept] };
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
    await build.inPartnership('attachments', partnershipId, {
      ...{ ...of, reportId, position: 1, title: 'A picture', altText: 'A ward', fileName: 'ward.png' },
      ...{ kind: 'PNG', bytes: 1, sha256: 'none', width: 1, height: 1 },
    });
  }
}
