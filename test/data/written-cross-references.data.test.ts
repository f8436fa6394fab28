import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvRecords } from '../../server/platform/csv.js';
import { type Person, startApp, type TestApp } from '../support/app.js';
import { apply, base64, preview } from '../support/imports.js';
import { describeWithData, sharedData } from '../support/shared-data.js';
import {
  IN_CQC_WORKBOOK,
  IN_DELIVERY_PLAN,
  REPEATED_IN_REPORT,
  type Written,
} from './fixtures/written-cross-references.js';
import { rawCells } from './raw-cells.js';

const CQC = ['cumbria-cqc-2018', 'CQC Action Plan - November 2018.xlsx'];
const DELIVERY_PLAN = ['cambridgeshire-peterborough-2023', 'delivery-plan.csv'];

const REFERENCES = `query($within: ID!, $after: String) { crossReferences(within: $within, first: 50, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes { textAsWritten unresolvedBecause from { ...End } to { ...End } } } }
  fragment End on CrossReferenceEnd { __typename
    ... on Action { reference actionTitle: title workstream { number title } }
    ... on Risk { event riskIn: workstream { number title } }
    ... on Workstream { number workstreamTitle: title } }`;

interface End {
  __typename: string;
  reference?: string | null;
  actionTitle?: string;
  workstream?: { number: string | null; title: string };
  event?: string;
  riskIn?: { number: string | null; title: string };
  number?: string | null;
  workstreamTitle?: string;
}
interface Reference {
  textAsWritten: string;
  unresolvedBecause: string | null;
  from: End;
  to: End | null;
}

/** Where an end stands, as the fixtures say it. */
function placeOf({ reference, actionTitle = '', workstream, event, riskIn }: End): [string, string] {
  const at = workstream ?? riskIn;
  return [at?.number ?? at?.title ?? '', reference ?? event ?? actionTitle];
}

function leadsTo({ to, unresolvedBecause }: Reference): string {
  if (to === null) return `nowhere: ${unresolvedBecause}`;
  if (to.__typename === 'Workstream')
    return to.number ? `Workstream ${to.number}` : (to.workstreamTitle ?? '');
  return `WS${to.workstream?.number} ${to.reference}`;
}

/** Each reference on a line: where it stands, the words, where they lead. */
const linesOf = (written: readonly Written[]): string[] =>
  written
    .flatMap(({ at, words, leadsTo: to }) => to.map((one) => [at[0], at[1], words, one].join(' | ')))
    .sort();

describeWithData('every cross-reference written in real plans', (read) => {
  let app: TestApp;
  let lead: Person;
  let partnershipId: string;

  beforeAll(async () => {
    app = await startApp();
    partnershipId = await app.build.partnership();
    const organisationId = await app.build.organisation(partnershipId, { name: 'Cumbria County Council' });
    await app.build.person(partnershipId, { email: 'lead@cumbria', role: 'ADMIN', organisationId });
    lead = await app.as('lead@cumbria');
  });
  afterAll(() => app.close());

  async function bringIn(path: string[], plan: object): Promise<string> {
    const file = readFileSync(join(sharedData ?? '', ...path));
    const { id } = await preview(lead, {
      ...{ fileName: path.at(-1), contentBase64: base64(file) },
      newPlan: { partnershipId, kind: 'DELIVERY_PLAN', title: path.at(-1), ...plan },
    });
    return (await apply(lead, id)).plan?.id ?? '';
  }

  async function referencesIn(planId: string): Promise<Reference[]> {
    const found: Reference[] = [];
    let after: string | null = null;
    do {
      const { crossReferences }: { crossReferences: Page } = await lead.ok<{ crossReferences: Page }>(
        REFERENCES,
        { within: planId, after },
      );
      found.push(...crossReferences.nodes);
      after = crossReferences.pageInfo.hasNextPage ? crossReferences.pageInfo.endCursor : null;
    } while (after !== null);
    return found;
  }
  interface Page {
    nodes: Reference[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  }

  /** What stands in a plan, said as the fixtures say it: an item by as many of its first words as they give. */
  const linesIn = (references: readonly Reference[], written: readonly Written[]): string[] =>
    references
      .map((reference) => {
        const [workstream, item] = placeOf(reference.from);
        // "A1" is an action, and the beginning of a risk about A1 and others.
        const [listed] = written
          .flatMap(({ at }) => (at[0] === workstream && item.startsWith(at[1]) ? [at[1]] : []))
          .sort((a, b) => b.length - a.length);
        return [workstream, listed ?? item, reference.textAsWritten, leadsTo(reference)].join(' | ');
      })
      .sort();

  test('stands word for word in the cell that is said', () => {
    const cells = rawCells(...CQC);
    for (const { cell, words } of IN_CQC_WORKBOOK)
      expect(cells.get(cell.join('!')), cell.join('!')).toContain(words);
    for (const [cell, sheet, of] of REPEATED_IN_REPORT)
      expect(cells.get(`Highlight Report!${cell}`)?.toLowerCase()).toBe(
        cells.get(`${sheet}!${of}`)?.toLowerCase(),
      );
    const rows = csvRecords(read(...(DELIVERY_PLAN as [string, string])));
    for (const { cell, words } of IN_DELIVERY_PLAN)
      expect(rows.find((row) => row['source_line'] === cell[0])?.['deliverable']).toContain(words);
  });

  test('of the workbook is there once it is brought in, resolved or with the reason, and nothing else is', async () => {
    const planId = await bringIn(CQC, { startsOn: '2018-04-01', endsOn: '2019-03-31' });
    expect(linesIn(await referencesIn(planId), IN_CQC_WORKBOOK)).toEqual(linesOf(IN_CQC_WORKBOOK));
  });

  test('of the delivery plan likewise', async () => {
    const planId = await bringIn(DELIVERY_PLAN, { startsOn: '2023-04-01', endsOn: '2028-03-31' });
    expect(linesIn(await referencesIn(planId), IN_DELIVERY_PLAN)).toEqual(linesOf(IN_DELIVERY_PLAN));
  });
});
