import { getMetadataArgsStorage } from 'typeorm';
import { apply, base64, preview, undo } from '../support/imports.js';
import { type Circle, type HiddenWorld, momentIn } from './hidden-world.js';
import { Reporter } from './reporter.js';
import { Secretary } from './secretary.js';

type Input = Record<string, unknown>;

/** What stands in one circle, by what it is. */
export type Hidden = Record<string, string>;

/** Somebody who makes, changes and takes away what others may not see, always through the door. */
export class Keeper {
  private next = 0;
  /** What the latest workbook called an action: what is reworked is called the same, so that they may be the same work. */
  private imported: string | null = null;
  /** Moments at which something stood open that was narrowed right after. */
  readonly moments: string[] = [];
  /** The circle that each hidden plan is in. */
  private readonly circles = new Map<string, Circle>();

  private readonly secretary: Secretary;
  private readonly reporter: Reporter;

  constructor(private readonly world: HiddenWorld) {
    this.secretary = new Secretary(this, world);
    this.reporter = new Reporter(this, world);
  }

  /**
   * What others are to be hidden in: made open and narrowed at once, so that others heard of it once and may
   * remember that much.
   */
  async narrow(circle: Circle): Promise<Hidden> {
    const { partnershipId, north, visible, audiences } = this.world;
    const audience = audiences[circle];
    const { planId } = visible;
    const period = { startsOn: '2018-04-01', endsOn: '2040-03-31', kind: 'ACTION_PLAN' };
    const boardId = audiences.board['boardId'];
    // For all partners, by somebody who sees more than they do: nothing of that may be in it.
    await this.freeze(planId, { kind: 'PARTNERSHIP' });
    const plan = await this.make('createPlan', { partnershipId, boardId, title: this.word(), ...period });
    await this.change('restrictPlan', plan, { audience });
    const workstream = await this.make('createWorkstream', {
      ...{ planId, leadOrganisationId: north, title: this.word(), number: this.word() },
    });
    await this.change('restrictWorkstream', workstream, { audience });
    const action = await this.action(visible.northWorkstream);
    await this.make('proposeCrossReference', {
      ...{ fromId: visible.northAction, toId: action, kind: 'RELATES_TO', note: this.word() },
    });
    // Frozen for all partners while it stood open: narrowed, it takes the copy along.
    await this.freeze(planId, { kind: 'PARTNERSHIP' });
    this.moments.push(await momentIn(this.world));
    await this.change('restrictAction', action, { audience });
    await this.contact(action);
    const risk = await this.risk(planId, visible.northWorkstream);
    await this.change('restrictRisk', risk, { audience });
    this.circles.set(plan, circle);
    return { plan, workstream, action, risk, ...(await this.secretary.narrow(audience)) };
  }

  /** A pack of the board’s meeting, built. */
  pack(): Promise<void> {
    return this.secretary.pack();
  }

  /** Reports of an item that is open to all, one of them for the keeper alone. */
  reportsBeside(agendaItemId: string): Promise<void> {
    const { visible, audiences } = this.world;
    return this.reporter.beside(agendaItemId, visible.planId, audiences['person']);
  }

  /** A copy of a map, action by action, for a circle. */
  private freeze(within: string, audience: Record<string, unknown>): Promise<string> {
    const says = { title: this.word(), note: this.word() };
    return this.make('freezeInterdependencies', { within, level: 'ACTION', audience, ...says });
  }

