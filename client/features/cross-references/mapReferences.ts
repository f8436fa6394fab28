import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { type MapAsked, mapReferencesQuery } from './map.queries';

/** The cross-references behind a map, asked for once they are wanted and again whenever something was told. */
export function useMapReferences(asked: MapAsked, told: number, isWanted: boolean) {
  const [{ data, error }, ask] = useQuery({
    query: mapReferencesQuery,
    variables: asked,
    pause: !isWanted,
    requestPolicy: 'cache-and-network',
  });
  const last = useRef(told);
  useEffect(() => {
    if (!isWanted || last.current === told) return;
    last.current = told;
    ask({ requestPolicy: 'network-only' });
  }, [told, isWanted, ask]);
  return {
    answer: data?.interdependencies ?? null,
    error,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}
