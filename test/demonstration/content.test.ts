import { describe, expect, it } from 'vitest';
import {
  AudienceKind,
  BragStatus,
  CrossReferenceKind,
  CrossReferenceStatus,
  OwnershipRole,
  TimingPrecision,
} from '../../schema/vocabulary.js';
import type { ActionContent, RiskContent } from '../../server/demonstration/content.types.js';
import { demonstration as demo } from '../../server/demonstration/demonstration.content.js';
import { writtenOn } from '../../server/demonstration/plans.content.js';
import { isOverdue, readTiming, type Timing } from '../../server/features/actions/timing.rules.js';

type Keyed = { key: string };
const keysOf = (items: Keyed[]) => new Set(items.map((item) => item.key));
const byKey = <T extends Keyed>(items: T[]) => new Map(items.map((item) => [item.key, item]));

const organisations = keysOf(demo.organisations);
const people = byKey(demo.people);
const posts = byKey(demo.posts);
const abus = byKey(demo.abus);
const boards = byKey(demo.boards);
const plans = byKey(demo.plans);
const priorities = keysOf(demo.priorities);
const workstreams = byKey(demo.workstreams);
const actions: Map<string, ActionContent> = byKey(demo.actions);
const updateKeys = new Set(demo.updates.map((u) => `${u.action}/${u.organisation}/${u.period}`));

const known: Record<string, { has(key: string): boolean }> = {
  organisation: organisations,
  person: people,
  post: posts,
  abu: abus,
  board: boards,
  plan: plans,
  priority: priorities,
  workstream: workstreams,
  action: actions,
  risk: keysOf(demo.risks),
  external: keysOf(demo.externalDependencies),
  'cross-reference': keysOf(demo.crossReferences),
  update: updateKeys,
};

/** True for an outside body, which is its own name, and for 'kind:key' of something that exists. */
function resolves(reference: string): boolean {
  const colon = reference.indexOf(':');
  const [kind, key] = [reference.slice(0, colon), reference.slice(colon + 1)];
  return kind === 'outside' ? key !== '' : (known[kind]?.has(key) ?? false);
}

const unresolved = (kind: string, keys: Iterable<string | undefined>) =>
  [...keys].filter((key) => key !== undefined && !known[kind]?.has(key));

const audiences = [
  ...demo.actions,
  ...demo.updates,
  ...demo.crossReferences,
  ...demo.risks,
  ...demo.comments,
].flatMap((item) => (item.audience ? [item.audience] : []));

function timingOf(action: ActionContent): Timing {
  const plan = plans.get(workstreams.get(action.workstream)?.plan ?? '');
  if (!plan) throw new Error(`${action.key} stands in no plan`);
  return readTiming(action.timing, { yearOneStart: plan.yearOneStartsOn, periodEnd: plan.endsOn });
}

/** The organisation that answers for an owner: itself, or the host of the ABU, board or post. */
function organisationsBehind(action: ActionContent): string[] {
  return action.owners.flatMap(({ party }) => {
    const [kind, key = ''] = party.split(':');
    if (kind === 'organisation') return [key];
    if (kind === 'post') return [posts.get(key)?.organisation ?? ''];
    if (kind === 'abu') return abus.get(key)?.members ?? [];
    if (kind === 'board') return [boards.get(key)?.host ?? ''];
    return [];
  });
}

