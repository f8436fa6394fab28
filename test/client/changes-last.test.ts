import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPage, settled } from './a-page.js';

test('a change told while an older answer is on its way is shown at once, and still when that has come', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.askAgain();
  page.tell('PREPARED');
  page.tell('PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  page.answer(1, 'BUILDING');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  expect(page.told).toEqual(['PREPARED', 'PUBLISHED']);
});

test('so it is where the answer to what somebody did is older than what others did since', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.publish();
  page.tell('RECALLED');
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('RECALLED');
});

test('what is newer than the change stays: the answer itself, or what came before it', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.askAgain();
  page.tell('PREPARED');
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  page.askAgain();
  page.tell('PUBLISHED');
  page.publish();
  page.answer(3, 'RECALLED');
  page.answer(2, 'RECALLED');
  await settled();
  expect(page.shown.at(-1)).toBe('RECALLED');
});

test('what was told while nothing was on its way is not written again', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.tell('RECALLED');
  page.askAgain();
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
});

test('what others did before does not put back for a moment what somebody just did', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING', 6);
  page.publish();
  page.tell('PREPARED', 6, 'another');
  page.answer(1, 'PUBLISHED', 5);
  await settled();
  expect(page.waiting.at(-1)).toBe(5);
});

test('what others did after it stands, though the answer does not know of it', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING', 6);
  page.publish();
  page.tell('PUBLISHED', 5);
  page.tell('PREPARED', 4, 'another');
  page.answer(1, 'PUBLISHED', 5);
  await settled();
  expect(page.waiting.at(-1)).toBe(4);
});

test('what somebody did since stays, though what others did before it is written over an answer that is older than both', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING', 6);
  page.askAgain();
  page.tell('PREPARED', 6, 'another');
  page.publish();
  page.answer(2, 'PUBLISHED', 5);
  await settled();
  expect(page.waiting.at(-1)).toBe(5);
  page.answer(1, 'BUILDING', 6);
  await settled();
  expect(page.waiting.at(-1)).toBe(5);
  expect(page.shown.at(-1)).toBe('PUBLISHED');
});

test('an answer that knows of a change knows of those before it', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING', 6);
  page.askAgain();
  page.tell('PREPARED', 6, 'another');
  page.tell('PREPARED', 5);
  page.answer(1, 'PUBLISHED', 4);
  await settled();
  expect(page.waiting.at(-1)).toBe(4);
});

const aStep = fc.record({
  what: fc.constantFrom('query' as const, 'mine' as const, 'others' as const),
  done: fc.nat(4),
  arrives: fc.nat(8),
});
const DONE_BY_ME = ['BUILDING', 'PREPARED', 'PUBLISHED', 'RECALLED'] as const;

test('however answers and changes overtake each other, the page ends as things stand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 14 }), async (steps) => {
      const page = aPage();
      page.answer(0, 'BUILDING', 0);
      let [waiting, mine, lastTold, isMineOut] = [0, 0, 0, false];
      const events: { at: number; run: () => void }[] = [];
      const later = (at: number, run: () => void): void => void events.push({ at, run });
      /** It is done: told in its turn, as things stand when it is told. */
      const commit = (at: number, arrives: number, id: string): void => {
        waiting += 1;
        lastTold = Math.max(lastTold, at + arrives);
        const status = () => (id === 'p' ? DONE_BY_ME[mine] : 'BUILDING');
        later(lastTold, () => page.tell(status() ?? 'BUILDING', waiting, id));
      };
      for (const [start, { what, done, arrives }] of steps.entries())
        later(start, () => {
          const at = start + done;
          if (what === 'others') return later(at, () => commit(at, arrives, `other ${start}`));
          if (what === 'mine' && (isMineOut || mine === 3)) return;
          const asked = page.asked.length;
          if (what === 'mine') page.publish();
          else page.askAgain();
          if (page.asked.length === asked) return;
          isMineOut ||= what === 'mine';
          later(at, () => {
            if (what === 'mine') {
              mine += 1;
              commit(at, arrives, 'p');
            }
            const read = { status: DONE_BY_ME[mine] ?? 'BUILDING', waiting };
            later(at + arrives, () => {
              isMineOut &&= what !== 'mine';
              page.answer(asked, read.status, read.waiting);
            });
          });
        });
      for (;;) {
        events.sort((one, other) => one.at - other.at);
        const event = events.shift();
        if (!event) break;
        event.run();
        await settled();
      }
      expect([page.shown.at(-1), page.waiting.at(-1)]).toEqual([DONE_BY_ME[mine], waiting]);
    }),
    { numRuns: 300 },
  );
});
