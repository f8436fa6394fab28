import * as Y from 'yjs';
import { LiveBlockKind } from '../../schema/report-words.js';
import { send } from '../support/attachments.js';
import { office, sheets } from '../support/papers.js';
import type { HiddenWorld } from './hidden-world.js';
import type { Hidden, Keeper } from './keeper.js';

/** The keeper as one who writes reports: what hidden things there are in them. */
export class Reporter {
  constructor(
    private readonly keeper: Keeper,
    private readonly world: HiddenWorld,
  ) {}

  /** A report of a hidden entry, with its text, what it recommends, who clears it, and a version that was kept. */
  async fill({ entry = '' }: Hidden): Promise<Hidden> {
    const { north, personIds } = this.world;
    const report = await this.keeper.make('createReport', {
      ...{ forwardPlanEntryId: entry, title: this.keeper.word(), leadOrganisationId: north },
      ...{ draftDueOn: this.world.canaries.day(), authorIds: [personIds['keeper']] },
      sponsorId: personIds['keeper'],
    });
    const recommendation = await this.keeper.make('createReportRecommendation', {
      ...{ reportId: report, verb: 'AGREE', text: this.keeper.word() },
    });
    const clearance = await this.keeper.make('requestReportClearance', {
      ...{ reportId: report, kind: 'LEGAL', organisationId: north, personId: personIds['keeper'] },
      dueOn: this.world.canaries.day(),
    });
    await this.write(report, this.keeper.word());
    const says = { answer: 'CHANGES_WANTED', note: this.keeper.word(), ...(await this.asRead(report)) };
    await this.keeper.change('answerReportClearance', clearance, says);
    const version = await this.keeper.make('keepReportVersion', {
      ...{ reportId: report, note: this.keeper.word() },
    });
    const attachment = await this.attach(report);
    return { report, recommendation, clearance, version, attachment };
  }

  /** Beside what is open to all: a report that shows of a plan what some of it hides, and one that is narrowed itself. */
  async beside(agendaItemId: string, planId: string, audience: Record<string, unknown>): Promise<void> {
    const named = { agendaItemId, leadOrganisationId: this.world.north };
    const sponsorId = this.world.personIds['keeper'];
    // Without a sponsor: whose name is printed, and is a telling word here, is no part of what is hidden.
    const open = await this.keeper.make('createReport', { ...named, title: 'Open to all' });
    await this.put(open, 'Open to all partners', planId);
    const despite = 'Agreed with all partners';
    await this.keeper.change('signOffReport', open, { ...(await this.asRead(open)), despite });
    const hidden = await this.keeper.make('createReport', {
      ...{ ...named, title: this.keeper.word(), sponsorId, audience },
    });
    await this.write(hidden, this.keeper.word());
    await this.keeper.change('signOffReport', hidden, {
      ...(await this.asRead(hidden)),
      despite: this.keeper.word(),
    });
  }

  private async asRead(id: string): Promise<{ seenHash: string }> {
    const asked = `query ($id: ID!) { report(id: $id) { contentHash } }`;
    const { report } = await this.world.keeper.ok<{ report: { contentHash: string } }>(asked, { id });
    return { seenHash: report.contentHash };
  }

  /** A workbook with a hidden sheet, whose names are as hidden as the report. */
  private async attach(reportId: string): Promise<string> {
    const file = office('xl', sheets([this.keeper.word(), 'hidden', '']));
    const { app, keeper } = this.world;
    const { uploadId } = await send(app, keeper, file, { reportId }, `${this.keeper.word()}.xlsx`);
    return this.keeper.make('createAttachment', {
      ...{ reportId, uploadId, title: this.keeper.word(), accepts: ['HIDDEN_SHEETS'] },
    });
  }

  async rework({ report = '', recommendation = '', attachment = '' }: Hidden): Promise<void> {
    await this.keeper.change('updateReport', report, { title: this.keeper.word() });
    await this.keeper.change('updateReportRecommendation', recommendation, { text: this.keeper.word() });
    await this.keeper.change('updateAttachment', attachment, { title: this.keeper.word() });
    await this.write(report, this.keeper.word());
  }

  async clear({ report = '', recommendation = '', clearance = '', attachment = '' }: Hidden): Promise<void> {
    await this.keeper.change('archiveAttachment', attachment, {});
    await this.keeper.change('archiveReportRecommendation', recommendation, {});
    // What was answered stands until it is asked again.
    await this.keeper.send('requestReportClearance', 'RequestReportClearanceInput', {
      ...{ reportId: report, kind: 'LEGAL', organisationId: this.world.north },
    });
    await this.keeper.change('archiveReportClearance', clearance, {});
    await this.keeper.change('archiveReport', report, {});
  }

  /** A paragraph more, as a page would send it, and the pause after it. */
  private async write(id: string, words: string): Promise<void> {
    await this.put(id, words);
    await this.keeper.send('pointInReport', 'PointInReportInput', { id, key: '1', cursor: words });
  }

  /** With a block of each kind that shows a plan live, where one is given. */
  private async put(id: string, words: string, planId?: string): Promise<void> {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    const blocks = Object.values(LiveBlockKind).map((shows) => {
      const block = new Y.XmlElement('live_block');
      block.setAttribute('shows', shows);
      block.setAttribute('itemId', planId ?? '');
      return block;
    });
    doc.getXmlFragment('outcome').insert(0, [paragraph, ...(planId ? blocks : [])]);
    const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
    await this.keeper.send('writeReport', 'WriteReportInput', { id, update, isPause: true });
  }
}
