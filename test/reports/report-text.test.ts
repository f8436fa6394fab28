import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { take } from '../../server/features/reports/report-text.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import {
  asBase64,
  KEEP,
  OpenReport,
  POINT,
  REPORT,
  RESTRICT,
  type ReportWorld,
  startReportWorld,
  TEXT,
  UPDATE,
  WRITE,
} from './report-world.js';

const RESTRICT_ITEM = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id version } } }`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 50) { nodes { kind itemType fields { field } } } }`;

let world: ReportWorld;
beforeAll(async () => {
  world = await startReportWorld();
});
afterAll(() => world.app.close());

const opened = async (id: string, by: Person, through = by) => {
  const page = new OpenReport(by, id, through);
  await page.begun();
  return page;
};
const close = (...pages: OpenReport[]) => Promise.all(pages.map(({ live }) => live.stop()));

describe('a report that is written together', () => {
  it('reaches everybody who has it open, and what two type at once both stands', async () => {
    const { id } = await world.report();
    const [north, south] = [await opened(id, world.northEditor), await opened(id, world.southEditor)];
    await Promise.all([
      north.write('background', 'From the north.'),
      south.write('background', 'From the south.'),
    ]);
    for (const page of [north, south])
      await expect
        .poll(() => [...page.words('background')].sort())
        .toEqual(['From the north.', 'From the south.']);
    expect(north.words('background')).toEqual(south.words('background'));
    const { report } = await world.northViewer.ok<{ report: { sections: { key: string; text: string }[] } }>(
      REPORT,
      { id },
    );
    const { text = '' } = report.sections.find(({ key }) => key === 'background') ?? {};
    expect(text.split('\n')).toEqual(north.words('background'));
    await close(north, south);
  });

  it('converges over two server processes, whichever of them each writes through', async () => {
    const other = await world.app.another();
    try {
      const { id } = await world.report();
      const elsewhere = await other.as('southeditor@example.org');
      const [here, there] = [await opened(id, world.northEditor), await opened(id, elsewhere)];
      for (let turn = 0; turn < 12; turn++)
        await Promise.all([here.write('issues', `North ${turn}`), there.write('issues', `South ${turn}`)]);
      await expect.poll(() => here.words('issues').length).toBe(24);
      await expect.poll(() => there.words('issues')).toEqual(here.words('issues'));
      await close(here, there);
    } finally {
      await other.close();
    }
  });

  it('loses nothing that was typed without a line: both sides send each other what they lack', async () => {
    const { id } = await world.report();
    const [north, south] = [await opened(id, world.northEditor), await opened(id, world.southEditor)];
    await south.write('outcome', 'Before the break.');
    await expect.poll(() => north.words('outcome')).toEqual(['Before the break.']);
    await north.live.stop();
    north.type('outcome', 'Typed on the train.');
    await south.write('outcome', 'Meanwhile in the office.');
    // Back again: what the page has is said, what it lacks comes, and what the server lacks is sent.
    const stateVector = asBase64(Y.encodeStateVector(north.doc));
    const again = world.northEditor.subscribe<{ reportText: { update: string; stateVector: string } }>(TEXT, {
      ...{ id, key: north.key, stateVector },
    });
    const { reportText } = await again.until(() => true);
    Y.applyUpdate(north.doc, new Uint8Array(Buffer.from(reportText.update, 'base64')));
    await north.send(
      Y.encodeStateAsUpdate(north.doc, new Uint8Array(Buffer.from(reportText.stateVector, 'base64'))),
    );
    await expect.poll(() => south.words('outcome')).toHaveLength(3);
    expect(south.words('outcome')).toEqual(
      north.doc
        .getXmlFragment('outcome')
        .toArray()
        .map((one) => ((one as Y.XmlElement).get(0) as Y.XmlText).toString()),
    );
    await again.stop();
    await close(south);
  });

  it('is the same after a hundred pieces were gathered, for those who followed and for a newcomer', async () => {
    const { id } = await world.report();
    const [north, follower] = [await opened(id, world.northEditor), await opened(id, world.southEditor)];
    for (let turn = 0; turn < 120; turn++) await north.write('sources', `Source ${turn}`);
    const newcomer = await opened(id, world.southLead);
    expect(newcomer.words('sources')).toHaveLength(120);
    await expect.poll(() => follower.words('sources')).toEqual(newcomer.words('sources'));
    const [kept] = await world.app.build.sql<{ n: number }>(
      'select count(*)::int as n from report_updates where id = $1',
      [id],
    );
    expect(kept?.n).toBeLessThanOrEqual(100);
    await close(north, follower, newcomer);
  });

  it('takes the same piece again as nothing new', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    const piece = page.type('outcome', 'Once.');
    await page.send(piece);
    await page.send(piece);
    const [kept] = await world.app.build.sql<{ n: number }>(
      'select count(*)::int as n from report_updates where id = $1',
      [id],
    );
    expect(kept?.n).toBe(1);
    await close(page);
  });
});

