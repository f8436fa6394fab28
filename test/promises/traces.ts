import { expect } from 'vitest';
import type { Told } from './asking.js';
import { formsOf, type OutOfSight, openedUp } from './out-of-sight.js';

/** Their ids are made of the board’s and are told of shipped templates alike: having one says nothing. Their words do. */
const IDS_OF_NOTHING = ['report_templates'];

/** The forms in which each of it could stand somewhere. */
export const tracesOf = ({ ids, words }: OutOfSight): string[] => [
  ...words,
  ...[...ids].flatMap(([table, of]) => (IDS_OF_NOTHING.includes(table) ? [] : of.flatMap(formsOf))),
];

/** Of letters that a trace can be made of, as long as the shortest of them. */
const STRETCH = /[\w+/-]{8,}/g;

/**
 * Each with the document it was told in, so that a leak says where it is. The same ids come in thousands of answers, so
 * each stretch of letters is opened and searched once.
 */
export function tracesIn(told: readonly Told[], sought: readonly string[]): string[] {
  expect(sought.filter((trace) => trace.match(STRETCH)?.[0] !== trace)).toEqual([]);
  const toldIn = new Map<string, Told['question']>();
  for (const { question, text } of told)
    for (const [stretch] of text.matchAll(STRETCH)) if (!toldIn.has(stretch)) toldIn.set(stretch, question);
  const opened = [...toldIn].map(([stretch, question]) => ({ question, text: openedUp(stretch) }));
  const all = opened.map(({ text }) => text).join('\n');
  return sought
    .filter((trace) => all.includes(trace))
    .map((trace) => {
      const question = opened.find(({ text }) => text.includes(trace))?.question;
      return `${trace} in ${question?.query.slice(0, 200)} ${JSON.stringify(question?.variables)}`;
    });
}
