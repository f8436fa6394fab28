import http from 'node:http';

export interface Request {
  path: string;
  body: string;
  headers?: Record<string, string>;
}

/** Keeps so many connections busy for a while; answers how many requests a second were answered, and how large. */
export async function throughput(
  url: string,
  connections: number,
  seconds: number,
  next: (n: number) => Request,
  onAnswer: (n: number, text: string) => void = () => {},
): Promise<{ perSecond: number; bytes: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  let sent = 0;
  let answered = 0;
  let bytes = 0;
  const end = Date.now() + seconds * 1000;
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
  const began = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (Date.now() < end) {
        const n = sent++;
        await send(next(n), n);
      }
    }),
  );
  const took = Number(process.hrtime.bigint() - began) / 1e9;
  agent.destroy();
  return { perSecond: answered / took, bytes };
}
