import { BragStatus } from '../../../schema/vocabulary.js';
import { formatReference } from '../../platform/format/references.js';
import { statusWords } from '../../platform/format/status.js';
import type { ToldChange } from './change.js';
import { businessNamed, isBeside, isBusiness, isLinkNews, linking, packVerb } from './meetingChange.js';
import { isOfReport, reportDone, reportNamed } from './reportChange.js';
import { VERBS } from './verbs.js';

type Item = NonNullable<ToldChange['item']>;
type WatchTold = Extract<Item, { __typename: 'Watch' }>;
type Notice = Extract<Item, { __typename: 'ImpactNotice' }>;

/** A sentence in three parts, so that the item in its middle can be a link: who did it, to what, and the rest. */
export interface ChangeSentence {
  readonly who: string;
  readonly verb: string;
  readonly what: string;
  /** Where the item is, when it has a place of its own. */
  readonly href: string | null;
  readonly rest: string;
}

interface Named {
  readonly name: string;
  readonly href: string | null;
}

interface Placed {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly workstream: { readonly number: string | null };
  readonly plan: { readonly id: string };
}

const nowhere = (name: string): Named => ({ name, href: null });

const actionNamed = ({ id, reference, title, workstream, plan }: Placed): Named => ({
  name: `${reference ? `${formatReference(workstream.number, reference)} ` : ''}${title}`,
  href: `/plans/${plan.id}/actions/${id}`,
});

const awaited = ({ title, awaitedBy }: WatchTold['externalDependency']): Named => ({
  name: title,
  href: `${awaitedBy ? `/plans/${awaitedBy.id}` : ''}/external-dependencies`,
});

/** What an item is called in a sentence. */
function named(item: Item | NonNullable<Extract<Item, { __typename: 'CrossReference' }>['to']>): Named {
  if (isBusiness(item)) return businessNamed(item);
  if (isBeside(item)) return nowhere('');
  if (isOfReport(item)) return reportNamed(item);
  switch (item.__typename) {
    case 'Action':
      return actionNamed(item);
    case 'Update':
      return actionNamed(item.action);
    case 'Workstream':
      return {
        name: `${item.number ? `workstream ${item.number}, ` : ''}${item.title}`,
        href: `/plans/${item.plan.id}/workstreams/${item.id}`,
      };
    case 'Plan':
      return { name: item.title, href: `/plans/${item.id}` };
    case 'Risk':
      return {
        name: `the risk ${item.reference ?? ''} ${item.event}`.replace(/\s+/g, ' '),
        href: `/risks/${item.id}`,
      };
    case 'Mitigation':
      return nowhere(`the mitigation ${item.description}`);
    case 'Priority':
      return {
        name: `priority ${item.priorityNumber}, ${item.title}`,
        href: `/plans/${item.plan.id}/priorities/${item.id}`,
      };
    case 'ExternalDependency':
      return awaited(item);
    case 'Watch':
      return awaited(item.externalDependency);
    case 'FrozenMap':
      return { name: `the copy “${item.title}”`, href: `/maps/${item.id}` };
    case 'CrossReference':
      return named(item.from);
    case 'Placement':
    case 'SameWorkDismissal':
    case 'RestrictedContact':
      return named(item.action);
    case 'ImpactNotice':
      return named(slipped(item));
    case 'Comment':
      return nowhere(item.about === 'Risk' ? 'a risk' : 'an action');
    case 'Post':
      return nowhere(`the post ${item.title}`);
    case 'BoardRules':
      return { name: `the rules of ${item.ruled.name}`, href: `/boards/${item.ruled.id}` };
    case 'BoardReportTemplate':
      return {
        name: `how reports to ${item.laidOut.name} are laid out`,
        href: `/boards/${item.laidOut.id}/report-template`,
      };
    case 'Seat':
      return nowhere(`a seat on ${item.board?.name ?? 'a board'}`);
    case 'Membership':
      return nowhere(`the role of ${item.person?.name ?? 'somebody'}`);
    case 'DelegatedFunction':
      return nowhere(`the delegated function ${item.function}`);
    default:
      return nowhere(item.name);
  }
}

