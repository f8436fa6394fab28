import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { type MapAsked, mapReferencesQuery } from './map.queries';
import type { MapGraph } from './mapGraph';

/** The cross-references behind a map, asked for once they are wanted and again whenever its numbers have moved. */
export function useMapReferences(asked: MapAsked, graph: MapGraph, isWanted: boolean) {
  const [{ data, error }, ask] = useQuery({
    query: mapReferencesQuery,
    variables: asked,
    pause: !isWanted,
    requestPolicy: 'cache-and-network',
  });
  const last = useRef(graph);
  useEffect(() => {
    if (!isWanted || last.current === graph) return;
    last.current = graph;
    ask({ requestPolicy: 'network-only' });
  }, [graph, isWanted, ask]);
  return {
    answer: data?.interdependencies ?? null,
    error,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}
