import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Live, Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

export const CREATE = `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id version title isRestricted audience { kind } meeting { id } agendaItem { id } forwardPlanEntry { id } board { id } reportTemplate { code version sections { key title guidance isRequired } } viewerCan { manage write signOff } } } }`;
export const UPDATE = `mutation ($input: UpdateReportInput!) { updateReport(input: $input) { report { id version title draftDueOn authors { id } authorOrganisations { id } } } }`;
export const RESTRICT = `mutation ($input: RestrictReportInput!) { restrictReport(input: $input) { report { id version audience { kind } } } }`;
export const WRITE = `mutation ($input: WriteReportInput!) { writeReport(input: $input) { report { id version textChangedAt } } }`;
export const POINT = `mutation ($input: PointInReportInput!) { pointInReport(input: $input) { report { id } } }`;
export const KEEP = `mutation ($input: KeepReportVersionInput!) { keepReportVersion(input: $input) { reportVersion { id reason note isCurrent sections { key title text } recommended } } }`;
export const REPORT = `query ($id: ID!) { report(id: $id) { id version title draftDueOn textChangedAt isSignedOff contentHash viewerCan { manage write signOff } leadOrganisation { name } sections { key title text blocks } meeting { id } agendaItem { id } recommendations { id version verb text } clearances { id version kind status isOfEarlierText note organisation { name } viewerCan { answer archive } } versions { id reason note isCurrent } findings { kind section where remedy } audience { kind } } }`;
export const TEXT = `subscription ($id: ID!, $key: String!, $stateVector: String) { reportText(id: $id, key: $key, stateVector: $stateVector) { event update stateVector writers { key cursor person { name } organisation { name } } } }`;

export interface Told {
  reportText: {
    event: string;
    update: string | null;
    stateVector: string | null;
    writers:
      | { key: string; cursor: string | null; person: { name: string }; organisation: { name: string } }[]
      | null;
  };
}

export interface ReportWorld extends World {
  secretary: Person;
  meetingId: string;
  /** An item of the agenda of that meeting. */
  item(title?: string): Promise<{ id: string; version: number }>;
  /** A report of North’s that South writes along. */
  report(input?: object, by?: Person): Promise<{ id: string; version: number }>;
}

export async function startReportWorld(settings: Record<string, string> = {}): Promise<ReportWorld> {
  const world = await startWorld(settings);
  const { app, partnershipId, south, boardId } = world;
  const email = 'secretary@example.org';
  const id = await app.build.person(partnershipId, { email, role: 'VIEWER', organisationId: south });
  await app.build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
  const secretary = await app.as(email);
  const { createMeeting } = await secretary.ok<{ createMeeting: { meeting: { id: string } } }>(
    `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id } } }`,
    {
      input: { boardIds: [boardId], meetsOn: '2030-07-19', startsAt: '10:30', withStandingItems: false },
    },
  );
  const meetingId = createMeeting.meeting.id;
  const item = async (title = 'Discharge to assess') => {
    const { createAgendaItem } = await secretary.ok<{
      createAgendaItem: { agendaItem: { id: string; version: number } };
    }>(
      `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version } } }`,
      { input: { meetingId, title, minutes: 10 } },
    );
    return createAgendaItem.agendaItem;
  };
  const report = async (input: object = {}, by = secretary) => {
    const agendaItemId = 'forwardPlanEntryId' in input ? undefined : (await item()).id;
    const asked = { agendaItemId, leadOrganisationId: world.north, authorOrganisationIds: [south] };
    const { createReport } = await by.ok<{ createReport: { report: { id: string; version: number } } }>(
      CREATE,
      { input: { ...asked, ...input } },
    );
    return createReport.report;
  };
  return { ...world, secretary, meetingId, item, report };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Somebody’s page with a report open: what they type is theirs until it is sent, what others type arrives by itself. */
export class OpenReport {
  readonly doc = new Y.Doc();
  readonly key = randomUUID();
  readonly live: Live<Told>;
  private taken = 0;

  constructor(
    readonly by: Person,
    readonly id: string,
    /** The page of another server process, perhaps. */
    readonly through: Person = by,
  ) {
    this.live = through.subscribe<Told>(TEXT, { id, key: this.key });
  }

  /** Types a paragraph at the end of a section, and sends it. */
  async write(section: string, words: string): Promise<void> {
    await this.send(this.type(section, words));
  }

  /** Types without sending: what a page does that is offline. */
  type(section: string, words: string, node = 'paragraph'): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    const paragraph = new Y.XmlElement(node);
    paragraph.insert(0, [new Y.XmlText(words)]);
    const fragment = this.doc.getXmlFragment(section);
    fragment.insert(fragment.length, [paragraph]);
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  send(update: Uint8Array, more: object = {}): Promise<unknown> {
    return this.by.ok(WRITE, { input: { id: this.id, update: base64(update), ...more } });
  }

  /** Takes in all that came so far. */
  take(): this {
    for (const { reportText } of this.live.events.slice(this.taken))
      if (reportText.update) Y.applyUpdate(this.doc, bytes(reportText.update));
    this.taken = this.live.events.length;
    return this;
  }

  words(section: string): string[] {
    this.take();
    return this.doc
      .getXmlFragment(section)
      .toArray()
      .map((one) => ((one as Y.XmlElement).get(0) as Y.XmlText).toString());
  }

  begun(): Promise<Told> {
    return this.live.until(({ reportText }) => reportText.event === 'BEGUN');
  }
}

export const asBase64 = base64;
