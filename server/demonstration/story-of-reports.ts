import * as Y from 'yjs';
import { ClearanceKind, LiveBlockKind, RecommendationVerb } from '../../schema/report-words.js';
import { newestTemplate } from '../features/reports/report-template.rules.js';
import { hashOfSections, sectionsIn } from '../features/reports/report-text.rules.js';
import { idOf, type Moment } from './history.js';
import { positionOf, type Stage } from './stage.js';

/** What is written so far: a line is a paragraph, `# ` begins a heading, `* ` an item of a list, `live:` a block. */
const WRITTEN: Record<string, readonly string[]> = {
  outcome: [
    'By next winter nobody who is ready to leave a ward should wait there for a package of care to be arranged. People recover at home, and beds are free for those who need one.',
  ],
  background: [
    'In the spring the board asked both trusts and the council to bring the teams that arrange discharge under one roof, and to come back once a full winter’s work could be judged.',
    'This report is half of that answer. The winter half follows when the figures for December are in.',
  ],
  issues: [
    '# What went well',
    'The shared huddle each morning settles most cases before ten o’clock.',
    '# What did not',
    '* Carers could not be found at weekends in the coastal towns.',
    '* Two wards still send forms by fax.',
    'The cost of weekend cover is TBC.',
  ],
  alignment: [`live:${LiveBlockKind.WORKSTREAM_STATUS}`],
  contacts: ['Gareth Ifans, Director of Community Services'],
};

/** A report that two trusts are writing together: half done, with one clearance asked for and one thing left to settle. */
export function storyOfReports(stage: Stage): Moment[] {
  const { circles } = stage;
  const [entryId, reportId] = [idOf('entry', 'home-first'), idOf('report', 'home-first')];
  const [boardId, audienceId] = [idOf('board', 'hwb'), circles.partnership];
  const template = newestTemplate();
  const title = 'Going home sooner: the first year of one discharge team';
  const part = { audienceId, boardId, reportId };
  const keys = template.sections.map(({ key }) => key);
  const doc = textOf(idOf('workstream', 'imp2'));
  const hash = hashOfSections(sectionsIn(doc, keys));
  const entry = {
    ...{ id: entryId, audienceId, boardId, boardIds: [boardId], title, purpose: 'DECIDE', minutes: 20 },
    summary: 'What the joint team has changed for people leaving hospital, and what it needs to go on.',
    leadOfficerIds: [idOf('person', 'ifans')],
    ...{ draftReportDueOn: '2026-12-11', cameFrom: 'Asked for by the board in the spring' },
  };
  const report = {
    ...{ id: reportId, audienceId, boardId, forwardPlanEntryId: entryId, title },
    ...{ template: template.code, templateVersion: template.version },
    leadOrganisationId: idOf('organisation', 'ocft'),
    authorOrganisationIds: [idOf('organisation', 'whft')],
    ...{ draftDueOn: '2026-12-11', textChangedAt: null },
  };
  const recommendations = [
    {
      verb: RecommendationVerb.NOTE,
      text: 'that the joint team now arranges every discharge from the county’s hospitals',
    },
    { verb: RecommendationVerb.AGREE, text: 'that weekend cover on the coast goes on until the summer' },
  ].map((one, i) => ({ ...part, ...one, id: idOf('recommendation', String(i)), position: positionOf(i) }));
  const clearance = {
    ...{ ...part, id: idOf('clearance', 'finance'), kind: ClearanceKind.FINANCE, dueOn: '2026-12-14' },
    organisationId: idOf('organisation', 'whft'),
    askedById: idOf('person', 'ifans'),
  };
  const changed = { textChangedAt: '2026-11-19T15:20:00Z', textChangedById: idOf('person', 'dunstone') };
  return [
    stage.moment('entry home-first', '2026-11-10', [9, 12], 'penhale', [
      { insert: 'forward_plan_entries', rows: [entry] },
    ]),
    stage.moment('report home-first', '2026-11-12', [9, 12], 'penhale', [
      { insert: 'reports', rows: [report] },
      {
        beside: 'report_texts',
        rows: [
          {
            ...{ id: reportId, audienceId, contentHash: hash, toldHash: hash },
            state: `\\x${Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')}`,
            ...{ seq: 0, gatheredSeq: 0 },
          },
        ],
      },
    ]),
    stage.moment('asked home-first', '2026-11-18', [13, 16], 'ifans', [
      { insert: 'report_recommendations', rows: recommendations },
      { insert: 'report_clearances', rows: [clearance] },
    ]),
    stage.moment('written home-first', '2026-11-19', [15, 16], 'dunstone', [
      { update: 'reports', ids: [reportId], set: changed },
    ]),
  ];
}

/** The same text, byte for byte, whenever the story is told. */
function textOf(workstreamId: string): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  for (const [key, lines] of Object.entries(WRITTEN)) {
    const fragment = doc.getXmlFragment(key);
    for (const line of lines) {
      const last = fragment.length ? fragment.get(fragment.length - 1) : null;
      if (line.startsWith('* ')) {
        const item = new Y.XmlElement('list_item');
        item.insert(0, [wordsIn('paragraph', line.slice(2))]);
        if (last instanceof Y.XmlElement && last.nodeName === 'bullet_list') last.push([item]);
        else {
          const list = new Y.XmlElement('bullet_list');
          list.insert(0, [item]);
          fragment.push([list]);
        }
      } else fragment.push([elementOf(line, workstreamId)]);
    }
  }
  return doc;
}

function elementOf(line: string, workstreamId: string): Y.XmlElement {
  if (line.startsWith('live:')) {
    const block = new Y.XmlElement('live_block');
    block.setAttribute('shows', line.slice('live:'.length));
    block.setAttribute('itemId', workstreamId);
    return block;
  }
  if (!line.startsWith('# ')) return wordsIn('paragraph', line);
  const heading = wordsIn('heading', line.slice(2));
  heading.setAttribute('level', 3 as unknown as string);
  return heading;
}

function wordsIn(name: string, words: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}
