import type { WorkstreamName } from './headings.rules.js';
import { ImportFileError } from './import-file-error.js';
import { ACTION_LIMIT, SKIPPED_LIMIT, TEXT_LIMITS } from './import-limits.js';
import type {
  ParsedAction,
  ParsedNarrative,
  ParsedPlan,
  ParsedRisk,
  ParsedWorkstream,
  SkippedRow,
  Source,
} from './parsed-plan.js';
import {
  actionKey,
  digest,
  isBareName,
  isSameWork,
  numbered,
  withKeys,
  workstreamKey,
} from './plan-keys.rules.js';
import { ancestorsOf, foldReference, namesSeveral, referenceParts } from './references.rules.js';
import { joinPieces } from './text.rules.js';

/** Gathers what the sheets yield, then gives every item its key and every action its parent. */

/** An action as it was read; `lettered` ones stand in the header of a workstream and have the tasks under them. */
export type ActionDraft = Omit<ParsedAction, 'key' | 'parentKey'> & { lettered: boolean };
export type RiskDraft = Omit<ParsedRisk, 'key'>;

export interface WorkstreamDraft {
  name: WorkstreamName;
  key: string;
  sponsorsAsWritten: string | null;
  narratives: ParsedNarrative[];
  actions: ActionDraft[];
  risks: RiskDraft[];
  source: Source;
}

export class PlanBuilder {
  title: string | null = null;
  private readonly workstreams = new Map<string, WorkstreamDraft>();
  private readonly skipped: SkippedRow[] = [];
  private unlisted = 0;
  private readonly notes: string[] = [];
  private items = 0;

  /** The workstream of that name, begun here unless it was before. */
  workstream(name: WorkstreamName, source: Source): WorkstreamDraft {
    const base = workstreamKey(name);
    for (let ordinal = 1; ; ordinal += 1) {
      const key = numbered(base, ordinal);
      const known = this.workstreams.get(key);
      if (known === undefined) return this.begin(name, key, source);
      if (isSameWork(known.name, name)) {
        if (isBareName(known.name)) known.name = name;
        return known;
      }
    }
  }

  private begin(name: WorkstreamName, key: string, source: Source): WorkstreamDraft {
    const title = this.cap(name.title, TEXT_LIMITS.title, 'title', source);
    const draft = {
      name: { ...name, title },
      key,
      sponsorsAsWritten: null,
      narratives: [],
      actions: [],
      risks: [],
      source,
    };
    this.workstreams.set(key, draft);
    return draft;
  }

  addAction(to: WorkstreamDraft, draft: ActionDraft): void {
    this.countItem();
    const { source } = draft;
    const short = (text: string | null, what: string): string | null =>
      text === null ? null : this.cap(text, TEXT_LIMITS.short, what, source);
    to.actions.push({
      ...draft,
      reference: draft.reference === null ? null : this.cap(draft.reference, 100, 'reference', source),
      title: this.cap(draft.title, TEXT_LIMITS.title, 'action', source),
      expectedOutcome:
        draft.expectedOutcome === null
          ? null
          : this.cap(draft.expectedOutcome, TEXT_LIMITS.long, 'outcome', source),
      ownersAsWritten: short(draft.ownersAsWritten, 'owner'),
      timingAsWritten: short(draft.timingAsWritten, 'timing'),
      narratives: draft.narratives.map((narrative) => this.capNarrative(narrative, source)),
    });
  }

  addRisk(to: WorkstreamDraft, draft: RiskDraft): void {
    this.countItem();
    const mitigation = draft.mitigation;
    to.risks.push({
      ...draft,
      text: this.cap(draft.text, TEXT_LIMITS.long, 'risk', draft.source),
      mitigation:
        mitigation === null ? null : this.cap(mitigation, TEXT_LIMITS.long, 'mitigation', draft.source),
    });
  }

  private countItem(): void {
    this.items += 1;
    if (this.items <= ACTION_LIMIT) return;
    throw new ImportFileError('TOO_MANY_ROWS', `This file has more than ${ACTION_LIMIT} actions and risks.`);
  }

  addNarrative(to: WorkstreamDraft, narrative: ParsedNarrative, source: Source): void {
    if (narrative.text !== '') to.narratives.push(this.capNarrative(narrative, source));
  }