describe('the right to write', () => {
  it('is asked anew for each piece: taken away between two, the second is refused and nothing of it is kept', async () => {
    const { id, version } = await world.report();
    const page = await opened(id, world.southEditor);
    await page.write('outcome', 'While I might.');
    await world.secretary.ok(UPDATE, { input: { id, expectedVersion: version, authorOrganisationIds: [] } });
    const piece = asBase64(page.type('outcome', 'Afterwards.'));
    expect(await world.southEditor.refused(WRITE, { input: { id, update: piece } })).toBe('FORBIDDEN');
    const reader = await opened(id, world.northEditor);
    expect(reader.words('outcome')).toEqual(['While I might.']);
    await close(page, reader);
  });

  it('is for its writers alone: a viewer reads along, a stranger gets nothing, not even traffic', async () => {
    const { id } = await world.report();
    const [writer, viewer] = [await opened(id, world.northEditor), await opened(id, world.northViewer)];
    const stranger = new OpenReport(world.stranger, id);
    const nobody = new OpenReport(world.app.nobody, id);
    await writer.write('outcome', 'For partners.');
    await expect.poll(() => viewer.words('outcome')).toEqual(['For partners.']);
    const piece = asBase64(viewer.type('outcome', 'Mine.'));
    expect(
      await changesNothing(world.app, async () => {
        expect(await world.northViewer.refused(WRITE, { input: { id, update: piece } })).toBe('FORBIDDEN');
        expect(await world.stranger.refused(WRITE, { input: { id, update: piece } })).toBe('NOT_FOUND');
        expect(await world.stranger.refused(POINT, { input: { id, key: 'x' } })).toBe('NOT_FOUND');
        expect(await world.app.nobody.refused(WRITE, { input: { id, update: piece } })).toBe(
          'UNAUTHENTICATED',
        );
      }),
    ).toBe(true);
    for (const { live } of [stranger, nobody]) {
      await expect(live.until(() => false, 300)).rejects.toThrow('NOT_FOUND');
      expect(live.events).toEqual([]);
    }
    // Missing and not theirs are one answer.
    await expect(new OpenReport(world.stranger, randomUUID()).live.until(() => false, 300)).rejects.toThrow(
      'NOT_FOUND',
    );
    await close(writer, viewer, stranger, nobody);
  });

  it('ends with the right to see: narrowed while they write, both reading and writing stop at once', async () => {
    const item = await world.item();
    const { id } = await world.report({ agendaItemId: item.id });
    const [south, secretary] = [await opened(id, world.southEditor), await opened(id, world.secretary)];
    await south.write('outcome', 'Known to all.');
    await expect.poll(() => secretary.words('outcome')).toEqual(['Known to all.']);
    await world.secretary.ok(RESTRICT_ITEM, {
      input: { id: item.id, expectedVersion: item.version, exemptionParagraphs: ['A'] },
    });
    const piece = asBase64(south.type('outcome', 'Too late.'));
    expect(await world.southEditor.refused(WRITE, { input: { id, update: piece } })).toBe('NOT_FOUND');
    // Either the report was taken away, or the line was cut because rights moved; nothing of it follows.
    await Promise.race([
      south.live.until(({ reportText }) => reportText.event === 'REMOVED'),
      south.live.closed,
    ]);
    await secretary.write('outcome', 'For the board alone.');
    await expect.poll(() => secretary.words('outcome')).toEqual(['Known to all.', 'For the board alone.']);
    expect(south.words('outcome')).toEqual(['Known to all.', 'Too late.']);
    await close(south, secretary);
  });

  it('ends with REMOVED for whoever loses sight of the report itself', async () => {
    const { id, version } = await world.report();
    const [south, north] = [await opened(id, world.southEditor), await opened(id, world.northLead)];
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
    await world.northLead.ok(RESTRICT, { input: { id, expectedVersion: version, audience } });
    await south.live.until(({ reportText }) => reportText.event === 'REMOVED');
    await north.write('outcome', 'Ours.');
    await expect.poll(() => north.words('outcome')).toEqual(['Ours.']);
    expect(south.words('outcome')).toEqual([]);
    await close(south, north);
  });
});

