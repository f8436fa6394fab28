import http from 'node:http';
import { pause } from './processes.js';

export interface Request {
  path: string;
  body: string;
  headers?: Record<string, string>;
}

export interface Throughput {
  perSecond: number;
  /** Of the last answer. */
  bytes: number;
  /** How long each answer took, in milliseconds. */
  waits: number[];
}

/**
 * Keeps so many connections busy for a while, or asks so often a second; how many requests a second were answered,
 * and how large. The first answer that is not what was asked for ends it.
 */
export async function throughput(
  url: string,
  connections: number,
  seconds: number,
  next: (n: number) => Request,
  onAnswer: (n: number, text: string) => void = () => {},
  mostPerSecond = Number.POSITIVE_INFINITY,
): Promise<Throughput> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  let sent = 0;
  let answered = 0;
  let bytes = 0;
  const waits: number[] = [];
  const send = (request: Request, n: number) =>
    new Promise<void>((resolve, reject) => {
      const call = http.request(
        {
          agent,
          hostname,
          port,
          path: request.path,
          method: 'POST',
          headers: { 'content-type': 'application/json', ...request.headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks);
            if (response.statusCode !== 200 || text.subarray(0, 400).includes('"errors"'))
              reject(
                new Error(`${request.path}: ${response.statusCode} ${text.subarray(0, 400).toString()}`),
              );
            onAnswer(n, text.toString());
            answered++;
            bytes = text.length;
            resolve();
          });
        },
      );
      call.on('error', reject);
      call.end(request.body);
    });
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const n = sent++;
        const early = began + (n / mostPerSecond) * 1000 - performance.now();
        if (early > 0) await pause(early);
        const at = performance.now();
        await send(next(n), n);
        waits.push(performance.now() - at);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: answered / took, bytes, waits };
}