  /** One of everything, in and under what is narrow already: nobody outside may notice. */
  async fill(narrow: Hidden): Promise<Hidden> {
    const { north, visible } = this.world;
    const { plan = '', workstream = '', action = '', risk = '' } = narrow;
    const owner = { role: 'SRO', organisationId: north, asWritten: this.word() };
    const priority = await this.make('createPriority', {
      ...{ planId: plan, number: this.word(), title: this.word(), description: this.word(), sros: [owner] },
      ...{ abuIds: [visible.abuId], overseeingBoardIds: [this.world.boardId] },
    });
    const strand = await this.make('createWorkstream', {
      ...{ planId: plan, leadOrganisationId: north, title: this.word(), priorityIds: [priority] },
    });
    const dependency = await this.make('createExternalDependency', {
      ...{ planId: plan, title: this.word(), controlledBy: this.word(), description: this.word() },
      ...{ timing: this.world.canaries.written(), status: 'RED' },
    });
    const first = await this.action(strand);
    const second = await this.action(workstream);
    const child = await this.action(visible.northWorkstream, action);
    const planRisk = await this.risk(plan, strand);
    const items: Hidden = { priority, strand, dependency, first, second, child, planRisk };
    items['mitigation'] = await this.make('createMitigation', {
      ...{ riskId: risk, description: this.word(), timing: this.world.canaries.written() },
      owners: [{ role: 'ACCOUNTABLE', organisationId: north }],
    });
    for (const actionId of [first, second, child, action])
      items[`update ${actionId}`] = await this.make('reportUpdate', {
        ...{ actionId, organisationId: north, period: '2018-07-01', narrative: this.word(), status: 'RED' },
      });
    for (const [itemType, itemId] of [
      ...[first, child, action].map((id) => ['Action', id]),
      ...[
        ['Risk', risk],
        ['Plan', plan],
        ['Workstream', workstream],
        ['ExternalDependency', dependency],
      ],
    ])
      items[`comment ${itemId}`] = await this.make('createComment', { itemType, itemId, text: this.word() });
    items['contact'] = await this.contact(child);
    await this.placeAll(items, narrow);
    await this.link(items, narrow);
    const proposedToo = [await this.risk(plan, strand), await this.risk(plan, strand)];
    Object.assign(items, await this.secretary.fill(narrow, items, proposedToo));
    Object.assign(items, await this.reporter.fill(narrow));
    const audience = this.world.audiences[this.circles.get(plan) ?? 'person'];
    items['frozen'] = await this.freeze(plan, audience);
    items['frozen beside'] = await this.freeze(visible.planId, audience);
    items['frozen and withdrawn'] = await this.freeze(plan, audience);
    await this.change('withdrawFrozenMap', items['frozen and withdrawn'], { because: this.word() });
    return items;
  }

  /** What all see stands in what is hidden, and the other way round; two that are hidden become one. */
  private async placeAll(items: Hidden, { workstream = '', action = '' }: Hidden): Promise<void> {
    const { northAction } = this.world.visible;
    const { strand = '', first = '' } = items;
    const place = (actionId: string, workstreamId: string) =>
      this.make('placeAction', { actionId, workstreamId, reference: this.word() });
    items['placement of visible'] = await place(northAction, strand);
    items['placement of hidden'] = await place(action, strand);
    items['placement'] = await place(first, workstream);
    const [kept, twin] = [await this.action(strand), await this.action(workstream)];
    await this.make('proposeCrossReference', { fromId: northAction, toId: twin, kind: 'DEPENDS_ON' });
    const version = await versionOf(this.world, twin);
    items['placement of kept'] = await this.make('combineActions', {
      ...{ keptId: kept, givenUpId: twin, expectedVersion: version },
    });
  }

  /** Between what is hidden and what everybody sees, in both directions and in every kind of words. */
  private async link(items: Hidden, { plan, workstream, action, risk }: Hidden): Promise<void> {
    const { northAction, southAction, southWorkstream, dependency } = this.world.visible;
    const pairs = [
      [northAction, action, 'DEPENDS_ON'],
      [northAction, items['second'], 'CONTRIBUTES_TO'],
      [northAction, items['dependency'], 'DEPENDS_ON'],
      [northAction, items['priority'], 'CONTRIBUTES_TO'],
      [action, southAction, 'DEPENDS_ON'],
      [items['child'], southWorkstream, 'RELATES_TO'],
      [items['first'], dependency, 'DEPENDS_ON'],
      [risk, southAction, 'CONTRIBUTES_TO'],
      [items['mitigation'], southAction, 'RELATES_TO'],
      [workstream, plan, 'RELATES_TO'],
    ];
    for (const [fromId, toId, kind] of pairs)
      items[`reference ${fromId} ${toId}`] = await this.make('proposeCrossReference', {
        ...{ fromId, toId, kind, note: this.word() },
      });
    await this.promise(items);
    items['unresolved'] = await this.make('proposeCrossReference', {
      ...{ fromId: items['first'], kind: 'RELATES_TO', text: this.word(), resolve: false },
    });
  }

  /** Needed by a day, promised for another, and late: days, reasons and notices are of the circle that the promise is of. */
  private async promise(items: Hidden): Promise<void> {
    const { north } = this.world;
    const { first: fromId, second: toId = '', dependency = '' } = items;
    const says = () => ({ kind: 'DEPENDS_ON', ifLate: this.word(), note: this.word() });
    await this.change('assignAction', toId, { leads: [{ role: 'ACCOUNTABLE', organisationId: north }] });
    const neededBy = this.world.canaries.day();
    const id = await this.make('proposeCrossReference', { fromId, toId, neededBy, ...says() });
    items['reference promise'] = id;
    const offer = { promisedBy: this.world.canaries.day(), confidence: 'LOW', reason: this.word() };
    await this.change('counterCrossReference', id, offer);
    await this.change('confirmCrossReference', id, {});
    await this.change('updateAction', toId, { timing: this.world.canaries.written() });
    const waits = await this.make('proposeCrossReference', { fromId, toId: dependency, ...says() });
    items['reference waits'] = waits;
    items['watch'] = await this.make('createWatch', {
      externalDependencyId: dependency,
      organisationId: north,
    });
    await this.change('updateExternalDependency', dependency, { timing: this.world.canaries.written() });
    const [notice] = await this.world.app.build.sql<{ id: string }>(
      `select id from impact_notices where cross_reference_id = $1 and organisation_id = $2`,
      [waits, north],
    );
    const answer = { answer: 'NEW_DATE', newDueOn: this.world.canaries.day(), note: this.word() };
    await this.change('answerImpactNotice', notice?.id ?? '', answer);
  }