describe('what is sent', () => {
  it('is taken as a whole or not at all: what no page of ours makes is refused, and changes nothing', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    await page.write('outcome', 'As it was.');
    const made = (make: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc();
      make(doc);
      return asBase64(Y.encodeStateAsUpdate(doc));
    };
    const element =
      (name: string, said: Record<string, unknown> = {}, words = '', marks = {}) =>
      (doc: Y.Doc) => {
        const one = new Y.XmlElement(name);
        for (const [key, value] of Object.entries(said)) one.setAttribute(key, value as string);
        const text = new Y.XmlText();
        if (words) text.insert(0, words, marks);
        one.insert(0, words ? [text] : []);
        doc.getXmlFragment('outcome').insert(0, [one]);
      };
    const hostile: Record<string, string> = {
      'no update': 'AAECAwQF',
      'not base64': 'what?!',
      'cut short': page.doc ? asBase64(Y.encodeStateAsUpdate(page.doc).slice(0, 9)) : '',
      'a script': made(element('script', {}, 'alert(1)')),
      'an image': made(element('image', { src: 'https://elsewhere.example/x' })),
      'a picture of boxes and arrows': made(
        element('diagram', { alt: 'Ours', width: 10, height: 10, boxes: '[]', arrows: '[]', key: '[]' }),
      ),
      'a live block that says what it shows': made(
        element('live_block', { shows: 'INTERDEPENDENCIES', itemId: id, boxes: '[]' }),
      ),
      'said of a paragraph': made(element('paragraph', { onclick: 'alert(1)' })),
      'a heading of the page': made(element('heading', { level: 1 })),
      'a link that runs': made(element('paragraph', {}, 'x', { link: { href: 'javascript:alert(1)' } })),
      'a mark there is not': made(element('paragraph', {}, 'x', { style: { color: 'red' } })),
      'a mark by a name of the language itself': made(
        element('paragraph', {}, 'x', { ['__proto__' as string]: { link: { href: 'javascript:alert(1)' } } }),
      ),
      'a mark that says more than it may': made(
        element('paragraph', {}, 'x', { strong: { onclick: 'alert(1)' } }),
      ),
      'another document': made((doc) => {
        const one = new Y.XmlElement('paragraph');
        doc.getXmlFragment('outcome').insert(0, [one]);
        one.setAttribute('x', new Y.Doc() as unknown as string);
      }),
      'another root': made((doc) => doc.getMap('secrets').set('a', 'b')),
      'words without a paragraph': made((doc) =>
        doc.getXmlFragment('outcome').insert(0, [new Y.XmlText('x')]),
      ),
      'a section as a list': made((doc) => doc.getArray('outcome').insert(0, ['x'])),
      'deeper than anything': made((doc) => {
        let at: Y.XmlElement | Y.XmlFragment = doc.getXmlFragment('outcome');
        for (let depth = 0; depth < 40; depth++) {
          const next: Y.XmlElement = new Y.XmlElement('bullet_list');
          at.insert(0, [next]);
          at = next;
        }
      }),
    };
    expect(
      await changesNothing(world.app, async () => {
        for (const [name, update] of Object.entries(hostile)) {
          const code = await brokenRule(world.northEditor, WRITE, { input: { id, update } });
          expect({ [name]: code }).toEqual({ [name]: 'TEXT_NOT_UNDERSTOOD' });
        }
      }),
    ).toBe(true);
    const newcomer = await opened(id, world.northLead);
    expect(newcomer.words('outcome')).toEqual(['As it was.']);
    await close(page, newcomer);
  });

  it('is looked at before any of it is taken: marks without end are refused and leave the text as it was', () => {
    const doc = new Y.Doc();
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    doc.getXmlFragment('outcome').insert(0, [paragraph]);
    for (let n = 0; n < 50; n++) text.insert(n, 'x', { [`mark ${n}`]: true });
    const taken = new Y.Doc();
    expect(() => take(taken, Y.encodeStateAsUpdate(doc), ['outcome'])).toThrow('could not be understood');
    expect(Y.encodeStateAsUpdate(taken)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it('is refused of a report that was put away', async () => {
    const { id, version } = await world.report();
    const page = await opened(id, world.northEditor);
    const update = asBase64(page.type('outcome', 'Too late.'));
    await world.secretary.ok(
      `mutation ($input: ItemVersionInput!) { archiveReport(input: $input) { report { id } } }`,
      { input: { id, expectedVersion: version } },
    );
    expect(await brokenRule(world.northEditor, WRITE, { input: { id, update } })).toBe('REPORT_PUT_AWAY');
    await close(page);
  });

  it('is refused when something before it is missing, until that is sent along', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    const first = page.type('outcome', 'First.');
    const second = page.type('outcome', 'Second.');
    expect(await brokenRule(world.northEditor, WRITE, { input: { id, update: asBase64(second) } })).toBe(
      'TEXT_MISSING_BEFORE',
    );
    await page.send(Y.mergeUpdates([first, second]));
    await close(page);
  });

  it('has bounds, for one piece and for the whole', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    const huge = asBase64(page.type('outcome', 'x'.repeat(210_000)));
    expect(await brokenRule(world.northEditor, WRITE, { input: { id, update: huge } })).toBe('TEXT_TOO_LONG');
    const other = await opened(id, world.northEditor);
    for (let turn = 0; turn < 4; turn++) await other.write('issues', 'y'.repeat(170_000));
    const more = asBase64(other.type('issues', 'z'.repeat(170_000)));
    expect(await brokenRule(world.northEditor, WRITE, { input: { id, update: more } })).toBe('TEXT_TOO_LONG');
    await close(page, other);
  });
});

