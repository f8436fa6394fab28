import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvRecords } from '../../server/platform/csv.js';
import { describeWithData, type ReadShared } from '../support/shared-data.js';
import { startWorld, type World } from '../support/world.js';
import { SAME_WORK } from './same-work.pairs.js';

interface Title {
  /** The line it is printed on, with its place among those of the line. */
  key: string;
  plan: string;
  title: string;
}

/** A delivery plan of many sections, each kept by other people: to us each is a plan. The four priorities too. */
function deliveryPlan(read: ReadShared): Title[] {
  const titles: Title[] = [];
  const onLine = new Map<string, number>();
  for (const record of csvRecords(read('cambridgeshire-peterborough-2023', 'delivery-plan.csv'))) {
    const { section = '', deliverable = '', source_line: line = '', row_kind: kind = '' } = record;
    if (kind === 'continuation') {
      const continued = titles.findLast(({ key }) => key.startsWith(`${record['continues_line']}/`));
      if (continued) continued.title += ` ${deliverable}`;
    }
    if ((kind !== 'row' && kind !== 'period_cell') || !deliverable) continue;
    const [top = '', below = ''] = section.split(' > ');
    const nth = (onLine.get(line) ?? 0) + 1;
    onLine.set(line, nth);
    const plan = top.startsWith('Health and Wellbeing') ? `${top} ${below}` : top;
    titles.push({ key: `${line}/${nth}`, plan, title: deliverable });
  }
  return titles;
}

const cqcPlan = (read: ReadShared): Title[] =>
  csvRecords(read('cumbria-cqc-2018', 'tasks.csv')).map(({ workstream = '', ref = '', task = '' }, i) => ({
    ...{ key: `CQC ${workstream} ${ref} ${i}`, plan: 'CQC Action Plan', title: task },
  }));

const together = (a: string, b: string) => [a, b].sort().join(' ~ ');
const ABREAST = 4;

describeWithData('the same work in several real plans', (read) => {
  let world: World;
  const found = new Set<string>();

  beforeAll(async () => {
    world = await startWorld();
    const { app, partnershipId, northViewer } = world;
    const keys = new Map<string, string>();
    const workstreams = new Map<string, string>();
    for (const { key, plan, title } of [...deliveryPlan(read), ...cqcPlan(read)]) {
      const workstream =
        workstreams.get(plan) ??
        (await app.build.workstream(await app.build.plan(partnershipId, { title: plan })));
      workstreams.set(plan, workstream);
      keys.set(await app.build.action(workstream, { title, reference: null }), key);
    }
    // What is alike is so from either side: asking one side is enough for the plan that comes last.
    const ids = [...keys].flatMap(([id, key]) => (key.startsWith('CQC') ? [] : [id]));
    for (let at = 0; at < ids.length; at += ABREAST) {
      const some = ids.slice(at, at + ABREAST);
      const asked = some.map((id, i) => `a${i}: possiblySameWork(of: "${id}", first: 5) { action { id } }`);
      const answers = await northViewer.ok<Record<string, { action: { id: string } }[]>>(
        `{ ${asked.join('\n')} }`,
      );
      for (const [i, id] of some.entries())
        for (const { action } of answers[`a${i}`] ?? [])
          found.add(together(keys.get(id) ?? '', keys.get(action.id) ?? ''));
    }
  });
  afterAll(() => world.app.close());

  test('is offered with three of four offers right, and two of three pairs offered', () => {
    const right = SAME_WORK.filter(([a, b]) => found.has(together(a, b)));
    expect({ offered: found.size, right: right.length, there: SAME_WORK.length }).toEqual({
      offered: 20,
      right: 15,
      there: 22,
    });
  });

  test('is offered of diagnostic centres, stepped care and transitions, and not of homes without damp', () => {
    const known = ['3525/1 ~ 4942/1', '4557/1 ~ 5564/1', '4425/1 ~ 4621/1', '5746/1 ~ 5819/1'];
    expect(known.map((pair) => found.has(pair))).toEqual([true, true, true, false]);
  });
});
