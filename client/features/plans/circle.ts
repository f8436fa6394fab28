import { formatList } from '../../platform/format/counts.js';
import type { Refusal } from '../../platform/graphql/errors.js';

export type Restrictable =
  | 'Plan'
  | 'Workstream'
  | 'Action'
  | 'Risk'
  | 'Meeting'
  | 'ForwardPlanEntry'
  | 'Report';
/** An item of an agenda is narrowed too, by a form of its own. */
export type Circled = Restrictable | 'AgendaItem';
export type CircleKind = 'ABOVE' | 'EVERYONE' | 'ORGANISATIONS' | 'BOARD' | 'PEOPLE';

/** Who is to see an item, as the form holds it: what was chosen of one kind stays while another is looked at. */
export interface Circle {
  readonly kind: CircleKind;
  readonly organisationIds: readonly string[];
  readonly boardId: string | null;
  readonly personIds: readonly string[];
}

/** A circle as it is told. */
export interface OwnAudience {
  readonly kind: string;
  readonly memberIds: readonly string[];
}

/** Who sees an item that has no circle of its own; what moves with an item. */
export const TYPE_WORDS: Readonly<
  Record<Circled, { readonly above: string; readonly below: string; readonly within: string | null }>
> = {
  Plan: {
    above: 'Everyone in the partnership',
    below: 'Everything in the plan moves with it.',
    within: null,
  },
  Workstream: {
    above: 'Everyone who sees the plan',
    below: 'Its actions and risks move with it.',
    within: 'the plan',
  },
  Action: {
    above: 'Everyone who sees what it is part of',
    below: 'The actions below it, its updates and its comments move with it.',
    within: 'what it is part of',
  },
  Risk: {
    above: 'Everyone who sees what it is a risk to',
    below: 'Its mitigations and its comments move with it.',
    within: 'what it is a risk to',
  },
  Meeting: {
    above: 'Everyone, the public too,',
    below: 'Its agenda, what is planned for it, its reports and its papers move with it.',
    within: null,
  },
  ForwardPlanEntry: {
    above: 'Everyone who sees the meeting it is planned for',
    below: 'The item of the agenda it became and its reports move with it.',
    within: 'the meeting it is planned for',
  },
  Report: {
    above: 'Everyone who sees what it is a report on',
    below: 'Its text, its versions and its clearances move with it.',
    within: 'what it is a report on',
  },
  AgendaItem: {
    above: 'Everyone who holds a seat on the boards that meet',
    below: '',
    within: null,
  },
};

/** What an item’s circle can be. Only a whole plan is opened to the public, by those who may. */
export const kindsOf = (type: Circled, mayPublish: boolean) => [
  { id: 'ABOVE', label: TYPE_WORDS[type].above },
  ...(mayPublish ? [{ id: 'EVERYONE', label: 'Everyone, the public too' }] : []),
  { id: 'ORGANISATIONS', label: 'Only these organisations' },
  { id: 'BOARD', label: 'Only the seats of a board' },
  { id: 'PEOPLE', label: 'Only these people' },
];

export const isCircleKind = (id: string | null): id is CircleKind =>
  id !== null && ['ABOVE', 'EVERYONE', 'ORGANISATIONS', 'BOARD', 'PEOPLE'].includes(id);

/** Where the form begins: as the item stands, with those at hand who would most likely be chosen instead. */
export function circleOf(
  own: OwnAudience | null,
  suggested: { readonly organisationIds: readonly string[]; readonly personIds: readonly string[] },
): Circle {
  const kind = isCircleKind(own?.kind ?? null) ? (own?.kind as CircleKind) : 'ABOVE';
  const members = own?.memberIds ?? [];
  return {
    kind,
    organisationIds: kind === 'ORGANISATIONS' ? members : suggested.organisationIds,
    boardId: kind === 'BOARD' ? (members[0] ?? null) : null,
    personIds: kind === 'PEOPLE' ? members : suggested.personIds,
  };
}

/** The circle as the API takes it. */
export function audienceOf({ kind, organisationIds, boardId, personIds }: Circle) {
  if (kind === 'ABOVE') return null;
  if (kind === 'ORGANISATIONS') return { kind, organisationIds: [...organisationIds] };
  if (kind === 'BOARD') return { kind, ...(boardId === null ? {} : { boardId }) };
  return kind === 'PEOPLE' ? { kind, personIds: [...personIds] } : { kind };
}

/** Whether fewer than the partnership will see it: by this circle, or by what is above it, narrowed before this began. */
export const staysRestricted = (
  began: { readonly audience: { readonly kind?: string }; readonly ownAudience: OwnAudience | null },
  { kind }: Circle,
): boolean =>
  kind === 'ABOVE'
    ? began.ownAudience === null && !['EVERYONE', 'PARTNERSHIP', undefined].includes(began.audience.kind)
    : kind !== 'EVERYONE';

/** Names by id: of organisations, boards and people. */
export type Names = ReadonlyMap<string, string>;

/** Who will see it, in one sentence; null while it has not been said. */
export function sentenceOf(type: Circled, circle: Circle, names: Names): string | null {
  const { kind, boardId } = circle;
  const { above, within } = TYPE_WORDS[type];
  if (kind === 'ABOVE') return `${above} will see it.`;
  if (kind === 'EVERYONE') return 'Everyone will see it, the public too, without signing in.';
  const chosen =
    kind === 'ORGANISATIONS' ? circle.organisationIds : kind === 'PEOPLE' ? circle.personIds : [];
  const named = formatList(chosen.flatMap((id) => names.get(id) ?? []));
  const board = boardId === null ? undefined : names.get(boardId);
  if (kind === 'BOARD' ? !board : !named) return null;
  const who = {
    ORGANISATIONS: `Only the members of ${named}`,
    BOARD: `Only those who hold a seat on ${board}, now or later,`,
    PEOPLE: `Only ${named}`,
  }[kind];
  return `${who} will see it${within === null ? '' : `, if they see ${within}`}.`;
}

/** What the reader is part of. */
export interface Me {
  readonly personId: string | null;
  readonly organisationIds: readonly string[];
  readonly boardIds: readonly string[];
}

/** Whether the reader would be outside the circle. The server has the last word; this warns before it. */
export function leavesOut(circle: Circle, me: Me): boolean {
  if (circle.kind === 'ORGANISATIONS')
    return (
      circle.organisationIds.length > 0 &&
      !circle.organisationIds.some((id) => me.organisationIds.includes(id))
    );
  if (circle.kind === 'BOARD') return circle.boardId !== null && !me.boardIds.includes(circle.boardId);
  return (
    circle.kind === 'PEOPLE' &&
    circle.personIds.length > 0 &&
    (me.personId === null || !circle.personIds.includes(me.personId))
  );
}

const FIELDS: Readonly<Record<CircleKind, keyof Circle>> = {
  ABOVE: 'kind',
  EVERYONE: 'kind',
  ORGANISATIONS: 'organisationIds',
  BOARD: 'boardId',
  PEOPLE: 'personIds',
};
const ABOUT_WHO: readonly string[] = ['ACCOUNTABLE_MUST_SEE', 'WOULD_LOCK_YOU_OUT'];

/** What was refused, at the field it is about: rules that say who must be within it speak of the members chosen. */
export function refusalAtFields(refusal: Refusal, { kind }: Circle): Refusal {
  const fields = ABOUT_WHO.includes(refusal.rule ?? '')
    ? [{ field: FIELDS[kind], message: refusal.message }]
    : refusal.fields.map(({ field, message }) => ({ field: field.replace(/^audience\./, ''), message }));
  return { ...refusal, fields };
}