describe('who is writing', () => {
  it('is shown with name, organisation and place to those who may know them, in this process and another', async () => {
    const other = await world.app.another();
    try {
      const { id } = await world.report();
      const elsewhere = await other.as('southeditor@example.org');
      const [here, there] = [await opened(id, world.northEditor), await opened(id, elsewhere)];
      await there.by.ok(POINT, { input: { id, key: there.key, cursor: 'in the outcome' } });
      const { reportText } = await here.live.until(({ reportText: { writers } }) =>
        Boolean(writers?.some(({ cursor }) => cursor === 'in the outcome')),
      );
      expect(reportText.writers?.find(({ key }) => key === there.key)).toMatchObject({
        person: { name: 'southeditor' },
        organisation: { name: 'Southmere Trust' },
      });
      await close(there);
      await here.live.until(
        ({ reportText: { writers } }) => writers?.length === 1 && writers[0]?.key === here.key,
      );
      await close(here);
    } finally {
      await other.close();
    }
  });

  it('cannot be put where somebody else is', async () => {
    const { id } = await world.report();
    const [north, south] = [await opened(id, world.northEditor), await opened(id, world.southEditor)];
    await world.southEditor.ok(POINT, { input: { id, key: north.key, cursor: 'forged' } });
    await world.northEditor.ok(POINT, { input: { id, key: north.key, cursor: 'true' } });
    await south.live.until(({ reportText: { writers } }) =>
      Boolean(writers?.some(({ key, cursor }) => key === north.key && cursor === 'true')),
    );
    expect(JSON.stringify(south.live.events)).not.toContain('forged');
    await close(north, south);
  });
});

describe('what is kept of the writing', () => {
  it('is told in the history when a writer pauses, and not for each piece', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    for (const word of ['One', 'Two', 'Three']) await page.write('outcome', word);
    const told = async () => {
      const { history } = await world.northEditor.ok<{
        history: { nodes: { itemType: string; fields: { field: string }[] }[] };
      }>(HISTORY, { of: id });
      return history.nodes.filter(({ fields }) => fields.some(({ field }) => field === 'textChangedAt'));
    };
    expect(await told()).toHaveLength(0);
    const pause = { input: { id, isPause: true } };
    await world.northEditor.ok(WRITE, pause);
    await world.northEditor.ok(WRITE, pause);
    expect(await told()).toHaveLength(1);
    await close(page);
  });

  it('can be read as it stood', async () => {
    const { id } = await world.report();
    const page = await opened(id, world.northEditor);
    await page.write('outcome', 'The first draft.');
    const { keepReportVersion } = await world.southEditor.ok<{
      keepReportVersion: { reportVersion: { id: string; isCurrent: boolean } };
    }>(KEEP, { input: { reportId: id, note: 'Before finance saw it' } });
    expect(keepReportVersion.reportVersion).toMatchObject({ reason: 'KEPT', isCurrent: true });
    await page.write('outcome', 'And more.');
    const { reportVersion } = await world.northViewer.ok<{
      reportVersion: { isCurrent: boolean; sections: { key: string; text: string }[] };
    }>(`query ($id: ID!) { reportVersion(id: $id) { isCurrent sections { key text } } }`, {
      id: keepReportVersion.reportVersion.id,
    });
    expect(reportVersion.isCurrent).toBe(false);
    expect(reportVersion.sections.find(({ key }) => key === 'outcome')?.text).toBe('The first draft.');
    expect(await brokenRule(world.northViewer, KEEP, { input: { reportId: id } })).toContain('FORBIDDEN');
    await close(page);
  });
});
