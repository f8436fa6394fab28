import http from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';

/** What live updates are measured against: a bare two-statement transaction, then the same texts to every socket of `ws`. */
const [url = '', audiences = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 4 });
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void tell(JSON.parse(Buffer.concat(chunks).toString()) as string[]).then(() => response.end('{}'));
  });
});

async function tell(texts: string[]): Promise<void> {
  const client = await pool.connect();
  await client.query(`begin; select set_config('app.audiences', '${audiences}', true)`);
  const { rows } = await client.query<{ id: string }>(
    'update baseline_actions set version = version + 1 where id = (select id from baseline_actions limit 1) returning id',
  );
  await client.query('insert into baseline_log (partnership_id, item_id, after) values ($1, $1, $2)', [
    rows[0]?.id,
    JSON.stringify(rows[0]),
  ]);
  await client.query('commit');
  client.release();
  for (const socket of sockets.clients) for (const text of texts) socket.send(text);
}

server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request)),
);
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as { port: number }).port}`));
