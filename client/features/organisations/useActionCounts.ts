import { useEffect, useMemo, useState } from 'react';
import { gql, useClient } from 'urql';

export interface ActionCounts {
  readonly actions: number;
  readonly overdue: number;
}

type Answer = Readonly<Record<string, { readonly totalCount: number } | undefined>>;

/** As many as one document may ask about: two lists each. */
export const COUNTED_AT_ONCE = 14;

/** One document that counts the actions of several organisations, and those overdue. */
export function countsDocument(organisations: number): string {
  const each = Array.from({ length: organisations }, (_, at) => at);
  const variables = each.map((at) => `$o${at}: ID!`).join(', ');
  const fields = each.map(
    (
      at,
    ) => `  all${at}: actions(within: $within, first: 1, filter: { organisationIds: [$o${at}] }) { totalCount }
  late${at}: actions(within: $within, first: 1, filter: { organisationIds: [$o${at}], isOverdue: true }) { totalCount }`,
  );
  return `query ActionCounts($within: ID!, ${variables}) {\n${fields.join('\n')}\n}`;
}

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / COUNTED_AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    ids.slice(at * COUNTED_AT_ONCE, (at + 1) * COUNTED_AT_ONCE),
  );
}

function countsOf(ids: readonly string[], data: Answer): [string, ActionCounts][] {
  return ids.flatMap((id, at): [string, ActionCounts][] => {
    const [all, late] = [data[`all${at}`], data[`late${at}`]];
    return all && late ? [[id, { actions: all.totalCount, overdue: late.totalCount }]] : [];
  });
}

/** How many actions each organisation answers for, as far as that is known yet; asked again when actions come or go. */
export function useActionCounts(within: string, ids: readonly string[]): ReadonlyMap<string, ActionCounts> {
  const client = useClient();
  const [counts, setCounts] = useState<ReadonlyMap<string, ActionCounts>>(new Map());
  const key = useMemo(() => ids.join(), [ids]);
  useEffect(() => {
    const asked = chunks(key === '' ? [] : key.split(',')).map((some) => {
      const variables = { within, ...Object.fromEntries(some.map((id, at) => [`o${at}`, id])) };
      return client
        .query<Answer>(gql(countsDocument(some.length)), variables)
        .subscribe(
          ({ data }) => data && setCounts((before) => new Map([...before, ...countsOf(some, data)])),
        );
    });
    return () => {
      for (const one of asked) one.unsubscribe();
    };
  }, [client, within, key]);
  return counts;
}