describe('the keys of the demonstration', () => {
  it('are each used once in their kind', () => {
    const lists: Keyed[][] = [
      demo.organisations,
      demo.people,
      demo.posts,
      demo.abus,
      demo.boards,
      demo.seats,
      demo.plans,
      demo.priorities,
      demo.workstreams,
      demo.actions,
      demo.externalDependencies,
      demo.crossReferences,
      demo.risks,
      demo.risks.flatMap((risk) => risk.mitigations),
      demo.comments,
    ];
    for (const list of lists) expect(keysOf(list).size).toBe(list.length);
    expect(updateKeys.size).toBe(demo.updates.length);
  });

  it('resolve for bodies, people, posts and seats', () => {
    expect(
      unresolved(
        'organisation',
        demo.people.map((p) => p.organisation),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.posts.flatMap((p) => p.holders.map((h) => h.person)),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.seats.flatMap((s) => s.holders.map((h) => h.person)),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'post',
        demo.seats.map((s) => s.post),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'board',
        demo.seats.map((s) => s.board),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'post',
        demo.boards.flatMap((b) => (b.rules.quorum.parts ?? []).flatMap(({ posts = [] }) => posts)),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.seats.flatMap((s) => s.deputies ?? []),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.accounts.map((a) => a.person),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'board',
        demo.boards.flatMap((b) => b.reportsTo),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'post',
        demo.abus.map((a) => a.managingDirector),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'board',
        demo.abus.flatMap((a) => a.answersTo),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'priority',
        demo.abus.flatMap((a) => a.delivers),
      ),
    ).toEqual([]);
    for (const abu of demo.abus) expect(abu.members).toContain(abu.host);
  });

  it('resolve for plans, priorities and workstreams', () => {
    expect(
      unresolved(
        'post',
        demo.priorities.flatMap((p) => p.sros),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'abu',
        demo.priorities.flatMap((p) => p.abus),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'board',
        demo.priorities.flatMap((p) => p.overseenBy),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'post',
        demo.workstreams.flatMap((w) => w.sponsors),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'priority',
        demo.workstreams.flatMap((w) => w.serves),
      ),
    ).toEqual([]);
  });

  it('resolve for actions, updates and date changes', () => {
    expect(
      unresolved(
        'action',
        demo.actions.map((a) => a.parent),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'workstream',
        demo.actions.map((a) => a.workstream),
      ),
    ).toEqual([]);
    expect(demo.actions.flatMap((a) => a.owners.map((o) => o.party)).filter((p) => !resolves(p))).toEqual([]);
    expect(
      unresolved(
        'action',
        demo.updates.map((u) => u.action),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.updates.map((u) => u.author),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'action',
        demo.dateChanges.map((d) => d.action),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.dateChanges.flatMap((d) => [d.requestedBy, d.decidedBy]),
      ),
    ).toEqual([]);
  });

  it('resolve for cross-references, risks, comments and audiences', () => {
    const ends = demo.crossReferences.flatMap((x) => [
      x.from,
      x.to,
      ...(x.writtenAs ? [x.writtenAs.in] : []),
    ]);
    expect(ends.filter((end) => !resolves(end))).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.crossReferences.flatMap((x) => [x.proposedBy, x.answeredBy]),
      ),
    ).toEqual([]);
    const riskEnds = demo.risks.flatMap((r) => [r.owner, ...r.mitigations.map((m) => m.owner)]);
    expect(riskEnds.filter((end) => !resolves(end))).toEqual([]);
    expect(
      unresolved(
        'action',
        demo.risks.flatMap((r) => r.names.map((n) => n.action)),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'action',
        demo.risks.flatMap((r) => r.mitigations.map((m) => m.action)),
      ),
    ).toEqual([]);
    expect(
      unresolved(
        'workstream',
        demo.risks.map((r) => r.workstream),
      ),
    ).toEqual([]);
    expect(demo.comments.map((c) => c.on).filter((on) => !resolves(on))).toEqual([]);
    expect(
      unresolved(
        'person',
        demo.comments.map((c) => c.author),
      ),
    ).toEqual([]);
    const comments = keysOf(demo.comments);
    expect(demo.comments.filter((c) => c.replyTo && !comments.has(c.replyTo))).toEqual([]);
    for (const audience of audiences) {
      if (audience.kind === AudienceKind.PEOPLE) expect(unresolved('person', audience.people)).toEqual([]);
    }
  });
});

