import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Publishing, startPublishing } from '../meetings/publications.js';
import { describeWithData } from '../support/shared-data.js';

const LINES = 'lines { row title outcome meetsOn startsAt minutes peopleAsWritten notes }';
const PLAN = `mutation ($input: ImportForwardPlanInput!) { importForwardPlan(input: $input) { ${LINES} meetings { meetsOn startsAt isNew note }
  forwardPlanEntries { title leadOfficersAsWritten isForFullCouncil isConfidential draftReportDueOn dispatchOn keyDecisionReference meeting { meetsOn } } } }`;
const AGENDA = `mutation ($input: ImportAgendaInput!) { importAgenda(input: $input) { ${LINES} about { meetsOn startsAt isNew note }
  meeting { id startsAt agendaItems { number title section startsAt minutes presentersAsWritten } } agendaItems { id } } }`;

interface Line {
  title: string;
  outcome: string;
  meetsOn: string | null;
  notes: string[];
}

describeWithData('a real agenda and its forward plan', (read) => {
  const pack = (file: string) => read('cambridgeshire-peterborough-2023', file);
  let world: Publishing;
  beforeAll(async () => {
    world = await startPublishing();
    // Whose rules want the chair’s reason for what comes late: what was years ago is not late.
    await world.adopt('HEALTH_AND_WELLBEING_BOARD');
  });
  afterAll(() => world.app.close());

  it('brings in the agenda of 21 July 2023 with its eight items, each at its time', async () => {
    const { importAgenda } = await world.chair.ok<{
      importAgenda: {
        lines: Line[];
        about: object;
        meeting: { startsAt: string; agendaItems: Record<string, unknown>[] };
      };
    }>(AGENDA, { input: { boardId: world.boardId, content: pack('agenda.csv') } });
    expect(importAgenda.about).toEqual({ meetsOn: '2023-07-21', startsAt: '10:30', isNew: true, note: null });
    const items = importAgenda.meeting.agendaItems;
    expect(items.map(({ number, startsAt }) => [number, startsAt])).toEqual([
      [1, '10:30'],
      [2, '10:35'],
      [3, '10:40'],
      [4, '10:50'],
      [5, '11:30'],
      [6, '11:50'],
      [7, '12:20'],
      [8, null],
    ]);
    expect(items.map(({ section }) => section)).toEqual([
      ...['Constitutional Matters', 'Constitutional Matters', 'Business Delivery'],
      ...['Strategy Development', 'Strategy Development', 'Strategy Development'],
      ...['Governance', 'Governance'],
    ]);
    expect(items[3]).toMatchObject({
      title: 'HWB ICS Strategy Priority 2 – Update on Obesity Action Plan',
      presentersAsWritten: 'Jyoti Atri / Val Thomas',
      minutes: 40,
    });
    const said = importAgenda.lines.filter(({ notes }) => notes.length > 0);
    expect(said.map(({ title, notes }) => [title, notes])).toEqual([
      ['HWB ICP Forward Agenda Plan', ['How long it takes is not written: 10 minutes were taken.']],
    ]);
  });

  it('brings in all eight rows of the forward plan, or says why not', async () => {
    const input = { boardId: world.boardId, content: pack('forward-plan.csv') };
    const { importForwardPlan } = await world.chair.ok<{
      importForwardPlan: { lines: Line[]; meetings: object[]; forwardPlanEntries: Record<string, unknown>[] };
    }>(PLAN, { input });
    expect(importForwardPlan.lines).toHaveLength(8);
    expect(importForwardPlan.lines.map(({ outcome, meetsOn }) => [outcome, meetsOn])).toEqual([
      ['PASSED_OVER', null],
      ['PASSED_OVER', null],
      ['PASSED_OVER', null],
      ['ADDED', '2023-10-20'],
      ['ADDED', '2023-10-20'],
      ['ADDED', '2024-01-19'],
      ['ADDED', '2024-01-19'],
      ['ADDED', '2024-03-22'],
    ]);
    expect(importForwardPlan.lines[0]?.notes).toEqual(['A standing item: each agenda begins with its own.']);
    // The board’s meeting of July began at 10:30.
    expect(importForwardPlan.meetings).toEqual(
      ['2023-10-20', '2024-01-19', '2024-03-22'].map((meetsOn) => ({
        ...{ meetsOn, startsAt: '10:30', isNew: true },
        note: 'When it begins is not written: 10:30, as this board’s latest meeting.',
      })),
    );
    const [first, second] = importForwardPlan.forwardPlanEntries;
    expect(first).toEqual({
      title: 'ICS Estate Strategy Next Steps',
      leadOfficersAsWritten: 'Kit Connick',
      isForFullCouncil: true,
      isConfidential: false,
      draftReportDueOn: null,
      dispatchOn: null,
      keyDecisionReference: null,
      meeting: { meetsOn: '2023-10-20' },
    });
    expect(second).toMatchObject({
      title: 'HWB Integrated Care Priority Update (two chapters scheduled TBC)',
      isForFullCouncil: false,
      meeting: { meetsOn: '2023-10-20' },
    });
  });

  it('adds nothing when the same files come again', async () => {
    const again = await world.chair.ok<{ importForwardPlan: { lines: Line[]; meetings: object[] } }>(PLAN, {
      input: { boardId: world.boardId, content: pack('forward-plan.csv') },
    });
    expect(again.importForwardPlan.meetings).toEqual([]);
    expect(again.importForwardPlan.lines.map(({ outcome }) => outcome)).not.toContain('ADDED');
    const agenda = await world.chair.ok<{
      importAgenda: { lines: Line[]; meeting: { agendaItems: unknown[] } };
    }>(AGENDA, { input: { boardId: world.boardId, content: pack('agenda.csv') } });
    expect(agenda.importAgenda.lines.map(({ outcome }) => outcome)).toEqual(Array(8).fill('KNOWN'));
    expect(agenda.importAgenda.meeting.agendaItems).toHaveLength(8);
  });
});
