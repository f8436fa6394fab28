import * as queries from './queries.js';
import { report } from './report.js';
import * as rival from './rival.js';
import type { Cluster } from './stand.js';
import { ask, plain, type Stand } from './stand.js';
import { type Contestant, explain, inTurns } from './turns.js';

/** Of the hand-written statement’s throughput; less where that answers within a millisecond. */
const SHARE = 0.5;
const SHARE_OF_BRIEF = 0.35;
/** Of PostGraphile’s. */
const TIMES_RIVAL = 2;

interface Read {
  what: string;
  ours: Contestant['next'];
  theirs: Contestant['next'];
  /** Absent where PostGraphile has no such question. */
  rivals?: Contestant['next'];
}

/** The reads, each asked of the product, of hand-written SQL and, the six of them that it can answer, of PostGraphile: the same question, the same data. */
export function readsOf({ made, cookies }: Stand): Read[] {
  const mine = (query: string, variables: object) => ask(query, variables, cookies[0]);
  const action = (n: number) => made.actionIds[(n * 37) % made.actionIds.length] ?? '';
  const [organisation = ''] = made.organisationIds;
  const today = new Date().toISOString().slice(0, 10);
  return [
    {
      what: 'plan board',
      ours: () => mine(queries.PLAN_BOARD, { id: made.planId }),
      theirs: () => plain('/plan-board', made.planId),
      rivals: () => ask(rival.PLAN_BOARD, { id: made.planId }),
    },
    {
      what: 'one action with all its ends',
      ours: (n) => mine(queries.ACTION, { id: action(n) }),
      theirs: (n) => plain('/action', action(n)),
      rivals: (n) => ask(rival.ACTION, { id: action(n) }),
    },
    {
      what: 'interdependency totals',
      ours: () => mine(queries.TOTALS, { within: made.planId }),
      theirs: () => plain('/totals', made.planId),
      rivals: () => ask(rival.TOTALS, { within: made.planId }),
    },
    {
      what: 'map of the whole partnership',
      ours: () => mine(queries.TOTALS, { within: made.partnershipId }),
      theirs: () => plain('/whole-map', made.partnershipId),
    },
    {
      what: 'filtered list page',
      ours: () => mine(queries.LIST, { within: made.planId }),
      theirs: () => plain('/list', made.planId),
      rivals: () => ask(rival.LIST, { within: made.planId }),
    },
    {
      what: 'my overdue actions',
      ours: () => mine(queries.OVERDUE, { within: made.partnershipId, mine: [organisation] }),
      theirs: () => plain('/overdue', made.partnershipId, organisation),
      rivals: () => ask(rival.OVERDUE, { within: made.partnershipId, mine: organisation, today }),
    },
    {
      what: 'a board’s view',
      ours: () => mine(queries.BOARD_VIEW, { id: made.boardId }),
      theirs: () => plain('/board-view', made.boardId),
      rivals: () => ask(rival.BOARD_VIEW, { id: made.boardId, today }),
    },
  ];
}

/** Too dear to be one of what many ask at once: asked by the few who look after a partnership. */
const healthOf = ({ made, cookies }: Stand): Read => ({
  what: 'health of the whole partnership',
  ours: () => ask(queries.HEALTH, { within: made.partnershipId }, cookies[0]),
  theirs: () => plain('/health', made.partnershipId),
});

export async function measureReads(stand: Stand, cluster: Cluster): Promise<void> {
  const product = await stand.product();
  const baseline = await stand.baseline();
  const other = await stand.rival();
  if (!other) console.log('PostGraphile is not installed: nothing is measured against it.');
  const only = process.env['BENCH_ONLY'] ?? '';
  const reads = [...readsOf(stand), healthOf(stand)].filter(({ what }) => what.includes(only));
  for (const { what, ours, theirs, rivals } of reads)
    for (const connections of [1, 32]) {
      const contestants = [
        { served: product, next: ours },
        { served: baseline, next: theirs },
        ...(other && rivals ? [{ served: other, next: rivals }] : []),
      ];
      if (process.env['BENCH_CPU']) await explain(what, contestants, connections, cluster);
      const [our, bare, rival_] = await inTurns(contestants, connections);
      if (!our || !bare) continue;
      const named = `${what}, ${connections} connection${connections > 1 ? 's' : ''}`;
      const brief = connections === 1 && bare.perSecond > 1_000;
      const sizes = `${our.bytes} and ${bare.bytes} bytes`;
      report(
        `${named}: of hand-written SQL`,
        our.perSecond / bare.perSecond,
        { atLeast: brief ? SHARE_OF_BRIEF : SHARE },
        `${our.perSecond.toFixed(0)}/s of ${bare.perSecond.toFixed(0)}/s, ${sizes}`,
      );
      if (rival_)
        report(
          `${named}: times PostGraphile`,
          our.perSecond / rival_.perSecond,
          { atLeast: TIMES_RIVAL },
          `${our.perSecond.toFixed(0)}/s to ${rival_.perSecond.toFixed(0)}/s, ${our.bytes} and ${rival_.bytes} bytes`,
        );
    }
}
