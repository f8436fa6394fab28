import { expect, test } from 'vitest';
import { aPage, settled } from './a-page.js';

test.each(['askAgain', 'refresh'] as const)(
  'what is shown stays while an answer that changes have overtaken is asked for again (%s)',
  async (ask) => {
    const page = aPage();
    page.answer(0, 'BUILDING');
    page.publish();
    page.tell('GONE');
    page[ask]();
    await settled();
    page.answer(1, 'PUBLISHED');
    page.answer(2, 'BUILDING');
    await settled();
    expect(new Set(page.shown)).toEqual(new Set(['BUILDING']));
    page.answer(3, 'PUBLISHED');
    await settled();
    expect(page.shown.at(-1)).toBe('PUBLISHED');
  },
);

test('where nothing was shown, none has come yet', async () => {
  const page = aPage();
  page.publish();
  page.tell('GONE');
  page.answer(1, 'PUBLISHED');
  page.answer(0, 'BUILDING');
  await settled();
  expect(new Set(page.shown)).toEqual(new Set(['NOT YET']));
  page.answer(2, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
});

test('that something changed makes nobody ask again who is told what it became', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.tellThat();
  page.tell('PREPARED');
  await settled();
  expect(page.asked.length).toBe(1);
  expect(page.shown).toEqual(['BUILDING', 'PREPARED']);
});