  addSponsors(to: WorkstreamDraft, text: string, source: Source): void {
    const joined = joinPieces(to.sponsorsAsWritten ?? '', text);
    if (joined !== '') to.sponsorsAsWritten = this.cap(joined, TEXT_LIMITS.short, 'sponsor', source);
  }

  skip(source: Source, reason: string, text: string): void {
    if (this.skipped.length >= SKIPPED_LIMIT) this.unlisted += 1;
    else this.skipped.push({ ...source, reason, text: shorten(text) });
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  build(): ParsedPlan {
    const workstreams = [...this.workstreams.values()].map((draft) => this.finish(draft));
    if (this.unlisted > 0) this.note(`${this.unlisted} more rows were skipped and are not listed.`);
    return { title: this.title, workstreams, skipped: this.skipped, notes: this.notes };
  }

  private finish(draft: WorkstreamDraft): ParsedWorkstream {
    const { name, key, narratives, sponsorsAsWritten, source } = draft;
    const label = name.number === null ? name.title : `${name.kind} ${name.number}`;
    const riskKeys = withKeys(draft.risks.map((risk) => `${key}/risk/${digest(risk.text)}`));
    return {
      key,
      number: name.number,
      title: name.title,
      sponsorsAsWritten,
      narratives,
      actions: this.finishActions(draft, capitalise(label)),
      risks: draft.risks.map((risk, index) => ({ key: riskKeys[index] ?? '', ...risk })),
      source,
    };
  }

  private finishActions(draft: WorkstreamDraft, label: string): ParsedAction[] {
    const keys = withKeys(draft.actions.map((action) => actionKey(draft.key, action)));
    const keyed = draft.actions.map((action, index) => ({ action, key: keys[index] ?? '' }));
    this.noteRepeats(draft.actions, label);
    const byParts = new Map<string, { key: string; lettered: boolean }[]>();
    for (const { action, key } of keyed) {
      if (action.reference === null) continue;
      const parts = referenceParts(action.reference).join('.');
      const same = byParts.get(parts) ?? [];
      same.push({ key, lettered: action.lettered });
      byParts.set(parts, same);
    }
    return keyed.map(({ action: { lettered, ...action }, key }) => ({
      key,
      parentKey:
        lettered || action.reference === null ? null : this.parentOf(action.reference, byParts, label),
      ...action,
    }));
  }

  private parentOf(
    reference: string,
    byParts: ReadonlyMap<string, { key: string; lettered: boolean }[]>,
    label: string,
  ): string | null {
    const parts = referenceParts(reference);
    const own = byParts.get(parts.join('.'))?.find((other) => other.lettered);
    // The only task of action E is itself called 'E'.
    if (own !== undefined) return own.key;
    for (const ancestor of ancestorsOf(parts)) {
      const found = byParts.get(ancestor);
      const [first] = found ?? [];
      if (found === undefined || first === undefined) continue;
      if (namesSeveral(reference))
        this.note(`${label}: '${reference}' names several actions; it was placed under ${ancestor}.`);
      if (found.length > 1)
        this.note(
          `${label}: ${ancestor} stands ${found.length} times; '${reference}' was placed under the first.`,
        );
      return first.key;
    }
    return null;
  }

  private noteRepeats(actions: readonly ActionDraft[], label: string): void {
    const counts = new Map<string, { reference: string; count: number }>();
    for (const { reference, lettered } of actions) {
      if (reference === null || lettered) continue;
      const folded = foldReference(reference);
      counts.set(folded, { reference, count: (counts.get(folded)?.count ?? 0) + 1 });
    }
    for (const { reference, count } of counts.values()) {
      if (count > 1) this.note(`${label}: the reference ${reference} stands ${count} times. All were kept.`);
    }
  }

  private capNarrative(narrative: ParsedNarrative, source: Source): ParsedNarrative {
    return {
      ...narrative,
      heading: shorten(narrative.heading),
      text: this.cap(narrative.text, TEXT_LIMITS.long, shorten(narrative.heading), source),
    };
  }

  private cap(text: string, limit: number, what: string, source: Source): string {
    if (text.length <= limit) return text;
    this.skip(
      source,
      `the ${what} is longer than ${limit} characters: what follows was left out`,
      text.slice(limit),
    );
    return text.slice(0, limit).trimEnd();
  }
}

function shorten(text: string): string {
  return text.length <= TEXT_LIMITS.skipped ? text : `${text.slice(0, TEXT_LIMITS.skipped)}…`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
