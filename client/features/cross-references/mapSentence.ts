import { formatCount, formatList } from '../../platform/format/counts.js';
import type { CrossReference } from '../actions/crossReferences.js';
import { type Bundle, type MapGraph, needs, type OfKind } from './mapGraph.js';
import { type Lateness, latenessOf, latenessWords } from './mapLateness.js';
import { type Place, placeWords } from './mapPlaces.js';
import { endName } from './referenceSentences.js';

const ofSize = (n: number, one: string, many = `${one}s`): string =>
  n === 1 ? `one ${one}` : formatCount(n, one, many);
const say = (n: number, one: string, many: string): string => (n === 1 ? `one ${one}` : `${n} ${many}`);

/** What the one end does to the other, so many times. */
function deed({ kind, total }: Pick<OfKind, 'kind' | 'total'>, other: string): string {
  const things = ofSize(total, 'thing');
  const ways = total === 1 ? '' : ` in ${total} ways`;
  switch (kind) {
    case 'DEPENDS_ON':
      return `needs ${things} from ${other}`;
    case 'CONTRIBUTES_TO':
      return `contributes to ${other}${ways}`;
    case 'SAME_WORK_AS':
      return `shares ${ofSize(total, 'piece of work', 'pieces of work')} with ${other}`;
    case 'MITIGATES':
      return `mitigates ${things} of ${other}`;
    case 'MEASURED_BY':
      return `has ${things} measured by ${other}`;
    case 'FUNDED_BY':
      return `has ${things} funded by ${other}`;
    case 'CONSIDERED_AT':
      return `has ${things} considered at ${other}`;
    default:
      return `relates to ${other}${ways}`;
  }
}

/** What was asked for, as it was put; else what gives it. */
function thing({ note, from, to, promise }: CrossReference): string {
  const giver = promise === 'CONTRIBUTES_TO' || promise === 'MITIGATES' ? from : (to ?? from);
  return note ? `“${note.replace(/[.\s]+$/, '')}”` : endName(giver);
}

interface Known {
  readonly reference: CrossReference;
  readonly late: Lateness | null;
}

/** The worst of it by name, once what is behind the numbers is known. */
function worst(known: readonly Known[], today: string): string {
  const [late] = known.filter(({ late }) => late).sort((a, b) => (b.late?.days ?? 0) - (a.late?.days ?? 0));
  if (late?.late) return `${thing(late.reference)} ${latenessWords(late.late, today)}`;
  const [other] = known;
  if (!other) return '';
  const why = other.reference.strain.reasons.join(' ').replace(/\.$/, '');
  return other.reference.note ? [thing(other.reference), why].filter(Boolean).join(': ') : why;
}

/** What is amiss: 'one is late: “Lend the vans” is due 3 Mar 2018, needed 1 Mar 2018'. */
function trouble(bundle: Bundle, behind: readonly CrossReference[] | null, today: string): readonly string[] {
  const amiss = bundle.strained + bundle.broken;
  const known = (behind ?? [])
    .filter(({ strain }) => strain.level !== 'NONE')
    .sort((a, b) => Number(b.strain.level === 'BROKEN') - Number(a.strain.level === 'BROKEN'))
    .map((reference): Known => ({ reference, late: latenessOf(reference, today) }));
  // The numbers and what is behind them are two answers: while they disagree, only the numbers are told.
  const isKnown = amiss > 0 && known.length === amiss;
  const late = isKnown ? known.filter((one) => one.late).length : 0;
  const parts = [
    late > 0 ? say(late, 'is late', 'are late') : '',
    bundle.broken > 0 ? say(bundle.broken, 'was withdrawn', 'were withdrawn') : '',
    bundle.strained > late ? say(bundle.strained - late, 'is under strain', 'are under strain') : '',
  ].filter(Boolean);
  const example = isKnown ? worst(known, today) : '';
  const open = [
    bundle.unanswered > 0 ? say(bundle.unanswered, 'waits for an answer', 'wait for an answer') : '',
    bundle.disputed > 0 ? say(bundle.disputed, 'is disputed', 'are disputed') : '',
  ].filter(Boolean);
  return [
    ...(parts.length > 0 ? [`${formatList(parts)}${example && `: ${example}`}`] : []),
    ...(open.length > 0 ? [formatList(open)] : []),
  ];
}

/**
 * What a person would say of a bundle. The numbers are there at once; what is behind them makes the sentence say which
 * one, and why.
 */
export function bundleSentence(
  bundle: Bundle,
  behind: readonly CrossReference[] | null,
  today: string,
): string {
  const { from, to, kinds, total } = bundle;
  const [first, ...more] = kinds;
  const deeds = first ? [deed(first, placeWords(to)), ...more.map((kind) => deed(kind, 'it'))] : [];
  const head =
    from === to
      ? `Inside ${placeWords(from)} ${total === 1 ? 'one thing is' : `${total} things are`} tied to another of its own`
      : `${placeWords(from)} ${formatList(deeds)}`;
  return `${[head, ...trouble(bundle, behind, today)].join('; ')}.`;
}

/** What a place needs, what is needed of it, and how much of that is in trouble. */
export function placeSentence(place: Place, { between }: Pick<MapGraph, 'between'>): string {
  const side = (isReceiver: boolean) => {
    const found = between.flatMap((bundle) =>
      (['to', 'from'] as const).flatMap((giver) => {
        const [gives, takes] = giver === 'to' ? [bundle.to, bundle.from] : [bundle.from, bundle.to];
        const needed = needs(bundle, giver);
        return needed && (isReceiver ? takes : gives).id === place.id
          ? [{ ...needed, other: (isReceiver ? gives : takes).id }]
          : [];
      }),
    );
    return {
      total: found.reduce((sum, one) => sum + one.total, 0),
      amiss: found.reduce((sum, one) => sum + one.strained + one.broken, 0),
      others: new Set(found.map(({ other }) => other)).size,
    };
  };
  const [takes, gives] = [side(true), side(false)];
  const others = (n: number) => (n === 1 ? 'one other' : `${n} others`);
  const strained = (n: number, total: number): string =>
    n === 0 ? '' : total === 1 ? ', under strain' : `, ${n === total ? 'all' : n} of them under strain`;
  const parts = [
    takes.total > 0
      ? `needs ${ofSize(takes.total, 'thing')} from ${others(takes.others)}${strained(takes.amiss, takes.total)}`
      : '',
    gives.total > 0
      ? `${others(gives.others)} ${gives.others === 1 ? 'needs' : 'need'} ${ofSize(gives.total, 'thing')} from it${strained(gives.amiss, gives.total)}`
      : '',
  ].filter(Boolean);
  const head = takes.total > 0 ? `${placeWords(place)} ` : `${placeWords(place)}: `;
  if (parts.length === 0) return `${placeWords(place)} needs nothing here, and nothing here needs it.`;
  return `${head}${parts.join('; ')}.`;
}
