import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { askChild, talkWithChild } from '../../server/platform/jobs/child.js';

const folder = mkdtempSync(path.join(tmpdir(), 'accord-child-'));
afterAll(() => rmSync(folder, { recursive: true }));

function module(name: string, code: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return file;
}

const LIMITS = { milliseconds: 20_000, heapMegabytes: 100, residentMegabytes: 300 };
const HOARDER = module(
  'hoarder',
  `process.on('message', () => { globalThis.kept = []; setInterval(() => kept.push(Buffer.alloc(20e6, 1)), 5); });`,
);
const ECHO = module(
  'echo',
  `process.on('message', async (said) => {
     await new Promise((sent) => process.send({ said, held: process.memoryUsage().rss > 0 }, sent));
     if (said.isLast) process.disconnect();
   });`,
);

async function* saying(...all: object[]) {
  yield* all;
}

describe('a process of its own', () => {
  it('is ended when it holds too much beside its heap', async () => {
    await expect(askChild(HOARDER, {}, LIMITS)).rejects.toMatchObject({ trouble: 'OUT_OF_MEMORY' });
    await expect(talkWithChild(HOARDER, saying({}), LIMITS, async () => {})).rejects.toMatchObject({
      trouble: 'OUT_OF_MEMORY',
    });
  });

  it('is ended when its time is up', async () => {
    const short = { milliseconds: 300, heapMegabytes: 100 };
    await expect(askChild(HOARDER, {}, short)).rejects.toMatchObject({ trouble: 'TIMED_OUT' });
  });

  it('is told one thing after another, and all its answers are waited for', async () => {
    const answers: unknown[] = [];
    await talkWithChild<{ said: { n: number } }>(
      ECHO,
      saying({ n: 1 }, { n: 2, bytes: Buffer.alloc(3_000_000) }, { n: 3, isLast: true }),
      LIMITS,
      async ({ said }) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        answers.push(said.n);
      },
    );
    expect(answers).toEqual([1, 2, 3]);
  });

  it('is asked nothing more once an answer was not taken, whatever waits for it', async () => {
    async function* waiting() {
      yield { n: 1 };
      await new Promise(() => {});
    }
    const told = async () => {
      throw new Error('not kept');
    };
    await expect(talkWithChild(ECHO, waiting(), LIMITS, told)).rejects.toThrow('not kept');
  });

  it('tells what went wrong with an answer, and does not wait for one that ended without a word', async () => {
    const refusing = talkWithChild(ECHO, saying({ isLast: true }), LIMITS, async () => {
      throw new Error('not wanted');
    });
    await expect(refusing).rejects.toThrow('not wanted');
    const silent = module('silent', 'process.exit(3)');
    await expect(askChild(silent, {}, LIMITS)).rejects.toMatchObject({ trouble: 'UNAVAILABLE' });
    const talking = talkWithChild(silent, saying({}, {}), LIMITS, async () => {});
    await expect(talking).rejects.toMatchObject({ trouble: 'UNAVAILABLE' });
  });
});