/** What slipped: a dependency is given by what it points at, the rest by what they are written at. */
function slipped({ crossReference: { promise, from, to } }: Notice) {
  return promise === 'DEPENDS_ON' && to ? to : from;
}

const FROZEN_VERBS: Readonly<Partial<Record<ToldChange['kind'], string>>> = {
  CREATED: 'froze',
  ARCHIVED: 'withdrew',
};

/** What is said of a field that changed, in the order of what matters most to a reader. */
const FIELD_WORDS: readonly (readonly [field: RegExp, words: string])[] = [
  [/^timing|^dueOn|^startsOn|^endsOn/, 'the deadline of'],
  [/^title|^event|^description|^name/, 'the words of'],
  [/^expectedOutcome/, 'the expected outcome of'],
  [/^audience|^ownAudience/, 'who may see'],
  [/score|current|inherent|target/i, 'the score of'],
];

const isStatus = (word: string | null): word is BragStatus => word !== null && word in BragStatus;

function rating({ fields }: ToldChange): { verb: string; rest: string } | null {
  const status = fields.find(({ field }) => field === 'status');
  if (!status || !isStatus(status.after)) return null;
  if (status.after === BragStatus.BLUE) return { verb: 'signed off', rest: 'as Blue' };
  const before = isStatus(status.before) ? `, from ${statusWords(status.before).label}` : '';
  return { verb: 'rated', rest: `${statusWords(status.after).label}${before}` };
}

function doing(change: ToldChange): { verb: string; rest: string } {
  const { kind, item, fields } = change;
  const verb = VERBS[kind];
  const done = item && isOfReport(item) ? reportDone(item, kind, fields) : null;
  if (done) return { verb: done, rest: '' };
  if (item?.__typename === 'Update')
    return kind === 'ARCHIVED'
      ? { verb: 'withdrew a report on', rest: '' }
      : { verb: 'reported on', rest: '' };
  if (item?.__typename === 'Comment')
    return { verb: kind === 'ARCHIVED' ? 'took back a remark on' : 'remarked on', rest: '' };
  if (item?.__typename === 'Placement') return placing(kind, item.within.title);
  if (item?.__typename === 'FrozenMap') return { verb: FROZEN_VERBS[kind] ?? verb, rest: '' };
  if (item?.__typename === 'CrossReference') return promise(kind, item);
  if (item?.__typename === 'SameWorkDismissal') {
    const verb = kind === 'ARCHIVED' ? 'took back that' : 'said that';
    return { verb, rest: `is not the same work as ${named(item.other).name}` };
  }
  if (item?.__typename === 'RestrictedContact')
    return {
      verb: kind === 'ARCHIVED' ? 'no longer lets others ask about' : 'lets others ask about',
      rest: '',
    };
  if (item?.__typename === 'Watch') return { verb: WATCHING[kind] ?? verb, rest: '' };
  if (item?.__typename === 'ImpactNotice') return ANSWERED[item.outcome] ?? { verb, rest: '' };
  if (item?.__typename === 'Publication') return { verb: packVerb(kind, fields) ?? verb, rest: '' };
  if (item?.__typename === 'AgendaOrigin') return linking(kind, item);
  if (item?.__typename === 'Nudge') return { verb: 'asked after', rest: '' };
  if (kind !== 'UPDATED') return { verb, rest: '' };
  const rated = rating(change);
  if (rated) return rated;
  const said = FIELD_WORDS.find(([pattern]) => fields.some(({ field }) => pattern.test(field)));
  if (item?.__typename === 'ExternalDependency' && said === FIELD_WORDS[0])
    return { verb: `${verb} the expected date of`, rest: '' };
  return { verb: said ? `${verb} ${said[1]}` : verb, rest: '' };
}

/** Where an action stands beside its home. */
const placing = (kind: ToldChange['kind'], plan: string): { verb: string; rest: string } =>
  kind === 'ARCHIVED'
    ? { verb: 'took', rest: `out of ${plan}` }
    : kind === 'UPDATED'
      ? { verb: 'changed where or how', rest: `stands in ${plan}` }
      : { verb: 'put', rest: `into ${plan} too` };

