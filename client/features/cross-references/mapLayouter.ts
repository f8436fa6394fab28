import { useEffect, useState } from 'react';
import type { LayoutAsked, MapLayout } from './mapLayout';

export interface LayoutQuestion {
  readonly number: number;
  readonly asked: LayoutAsked;
  readonly rem: number;
}

export interface LayoutAnswer {
  readonly number: number;
  readonly layout: MapLayout;
}

type Take = (layout: MapLayout) => void;

/** One for the whole page: it remembers where everything stood while the reader looks at the table. */
let worker: Worker | null = null;
let count = 0;
const waiting = new Map<number, Take>();

function started(): Worker {
  if (worker) return worker;
  // A file of its own: the content security policy lets no worker be made of a text.
  worker = new Worker(new URL('./mapLayout.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    waiting.get(data.number)?.(data.layout);
    waiting.delete(data.number);
  });
  return worker;
}

function layOutSoon(asked: LayoutAsked, rem: number, take: Take): () => void {
  count += 1;
  const number = count;
  waiting.set(number, take);
  started().postMessage({ number, asked, rem } satisfies LayoutQuestion);
  return () => waiting.delete(number);
}

/** Where everything stands, worked out beside the page; until the next answer is there, where it stood. */
export function useLayout(asked: LayoutAsked, rem: number): MapLayout | null {
  const [layout, setLayout] = useState<MapLayout | null>(null);
  useEffect(() => {
    const forget = layOutSoon(asked, rem, setLayout);
    return () => {
      forget();
    };
  }, [asked, rem]);
  return layout;
}
