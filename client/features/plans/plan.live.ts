import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { formatReference } from '../../platform/format/references';
import { statusWords } from '../../platform/format/status';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import type { PresentPerson } from '../../platform/ui/PresenceStack';
import { useFresh } from '../../platform/ui/useFresh';
import { goneAfter } from '../changes/gone';
import { VERBS } from '../changes/verbs';
import { type PlanChange, planChanges, planPresence } from './plan.queries';
import { priorityName } from './priorityRow';

/** What says something of an action: its row is washed. */
const ABOUT_ACTIONS: ReadonlySet<string | null> = new Set(['Update', 'Placement']);

const PLACED = {
  ...VERBS,
  CREATED: 'was put into this plan',
  UPDATED: 'was changed',
  ARCHIVED: 'was taken out',
  RESTORED: 'was put back',
} as const;

const placedName = ({
  placedAs,
  workstream,
  action,
}: Extract<PlanChange['item'], { __typename: 'Placement' }>): string =>
  formatReference(workstream.number, placedAs) || action.title;

/** What else of the plan than its actions others can change. */
function partName(item: NonNullable<PlanChange['item']>): string | null {
  if (item.__typename === 'Plan') return 'The plan';
  if (item.__typename === 'Workstream') return formatReference(item.number, null) || item.title;
  return item.__typename === 'Priority' ? priorityName(item) : null;
}

/** One change as a sentence; null for what need not be said. */
export function sentenceOf({ kind, item, organisation, actor, fields }: PlanChange): string | null {
  const by = organisation?.name ?? actor?.name ?? 'somebody';
  if (item?.__typename === 'Update') {
    const { action } = item;
    const did = kind === 'ARCHIVED' ? 'withdrew a report on' : 'reported on';
    return `${by} ${did} ${formatReference(action.workstream.number, action.reference) || action.title}`;
  }
  if (!item || kind === 'REMOVED' || kind === 'RESYNC') return null;
  if (item.__typename === 'Placement') {
    const told = fields.find(({ field }) => field === 'told')?.after;
    // A remark or a cross-reference is not announced of the plan’s own either.
    return told && told !== 'Action' && told !== 'Update'
      ? null
      : `${placedName(item)} ${PLACED[kind]} by ${by}`;
  }
  const part = partName(item);
  if (part) return `${part} was ${VERBS[kind]} by ${by}`;
  if (item?.__typename !== 'Action') return null;
  const name = formatReference(item.workstream.number, item.reference) || item.title;
  if (kind === 'CREATED') return `${name} was added by ${by}`;
  if (kind === 'ARCHIVED') return `${name} was archived by ${by}`;
  if (fields.some(({ field, after }) => field === 'isOverdue' && after === 'true'))
    return `${name} is overdue now`;
  return fields.some((field) => field.field === 'status')
    ? `${name} is now ${statusWords(item.status).label}, by ${by}`
    : `${name} was changed by ${by}`;
}

interface PlanLive {
  readonly planId: string;
  /** Where the log stood when the plan was read; taken once. */
  readonly cursor: string;
  /** What these people do is not told to them: they did it. */
  readonly viewerIds: ReadonlySet<string>;
  /** False where the past is read. */
  readonly isLive: boolean;
}

interface PlanMoved {
  /** Rows that have just changed. */
  readonly fresh: ReadonlySet<string>;
  /** Items that left this reader’s sight: nothing of them is shown, whatever was answered before. */
  readonly gone: ReadonlySet<string>;
}

/** Merges what others do into the page, and answers what moved meanwhile. */
export function usePlanLive({ planId, cursor, viewerIds, isLive }: PlanLive): PlanMoved {
  const client = useClient();
  const after = useFirstCursor(planId, cursor);
  const [fresh, wash] = useFresh();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const mine = useRef(viewerIds);
  mine.current = viewerIds;
  const say = useGathered('to this plan');

  useEffect(() => {
    if (!isLive) return undefined;
    const take = (change: PlanChange): void => {
      setGone((before) => goneAfter(before, change));
      if (change.kind === 'REMOVED') hush();
      if (change.actor && mine.current.has(change.actor.id)) return;
      const id =
        change.itemType === 'Action'
          ? change.itemId
          : ABOUT_ACTIONS.has(change.itemType)
            ? change.aboutId
            : null;
      if (id) wash(id);
      const sentence = sentenceOf(change);
      if (sentence) say(sentence);
    };
    const { unsubscribe } = client
      .subscription(planChanges, { within: planId, after })
      .subscribe(({ data }) => data && take(data.changes));
    return unsubscribe;
  }, [client, planId, after, isLive, say, wash]);
  return { fresh, gone };
}

export interface PresentAt extends PresentPerson {
  readonly itemId: string | null;
}

interface PlanPresence extends Omit<PlanLive, 'cursor'> {
  /** The action the reader has open. */
  readonly at: string | null;
}

/** Who else is looking at the plan, and at which action of it. To ask is to be seen. */
export function usePlanPresence({ planId, at, viewerIds, isLive }: PlanPresence): readonly PresentAt[] {
  const client = useClient();
  const [present, setPresent] = useState<readonly PresentAt[]>([]);
  useEffect(() => {
    if (!isLive) return undefined;
    const { unsubscribe } = client
      .subscription(planPresence, { within: planId, at })
      .subscribe(({ data }) => {
        if (!data) return;
        setPresent(
          data.presence.flatMap(({ person, itemId }) =>
            person ? { id: person.id, name: person.name, itemId } : [],
          ),
        );
      });
    return unsubscribe;
  }, [client, planId, at, isLive]);
  return useMemo(() => present.filter((one) => !viewerIds.has(one.id)), [present, viewerIds]);
}