/** Who watches and who has noted a move. The move itself is told of what moved. */
const WATCHING: Readonly<Partial<Record<ToldChange['kind'], string>>> = {
  CREATED: 'began to watch',
  RESTORED: 'began to watch',
  ARCHIVED: 'stopped watching',
  UPDATED: 'noted the new date of',
};

/** What happens to an action is news of the action, and not of each place it stands in. */
const isNews = ({ item, kind, fields }: ToldChange): boolean => {
  if (item?.__typename === 'Placement') return !fields.some(({ field }) => field === 'told');
  if (item?.__typename === 'Watch') return kind !== 'UPDATED' || item.movedAt === null;
  if (item?.__typename === 'Publication') return packVerb(kind, fields) !== null;
  if (item?.__typename === 'AgendaOrigin') return isLinkNews(item, kind);
  return item !== null && !isBeside(item);
};

/** What was answered to the news of a slip. */
const ANSWERED: Readonly<Partial<Record<Notice['outcome'], { verb: string; rest: string }>>> = {
  ACCEPTED: { verb: 'lives with the slip of', rest: '' },
  NEW_DATE: { verb: 'named a new date because of', rest: '' },
  DISPUTED: { verb: 'does not agree to the slip of', rest: '' },
};

function promise(
  kind: ToldChange['kind'],
  { to, answer }: Extract<Item, { __typename: 'CrossReference' }>,
): { verb: string; rest: string } {
  const rest = to ? `and ${named(to).name}` : '';
  if (kind === 'CREATED') return { verb: 'wrote a cross-reference between', rest };
  if (kind === 'ARCHIVED') return { verb: 'withdrew the cross-reference between', rest };
  if (answer === 'CONFIRMED') return { verb: 'confirmed the cross-reference between', rest };
  if (answer === 'COUNTERED') return { verb: 'offered another day for the cross-reference between', rest };
  if (answer === 'DISPUTED') return { verb: 'disputed the cross-reference between', rest };
  return { verb: 'changed the cross-reference between', rest };
}

/** What moved because a day began or another item changed: nobody did it, so nobody is named. */
function movedByItself({ item, fields }: ToldChange): Omit<ChangeSentence, 'what' | 'href'> | null {
  if (fields.some(({ field, after }) => field === 'isOverdue' && after === 'true'))
    return { who: '', verb: '', rest: 'is overdue now' };
  if (item?.__typename === 'ImpactNotice' && !(item.outcome in ANSWERED)) {
    const rest = item.outcome === 'OPEN' ? `is in danger: ${item.told.name} was told` : 'is back in time';
    return { who: '', verb: '', rest };
  }
  if (item?.__typename !== 'CrossReference' || !item.to) return null;
  const strain = fields.find(({ field }) => field === 'strain');
  const words = STRAIN_WORDS.find(([level]) => strain?.after?.includes(`"${level}"`))?.[1];
  return words
    ? { who: '', verb: 'the cross-reference between', rest: `and ${named(item.to).name} ${words}` }
    : null;
}

const STRAIN_WORDS = [
  ['BROKEN', 'is broken'],
  ['STRAINED', 'is under strain'],
  ['NONE', 'holds again'],
] as const;

/** One entry of the log as a sentence; null where there is nothing left to name. */
export function changeSentence(change: ToldChange): ChangeSentence | null {
  if (!change.item || !isNews(change)) return null;
  const { name, href } = named(change.item);
  const moved = movedByItself(change);
  if (moved) return { ...moved, what: name, href };
  const body = change.organisation?.shortName ?? change.organisation?.name;
  const who = change.actor
    ? `${change.actor.name}${body ? ` (${body})` : ''}`
    : (change.organisation?.name ?? 'Somebody');
  return { who, what: name, href, ...doing(change) };
}

export function asWords({ who, verb, what, rest }: ChangeSentence): string {
  return [who, verb, what, rest].filter(Boolean).join(' ');
}