describe('the size of the demonstration', () => {
  it('is that of a real partnership', () => {
    expect(demo.organisations.length).toBeGreaterThanOrEqual(9);
    expect(demo.people.length).toBeGreaterThanOrEqual(30);
    expect(demo.accounts.length).toBeGreaterThanOrEqual(10);
    expect(demo.abus.length).toBe(3);
    expect(demo.boards.length).toBeGreaterThanOrEqual(4);
    expect(demo.workstreams.length).toBeGreaterThanOrEqual(10);
    expect(demo.actions.length).toBeGreaterThanOrEqual(70);
    expect(demo.updates.length).toBeGreaterThanOrEqual(150);
    expect(demo.crossReferences.length).toBeGreaterThanOrEqual(40);
    expect(demo.externalDependencies.length).toBeGreaterThanOrEqual(5);
    expect(demo.risks.length).toBeGreaterThanOrEqual(12);
    expect(demo.comments.length).toBeGreaterThanOrEqual(20);
  });

  it('shows every status, every answer and every kind of restriction', () => {
    expect(new Set(demo.actions.map((a) => a.status)).size).toBe(Object.keys(BragStatus).length);
    expect(new Set(demo.crossReferences.map((x) => x.status)).size).toBe(
      Object.keys(CrossReferenceStatus).length,
    );
    expect(new Set(audiences.map((audience) => audience.kind)).size).toBe(3);
  });

  it('has one abbreviation that means two bodies', () => {
    const aliases = [...demo.organisations, ...demo.abus, ...demo.boards].flatMap((body) => body.aliases);
    expect(aliases.filter((alias, at) => aliases.indexOf(alias) !== at)).toEqual(['WCP']);
  });

  it('repeats a reference within a workstream where people did', () => {
    const repeated = demo.actions.filter((a) =>
      demo.actions.some((b) => b !== a && b.workstream === a.workstream && b.reference === a.reference),
    );
    expect(repeated.map((a) => a.reference)).toEqual(['B4', 'B4']);
  });
});

describe('actions', () => {
  it('have exactly one accountable owner, unless the gap is stated', () => {
    for (const action of demo.actions) {
      const accountable = action.owners.filter((o) => o.role === OwnershipRole.ACCOUNTABLE).length;
      expect([action.key, accountable]).toEqual([action.key, action.isOwnerGap ? 0 : 1]);
    }
  });

  it('stand under a parent of their own workstream', () => {
    const strays = demo.actions.filter((a) => a.parent && actions.get(a.parent)?.workstream !== a.workstream);
    expect(strays).toEqual([]);
  });

  it('are Blue only when a sponsor of the workstream has signed them off', () => {
    for (const action of demo.actions) {
      expect([action.key, action.signOff !== undefined]).toEqual([
        action.key,
        action.status === BragStatus.BLUE,
      ]);
      if (!action.signOff) continue;
      const { by, on } = action.signOff;
      const sponsors = (workstreams.get(action.workstream)?.sponsors ?? []).flatMap((post) =>
        (posts.get(post)?.holders ?? [])
          .filter((h) => h.from <= on && on <= (h.until ?? on))
          .map((h) => h.person),
      );
      expect(sponsors, action.key).toContain(by);
    }
  });

  it('end their rating history, in order, at the status they have', () => {
    for (const action of demo.actions) {
      const days = action.ratings.map((r) => r.on);
      expect([...days].sort(), action.key).toEqual(days);
      expect(action.ratings.at(-1)?.status, action.key).toBe(action.status);
    }
  });

  it('have deadlines that can all be read', () => {
    const unread = demo.actions.filter((a) => timingOf(a).precision === TimingPrecision.NOT_UNDERSTOOD);
    expect(unread.map((a) => a.timing)).toEqual([]);
  });

  it('are overdue in several organisations, and others fall due within thirty days', () => {
    const overdue = demo.actions.filter((a) => isOverdue(timingOf(a), a.status, writtenOn));
    expect(overdue.length).toBeGreaterThanOrEqual(10);
    expect(new Set(overdue.flatMap((a) => organisationsBehind(a)[0] ?? [])).size).toBeGreaterThanOrEqual(4);
    const soon = demo.actions.filter((a) => {
      const end = timingOf(a).end;
      return end !== null && end > writtenOn && end <= '2026-12-22' && a.status !== BragStatus.BLUE;
    });
    expect(soon.length).toBeGreaterThanOrEqual(10);
  });
});

