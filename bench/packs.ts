import { monitorEventLoopDelay } from 'node:perf_hooks';
import { packApart } from '../server/features/meetings/pack/pack-apart.js';
import { longPack } from '../test/support/packs.js';
import { report } from './report.js';

const PAGES = 336;
const place = { meetingId: 'a-meeting', fileName: 'agenda' };

/** How long a pack of three hundred pages takes in its thread, what it costs in memory, and what the server feels of it. */
export async function measurePacks(): Promise<void> {
  const pack = longPack(PAGES);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  let [most, pages] = [before, 0];
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  delay.enable();
  const began = performance.now();
  await packApart({ pack, place, madeAt: '2030-07-01T09:00:00Z' }, async (file) => {
    pages = Math.max(pages, file.pages ?? 0);
  });
  const seconds = (performance.now() - began) / 1_000;
  delay.disable();
  clearInterval(looking);
  report('a pack of 300 pages: s', seconds, { atMost: 30 }, `${pages} pages as HTML, PDF and Word`);
  report('a pack of 300 pages: MB', (most - before) / 1e6, { atMost: 500 }, 'more than before, at the most');
  report('the server meanwhile: ms late, p99', delay.percentile(99) / 1e6, null, 'of its event loop');
}