  /** A little in and under what is narrow: enough to be told from what is narrow for another reason. */
  async fillSome({ action = '', risk = '', workstream = '' }: Hidden): Promise<void> {
    const { northWorkstream, northAction } = this.world.visible;
    await this.action(northWorkstream, action);
    await this.action(workstream);
    await this.make('createComment', { itemType: 'Risk', itemId: risk, text: this.word() });
    await this.make('proposeCrossReference', { fromId: northAction, toId: action, kind: 'DEPENDS_ON' });
  }

  /**
   * Two workbooks, one after the other, so that there is something to tell of what was changed, kept and missed.
   * Answers with the second import, and every word that stood in a file.
   */
  async import(planId: string): Promise<{ id: string; words: string[] }> {
    const words: string[] = [];
    const word = () => words[words.push(this.word()) - 1] ?? '';
    const head = 'Workstream,Ref,Action,Lead,Timescale,RAG,Expected outcome,Progress update';
    const strand = `Workstream 8: ${word()}`;
    const row = (reference: string, title: string) =>
      [strand, reference, title, word(), `sometime ${word()}`, 'Red', word(), `${word()}. Link to B77`].join(
        ',',
      );
    const bring = async (...rows: string[]) => {
      const contentBase64 = base64([head, ...rows, `${strand},,,${word()},,,,${word()}`].join('\n'));
      const { id } = await preview(this.world.keeper, { planId, fileName: 'A workbook.csv', contentBase64 });
      await apply(this.world.keeper, id);
      return id;
    };
    this.imported = `${word()} ${word()}`;
    await bring(row('Y1', word()), row('Y2', this.imported));
    const [first] = await this.world.app.build.sql<{ id: string }>(
      `select id from actions where plan_id = $1 and reference = 'Y1'`,
      [planId],
    );
    await this.change('updateAction', first?.id ?? '', { title: this.word() });
    return { id: await bring(row('Y1', word())), words };
  }

  /** Everything in it gets other words, another state, a narrower circle. */
  async rework(narrow: Hidden, items: Hidden): Promise<void> {
    const { action = '', workstream = '', risk = '' } = narrow;
    const { child = '', second = '', first = '', dependency = '', mitigation = '', priority = '' } = items;
    const { watch = '', contact = '' } = items;
    // In two plans by the same words, so that they may be the same work.
    const title = this.imported ?? `${this.word()} ${this.word()}`;
    for (const id of [action, child, second, first]) {
      await this.change('updateAction', id, { title, timing: 'May 2018' });
      await this.change('rateAction', id, { status: 'AMBER' });
    }
    await this.change('noteWatch', watch, {});
    await this.change('archiveRestrictedContact', contact, {});
    items['contact again'] = await this.contact(child);
    for (const other of [action, this.world.visible.northAction])
      items[`dismissal ${other}`] = await this.make('createSameWorkDismissal', {
        ...{ actionId: other, otherActionId: first, reason: this.word() },
      });
    await this.change('updateExternalDependency', dependency, {
      ...{ title: this.word(), status: 'GREEN', timing: this.world.canaries.written() },
    });
    await this.change('updatePlacement', items['placement'] ?? '', { reference: this.word(), afterId: null });
    await this.change('updatePriority', priority, { title: this.word() });
    await this.change('updateWorkstream', workstream, { impactOnOutcomes: this.word() });
    await this.change('updateRisk', risk, { cause: `${this.word()} B1 of workstream 2` });
    await this.change('scoreRisk', risk, { current: { likelihood: 5, impact: 5 } });
    await this.change('rateMitigation', mitigation, { status: 'RED' });
    await this.change('moveAction', action, { afterId: this.world.visible.northAction });
    await this.change('moveWorkstream', workstream, { afterId: null });
    await this.secretary.rework(narrow);
    await this.reporter.rework(items);
    await this.change('restrictAction', child, { audience: this.world.audiences.person });
    await this.change('restrictAction', child, { audience: null });
    await this.change('closeRisk', risk, {});
    await this.change('reopenRisk', risk, {});
  }

