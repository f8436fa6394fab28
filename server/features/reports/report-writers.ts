import { randomUUID } from 'node:crypto';
import type { Wake } from '../../platform/changes/wake.js';
import type { Row } from '../../platform/db/base.js';
import type { ActingPerson } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';

/** Where somebody is in the text, as their page sent it. */
export interface Pointed {
  personId: string;
  key: string;
  cursor: string | null;
}

interface Present {
  personId: string;
  organisationId: string | null;
  key: string;
  since: string;
}

interface Said {
  pointed?: Pointed;
  from?: string;
  present?: Present[];
}

/** Others’ words are good for this long: a process that dies takes its people with it. */
const FORGET_MS = 12_000;
const REPEAT_MS = 4_000;
/** A message to other processes has to fit into 8,000 bytes. */
const MOST_TOLD = 30;
const LONGEST_KEY = 40;

/** Who has which report open and where in it they are. Never stored: processes tell each other. */
export class Writers {
  private readonly self = randomUUID();
  private readonly mine = new Map<string, Set<Present>>();
  private readonly others = new Map<string, Map<string, { present: Present[]; until: number }>>();
  private readonly cursors = new Map<string, Map<string, Pointed>>();
  private readonly timer = setInterval(() => this.repeat(), REPEAT_MS);

  constructor(private readonly wake: Wake) {
    this.timer.unref();
  }

  come(reportId: string, { id: personId, organisationId }: ActingPerson, key: string): () => void {
    const own = {
      personId,
      organisationId,
      key: pageKey(key),
      since: new Date().toISOString(),
    };
    const all = this.mine.get(reportId) ?? new Set();
    this.mine.set(reportId, all.add(own));
    this.callOthers(reportId);
    return () => {
      all.delete(own);
      if (all.size === 0) this.mine.delete(reportId);
      this.cursors.get(reportId)?.delete(own.key);
      this.callOthers(reportId);
    };
  }

  hear(reportId: string, { pointed, from, present }: Said): void {
    // Only of those who are there: whoever points without having it open is told of to nobody.
    if (pointed && this.everyone(reportId).some((one) => isOf(one, pointed))) {
      const cursors = this.cursors.get(reportId) ?? new Map<string, Pointed>();
      this.cursors.set(reportId, cursors.set(pointed.key, pointed));
    }
    if (from && present) {
      const said = this.others.get(reportId) ?? new Map<string, { present: Present[]; until: number }>();
      this.others.set(reportId, said.set(from, { present, until: Date.now() + FORGET_MS }));
    }
  }

  /** Those present, of whom this reader may know. */
  async seenBy(reader: Reader, reportId: string): Promise<Row[]> {
    const present = this.everyone(reportId);
    const known = await reader.query<{ id: string }>(`select id from people where id = any ($1::uuid[])`, [
      present.map(({ personId }) => personId),
    ]);
    const seen = new Set(known.map(({ id }) => id));
    const cursors = this.cursors.get(reportId);
    return present
      .filter(({ personId }) => seen.has(personId))
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.key < b.key ? -1 : 1))
      .map((one) => {
        const at = cursors?.get(one.key);
        return { id: one.key, ...one, cursor: at && isOf(one, at) ? at.cursor : null };
      });
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private everyone(reportId: string): Present[] {
    const said = [...(this.others.get(reportId)?.values() ?? [])].flatMap(({ present }) => present);
    return [...(this.mine.get(reportId) ?? []), ...said];
  }

  private callOthers(reportId: string): void {
    const present = [...(this.mine.get(reportId) ?? [])].slice(-MOST_TOLD);
    this.wake.call('reports', JSON.stringify({ id: reportId, from: this.self, present }));
  }

  private repeat(): void {
    const now = Date.now();
    for (const [reportId, processes] of this.others) {
      for (const [from, { until }] of processes) if (until < now) processes.delete(from);
      if (processes.size === 0) this.others.delete(reportId);
    }
    for (const reportId of this.cursors.keys())
      if (this.everyone(reportId).length === 0) this.cursors.delete(reportId);
    for (const reportId of this.mine.keys()) this.callOthers(reportId);
  }
}

/** What names a page, as it is told to other processes: plain and short, for all they are told has room for little. */
export const pageKey = (key: string): string => key.replace(/[^\w-]/g, '').slice(0, LONGEST_KEY);

const isOf = (one: Present, { personId, key }: Pointed) => one.personId === personId && one.key === key;
