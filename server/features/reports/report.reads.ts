import { ClearanceStatus } from '../../../schema/report-words.js';
import type { Row } from '../../platform/db/base.js';
import { audienceRead, isRestricted, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { type Batch, defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toListed, toMany, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { ForwardPlanEntry } from '../meetings/forward-plan-entry.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { ReportClearance } from './clearance.entity.js';
import { mayClear } from './clearance.policy.js';
import { ReportRecommendation } from './recommendation.entity.js';
import { Report } from './report.entity.js';
import { abilitiesRead, reportAbilities, reportFacts } from './report.policy.js';
import { CHECKED, findingsOf } from './report-check.reads.js';
import { type Templated, templateOf } from './report-template.rules.js';
import { hashesOfReports, sectionsOfReports } from './report-text.service.js';
import { ReportVersion } from './report-version.entity.js';
import { readContents, shown, titlesOf } from './report-version.reads.js';

type ReportRow = Row & Report;

const templated = ['template', 'templateVersion', 'ownTemplate'];
/** Copied, for what is read below it is written into it. */
const templateIn = (row: Row) => structuredClone(templateOf(row as unknown as Templated));

const sections: FieldRead = {
  needs: templated,
  read: async ({ rows, reader, give, into }) => {
    const texts = await sectionsOfReports(reader, rows as ReportRow[]);
    const all = rows.map((row) => [row, shown(texts.get(row.id) ?? [], titlesOf(templateIn(row)))] as const);
    await into(
      'ReportSection',
      all.flatMap(([, found]) => found),
    );
    for (const [row, found] of all) give(row, found);
  },
};

/** Whether what was said of a report was said of it as it stands. */
const isOfNow = (hash: string, report: (row: Row) => string): FieldRead => ({
  needs: ['id', hash, ...(hash === 'signedOffHash' ? [] : ['reportId'])],
  read: async ({ rows, reader, give }: Batch) => {
    const now = await hashesOfReports(reader, rows.map(report));
    for (const row of rows) give(row, row[hash] !== null && row[hash] === now.get(report(row)));
  },
});
const ofReport = (row: Row) => row['reportId'] as string;

const contentHash: FieldRead = {
  needs: [],
  read: async ({ rows, reader, give }) => {
    const now = await hashesOfReports(
      reader,
      rows.map(({ id }) => id),
    );
    for (const row of rows) give(row, now.get(row.id) ?? '');
  },
};

const isOfEarlierText: FieldRead = {
  needs: ['reportId', 'textHash', 'status'],
  read: async ({ rows, reader, give }) => {
    const now = await hashesOfReports(reader, rows.map(ofReport));
    for (const row of rows) give(row, row['textHash'] !== null && row['textHash'] !== now.get(ofReport(row)));
  },
};

const findings: FieldRead = {
  needs: CHECKED,
  read: async ({ rows, reader, give, into }) => {
    const found = await findingsOf(reader, rows as ReportRow[]);
    for (const row of rows) {
      const own = (found.get(row.id) ?? []).map((one, i) => ({ ...one, id: `${row.id} ${i}` }));
      await into('ReportFinding', own);
      give(row, own);
    }
  },
};

const clearanceAbilities: FieldRead = {
  needs: ['reportId', 'organisationId', 'personId', 'status', 'archivedAt'],
  read: async ({ rows, reader, give }) => {
    const reports = await reader.query<ReportRow>(
      `select t.id, t.partnership_id as "partnershipId", t.lead_organisation_id as "leadOrganisationId",
         t.author_organisation_ids as "authorOrganisationIds", t.author_ids as "authorIds",
         t.sponsor_id as "sponsorId", t.board_id as "boardId", t.meeting_id as "meetingId"
       from reports t where t.id = any ($1::uuid[])`,
      [[...new Set(rows.map(ofReport))]],
    );
    const facts = await reportFacts(reader, reports);
    const { position } = reader.viewer;
    for (const row of rows) {
      const of = facts.get(ofReport(row));
      const isStanding = row['archivedAt'] === null;
      give(row, {
        answer: isStanding && mayClear(position, row as unknown as ReportClearance),
        archive:
          isStanding &&
          row['status'] === ClearanceStatus.REQUESTED &&
          of !== undefined &&
          reportAbilities(position, of).write,
      });
    }
  },
};

defineReads('Report', {
  reportTemplate: derived(templated, templateIn),
  leadOrganisation: toOne(() => Organisation, 'leadOrganisationId'),
  authorOrganisations: toListed(() => Organisation, 'authorOrganisationIds'),
  authors: toListed(() => Person, 'authorIds'),
  sponsor: toOne(() => Person, 'sponsorId'),
  textChangedBy: toOne(() => Person, 'textChangedById'),
  signedOffBy: toOne(() => Person, 'signedOffById'),
  isSignedOff: isOfNow('signedOffHash', ({ id }) => id),
  ...{ sections, findings, isRestricted, contentHash },
  recommendations: toMany(() => ReportRecommendation, 'reportId', { orderBy: 't.position, t.id' }),
  clearances: toMany(() => ReportClearance, 'reportId', { orderBy: 't.kind, t.created_at, t.id' }),
  versions: toMany(() => ReportVersion, 'reportId', { orderBy: 't.created_at desc, t.id desc' }),
  agendaItem: toOne(() => AgendaItem, 'agendaItemId'),
  forwardPlanEntry: toOne(() => ForwardPlanEntry, 'forwardPlanEntryId'),
  meeting: toOne(() => Meeting, 'meetingId'),
  board: toOne(() => Board, 'boardId'),
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  viewerCan: abilitiesRead,
});
defineReads('ReportRecommendation', { report: toOne(() => Report, 'reportId') });
defineReads('ReportClearance', {
  isOfEarlierText,
  organisation: toOne(() => Organisation, 'organisationId'),
  person: toOne(() => Person, 'personId'),
  askedBy: toOne(() => Person, 'askedById'),
  answeredBy: toOne(() => Person, 'answeredById'),
  report: toOne(() => Report, 'reportId'),
  viewerCan: clearanceAbilities,
});
defineReads('ReportVersion', {
  report: toOne(() => Report, 'reportId'),
  keptBy: toOne(() => Person, 'keptById'),
  isCurrent: isOfNow('textHash', ofReport),
  ...readContents,
});
defineReads('ReportTextChange', {
  writers: {
    needs: [],
    read: ({ rows, into }) =>
      into(
        'ReportWriter',
        rows.flatMap((row) => (row['writers'] as Row[] | null) ?? []),
      ),
  },
});
defineReads('ReportWriter', {
  person: toOne(() => Person, 'personId'),
  organisation: toOne(() => Organisation, 'organisationId'),
});