  /** All of it is put away, the deepest first; some of it is brought back and put away with what it stands under. */
  async clear(narrow: Hidden, items: Hidden): Promise<void> {
    const named = (word: string) => Object.keys(items).filter((name) => name.startsWith(word));
    const put = (verb: string, names: string[]) =>
      names.reduce(
        (before, name) => before.then(() => this.change(verb, items[name] ?? '', {})),
        Promise.resolve(),
      );
    await this.reporter.clear(items);
    await this.secretary.clear(narrow, items);
    await put('archiveComment', named('comment'));
    await put('archiveCrossReference', [...named('reference'), 'unresolved']);
    await put('withdrawFrozenMap', ['frozen']);
    await put('archiveUpdate', named('update'));
    await put('archiveMitigation', ['mitigation']);
    await put('archiveWatch', ['watch']);
    await put('archiveSameWorkDismissal', named('dismissal'));
    await put('archiveRestrictedContact', ['contact again']);
    await put('archivePlacement', named('placement'));
    await put('restorePlacement', ['placement']);
    await put('archiveAction', ['child']);
    await put('restoreAction', ['child']);
    await put('archiveExternalDependency', ['dependency']);
    await this.change('archiveAction', narrow['action'] ?? '', {});
    await this.change('archiveRisk', narrow['risk'] ?? '', {});
    await this.change('archiveWorkstream', narrow['workstream'] ?? '', {});
    await this.change('archivePlan', narrow['plan'] ?? '', {});
  }

  narrowDown(verb: string, id: string, circle: Circle): Promise<void> {
    return this.change(verb, id, { audience: this.world.audiences[circle] });
  }

  undo(importId: string): Promise<unknown> {
    return undo(this.world.keeper, importId);
  }

  action(workstreamId: string, parentId: string | null = null): Promise<string> {
    const { north, south, personIds } = this.world;
    return this.make('createAction', {
      ...{ workstreamId, parentId, title: this.word(), reference: this.word(), expectedOutcome: this.word() },
      timing: this.world.canaries.written(),
      leads: [
        { role: 'ACCOUNTABLE', organisationId: north, asWritten: this.word() },
        { role: 'SUPPORTING', organisationId: south },
        { role: 'SUPPORTING', personId: personIds['southlead'] },
        { role: 'SUPPORTING', outsideBody: this.word() },
      ],
    });
  }

  /** The same for whatever is restricted: others are told of it once, and of nothing more when another is. */
  private contact(actionId: string): Promise<string> {
    const { north, visible } = this.world;
    const bodies = { organisationId: north, postId: visible.northPost };
    return this.make('createRestrictedContact', { actionId, ...bodies });
  }

  private risk(planId: string, workstreamId: string): Promise<string> {
    return this.make('createRisk', {
      ...{ planId, workstreamId, event: `${this.word()}: see B1 of workstream 2`, cause: this.word() },
      ...{
        effect: this.word(),
        controls: this.word(),
        reference: this.word(),
        reviewOn: this.world.canaries.day(),
      },
      ...{ inherent: { likelihood: 5, impact: 5 }, current: { likelihood: 5, impact: 4 } },
      owners: [{ role: 'ACCOUNTABLE', organisationId: this.world.north }],
    });
  }

  word(): string {
    return this.world.canaries.word();
  }

  /** A verb that makes something, under an id that was minted before. */
  async make(verb: string, input: Input): Promise<string> {
    const id = this.world.minted[this.next++];
    if (!id) throw new Error('More ids are needed than were minted.');
    await this.send(verb, `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`, { id, ...input });
    return id;
  }

  async change(verb: string, id: string, input: Input): Promise<void> {
    const type = /^(archive|restore|close|reopen|confirm|note|signOff(?!Report))/.test(verb)
      ? 'ItemVersionInput'
      : verb.startsWith('restrict')
        ? 'RestrictInput'
        : `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
    await this.send(verb, type, { id, expectedVersion: await versionOf(this.world, id), ...input });
  }

  async send(verb: string, type: string, input: Input): Promise<void> {
    const document = `mutation($input: ${type}!) { ${verb}(input: $input) { __typename } }`;
    const { errors } = await this.world.keeper.query(document, { input });
    if (errors) throw new Error(`${verb} ${JSON.stringify(input)}: ${JSON.stringify(errors)}`);
  }
}

/** Whatever kind of item it is. */
export async function versionOf({ app }: Pick<HiddenWorld, 'app'>, id: string): Promise<number> {
  const tables = getMetadataArgsStorage().tables.flatMap(({ name }) => name ?? []);
  const [row] = await app.build.sql<{ version: number }>(
    tables.map((table) => `select version from ${table} where id = $1`).join(' union all '),
    [id],
  );
  return row?.version ?? 1;
}
