import * as Y from 'yjs';
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
    const says = { answer: 'CHANGES_WANTED', note: this.keeper.word() };
    await this.keeper.change('answerReportClearance', clearance, says);
    const version = await this.keeper.make('keepReportVersion', {
      ...{ reportId: report, note: this.keeper.word() },
    });
    return { report, recommendation, clearance, version };
  }

  async rework({ report = '', recommendation = '' }: Hidden): Promise<void> {
    await this.keeper.change('updateReport', report, { title: this.keeper.word() });
    await this.keeper.change('updateReportRecommendation', recommendation, { text: this.keeper.word() });
    await this.write(report, this.keeper.word());
  }

  async clear({ report = '', recommendation = '', clearance = '' }: Hidden): Promise<void> {
    await this.keeper.change('archiveReportRecommendation', recommendation, {});
    await this.keeper.change('archiveReportClearance', clearance, {});
    await this.keeper.change('archiveReport', report, {});
  }

  /** A paragraph more, as a page would send it, and the pause after it. */
  private async write(id: string, words: string): Promise<void> {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment('outcome').insert(0, [paragraph]);
    const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
    await this.keeper.send('writeReport', 'WriteReportInput', { id, update, isPause: true });
    await this.keeper.send('pointInReport', 'PointInReportInput', { id, key: '1', cursor: words });
  }
}