describe('updates', () => {
  it('are made by an organisation that shares in the action, in the hand of one of its officers', () => {
    for (const update of demo.updates) {
      const action = actions.get(update.action);
      expect(action && organisationsBehind(action), update.action).toContain(update.organisation);
      expect(people.get(update.author)?.organisation, update.narrative).toBe(update.organisation);
    }
  });

  it('cover each of the six months to November 2026, none later than the day of writing', () => {
    const periods = [...new Set(demo.updates.map((u) => u.period))].sort();
    expect(periods).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
    for (const update of demo.updates) {
      expect(update.reportedOn.startsWith(update.period), update.narrative).toBe(true);
      expect(update.reportedOn <= writtenOn, update.narrative).toBe(true);
    }
  });

  it('come from two or more organisations for one period of some actions', () => {
    const count = new Map<string, number>();
    for (const u of demo.updates)
      count.set(`${u.action}/${u.period}`, (count.get(`${u.action}/${u.period}`) ?? 0) + 1);
    expect([...count.values()].filter((n) => n > 1).length).toBeGreaterThanOrEqual(10);
  });
});

describe('cross-references', () => {
  it('quote words that stand where they say', () => {
    for (const { key, writtenAs } of demo.crossReferences) {
      if (!writtenAs) continue;
      const source = writtenAs.in;
      const update = demo.updates.find((u) => `update:${u.action}/${u.organisation}/${u.period}` === source);
      const workstream = demo.workstreams.find((w) => `workstream:${w.key}` === source);
      const text = update?.narrative ?? Object.values(workstream?.narrative ?? {}).join('\n');
      expect(text, key).toContain(writtenAs.text);
    }
  });

  it('include dependencies under strain: on what is Red or Amber, overdue, or due later', () => {
    const dependencies = demo.crossReferences.filter((x) => x.kind === CrossReferenceKind.DEPENDS_ON);
    const strained = dependencies.filter((x) => {
      const [needing, needed] = [x.from, x.to].map((end) => actions.get(end.replace('action:', '')));
      if (!needed || needed.status === BragStatus.BLUE) return false;
      const [wanted, due] = [needing ? timingOf(needing).end : null, timingOf(needed).end];
      const isLate = isOverdue(timingOf(needed), needed.status, writtenOn);
      const isLater = wanted !== null && due !== null && due > wanted;
      return isLate || isLater || [BragStatus.RED, BragStatus.AMBER].includes(needed.status);
    });
    expect(strained.length).toBeGreaterThanOrEqual(10);
    expect(strained.length).toBeLessThan(dependencies.length);
  });

  it('are answered when confirmed or disputed, and only then', () => {
    for (const x of demo.crossReferences) {
      const isAnswered =
        x.answeredBy !== undefined && x.answeredOn !== undefined && x.answeredOn >= x.proposedOn;
      expect([x.key, isAnswered]).toEqual([x.key, x.status !== CrossReferenceStatus.PROPOSED]);
    }
  });
});

describe('risks', () => {
  it('name some actions that resolve to nothing', () => {
    const names = demo.risks.flatMap((risk) => risk.names);
    expect(names.filter((name) => name.action === undefined).length).toBeGreaterThanOrEqual(3);
  });

  it('have one to three mitigations, and never a current score above the inherent', () => {
    const score = (s: RiskContent['current']) => s.likelihood * s.impact;
    for (const risk of demo.risks) {
      expect(risk.mitigations.length, risk.key).toBeGreaterThanOrEqual(1);
      expect(risk.mitigations.length, risk.key).toBeLessThanOrEqual(3);
      expect(score(risk.current), risk.key).toBeLessThanOrEqual(score(risk.inherent));
      expect(score(risk.target), risk.key).toBeLessThan(score(risk.current));
    }
  });
});

describe('the prose', () => {
  it('says nothing twice', () => {
    const texts = [
      ...demo.actions.flatMap((a) => [a.title, a.expectedOutcome]),
      ...demo.updates.map((u) => u.narrative),
      ...demo.workstreams.flatMap((w) => Object.values<string>({ ...w.narrative })),
      ...demo.crossReferences.flatMap((x) => [
        x.reason,
        ...(x.needed ? [x.needed.ifLate] : []),
        ...(x.promised ? [x.promised.why] : []),
      ]),
      ...demo.risks.flatMap((r) => [
        r.cause,
        r.event,
        r.effect,
        ...r.controls,
        ...r.mitigations.map((m) => m.title),
      ]),
      ...demo.comments.map((c) => c.text),
      ...demo.dateChanges.map((d) => d.reason),
    ];
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/)).map((s) => s.toLowerCase());
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });
});
