import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import type { VariablesOf } from '../../platform/graphql/graphql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { type RiskChange, type RiskRow, riskChanges, risksQuery } from './risk.queries';

type Variables = Omit<VariablesOf<typeof risksQuery>, 'after'>;

interface Page {
  readonly nodes: readonly RiskRow[];
  readonly totalCount: number;
  readonly endCursor: string | null;
}

export interface Register {
  /** Null until the first answer; then what is known stays until a newer answer comes. */
  readonly risks: readonly RiskRow[] | null;
  readonly totalCount: number;
  readonly refusal: Refusal | null;
  readonly more: (() => void) | null;
  readonly again: () => void;
}

/** The register page after page, as far as the reader has asked; each page goes on following what is known of it. */
export function useRisks(variables: Variables): Register {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [asked, setAsked] = useState<{ key: string; cursors: readonly (string | null)[] }>({
    key,
    cursors: [null],
  });
  const [pages, setPages] = useState<{ key: string; pages: readonly Page[] } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [turn, setTurn] = useState(0);
  if (asked.key !== key) setAsked({ key, cursors: [null] });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is what asks again
  useEffect(() => {
    const variablesThen = JSON.parse(asked.key) as Variables;
    const stops = asked.cursors.map((after, at) => {
      const { unsubscribe } = client
        .query(risksQuery, { ...variablesThen, after })
        .subscribe(({ data, error }) => {
          setRefusal(refusalOf(error));
          if (!data) return;
          const { nodes, totalCount, pageInfo } = data.risks;
          const page = { nodes, totalCount, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
          setPages((before) => {
            const kept = before?.key === asked.key ? before.pages.slice() : [];
            kept[at] = page;
            return { key: asked.key, pages: kept };
          });
        });
      return unsubscribe;
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, asked, turn]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  const shown = pages?.pages.filter(Boolean) ?? null;
  const last = shown?.at(-1);
  const next = pages?.key === key ? last?.endCursor : null;
  const byId = new Map(shown?.flatMap(({ nodes }) => nodes.map((risk) => [risk.id, risk] as const)));
  return {
    risks: shown && [...byId.values()],
    totalCount: shown?.[0]?.totalCount ?? 0,
    refusal,
    more: next ? () => setAsked((before) => ({ key, cursors: [...before.cursors, next] })) : null,
    again,
  };
}

const FRESH_MS = 2_400;
const SETTLE_MS = 400;

/** What is said of a change; null for what need not be. */
export function sentenceOf({ kind, item, organisation, actor, fields }: RiskChange): string | null {
  const by = organisation?.name ?? actor?.name ?? 'somebody';
  if (item?.__typename === 'Mitigation') return `A mitigation was changed by ${by}`;
  if (item?.__typename !== 'Risk') return null;
  const name = `Risk ${item.reference ?? item.event}`;
  if (kind === 'CREATED') return `${name} was added by ${by}`;
  if (kind === 'ARCHIVED') return `${name} was archived by ${by}`;
  const isScore = fields.some(({ field }) => field.startsWith('current'));
  return isScore && item.current
    ? `${name} is now ${item.current.band}, ${item.current.score}, by ${by}`
    : `${name} was changed by ${by}`;
}

interface RisksLive {
  readonly within: string;
  readonly cursor: string;
  /** Who this is: what they do themselves is not told to them. */
  readonly viewerId: string | null;
  /** The register may hold others now, or in another order. */
  readonly onMoved: () => void;
}

/** Follows the register, and answers which risks have just changed. */
export function useRisksLive({ within, cursor, viewerId, onMoved }: RisksLive): ReadonlySet<string> {
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const moved = useRef(onMoved);
  moved.current = onMoved;
  const say = useGathered('to the risks');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fading = new Set<ReturnType<typeof setTimeout>>();
    const settle = (): void => {
      timer = undefined;
      moved.current();
    };
    const wash = (id: string): void => {
      setFresh((before) => new Set(before).add(id));
      const fade = setTimeout(() => {
        fading.delete(fade);
        setFresh((before) => new Set([...before].filter((one) => one !== id)));
      }, FRESH_MS);
      fading.add(fade);
    };
    const take = (change: RiskChange): void => {
      const { itemType, itemId, aboutId } = change;
      if (change.kind === 'REMOVED') hush();
      const riskId = itemType === 'Risk' ? itemId : itemType === 'Mitigation' ? aboutId : null;
      if (riskId === null && change.kind !== 'RESYNC') return;
      timer ??= setTimeout(settle, SETTLE_MS);
      if (riskId === null || (change.actor && change.actor.id === viewerId)) return;
      wash(riskId);
      const sentence = sentenceOf(change);
      if (sentence) say(sentence);
    };
    const { unsubscribe } = client
      .subscription(riskChanges, { within, after })
      .subscribe(({ data }) => data && take(data.changes));
    return () => {
      unsubscribe();
      clearTimeout(timer);
      for (const one of fading) clearTimeout(one);
    };
  }, [client, within, after, viewerId, say]);
  return fresh;
}
