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
