import { BragStatus } from '../../schema/vocabulary';

/** A piece of a published plan, and the same piece many times over to show that length costs nothing. */

export interface SampleAction {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly lead: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly status: BragStatus;
  readonly children: readonly SampleAction[];
}

const TITLES = [
  'Commission an independent stocktake of digital health and care systems currently operated across Cumbria',
  'Health & Wellbeing Board to receive the Digital Stocktake report and agree next steps',
  'Establish a clear list of remaining technical deployment and integration work instigated as a result of the Cumbria Digital Roadmap (specifically referral flow in Strata and record sharing through MIG)',
  'Agree one approach to winter across north and south',
  'Recruitment hub for the whole system',
  'Single induction for health and care staff, with a shared training passport',
];
const LEADS = [
  'University Hospitals of Morecambe Bay',
  'Cumbria County Council',
  'North Cumbria CCG',
  'Eden District Council',
  'Healthwatch Cumbria',
];
const STATUSES = [
  BragStatus.GREEN,
  BragStatus.AMBER,
  BragStatus.RED,
  BragStatus.BLUE,
  BragStatus.GREEN,
  BragStatus.NOT_YET_RATED,
];
const DUE = ['Oct 2018', '30 Apr 2018', 'Jan 2019', 'Ongoing', 'Autumn 2018', 'TBC'];

const pick = <T>(from: readonly T[], at: number, otherwise: T): T => from[at % from.length] ?? otherwise;

function sampleAction(reference: string, at: number, children: readonly SampleAction[]): SampleAction {
  return {
    id: reference,
    reference,
    title: pick(TITLES, at, ''),
    lead: pick(LEADS, at, ''),
    due: pick(DUE, at, ''),
    isOverdue: at % 6 === 1,
    status: pick(STATUSES, at, BragStatus.NOT_YET_RATED),
    children,
  };
}

const times = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));

/** 100 × 9 × 10 actions and the levels above them: ten thousand rows when all are open. */
export const SAMPLE_PLAN: readonly SampleAction[] = times(100, (strand) =>
  sampleAction(
    `WS${strand + 1} A`,
    strand,
    times(9, (group) =>
      sampleAction(
        `WS${strand + 1} A${group + 1}`,
        strand + group + 1,
        times(10, (leaf) =>
          sampleAction(`WS${strand + 1} A${group + 1}.${leaf + 1}`, strand + group + leaf + 2, []),
        ),
      ),
    ),
  ),
);
