// npm run dev: compiles and restarts the server at each change, and serves the client from its sources.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureDependencies, root, say } from './prepare.mjs';

const CLIENT_PORT = 5173;
const port = process.env.PORT || '4000';

ensureDependencies({ dev: true });
await ensureBuilt('server'); // so that there is a program to start before the compiler's first round

const children = [];
let isEnding = false;

// The browser comes by the client's port, so that is the origin the server must trust.
const origins = `http://localhost:${CLIENT_PORT},http://127.0.0.1:${CLIENT_PORT},http://localhost:${port}`;
start(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']);
start(['--watch', '--enable-source-maps', 'dist/server/main.js'], {
  PUBLIC_ORIGIN: origins,
  LOG_LEVEL: 'debug',
});
start(['node_modules/vite/bin/vite.js', 'client', '--port', String(CLIENT_PORT), '--strictPort'], {
  ACCORD_API: `http://127.0.0.1:${port}`,
});
say(`the client is at http://localhost:${CLIENT_PORT}, the server at http://localhost:${port}`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
process.once('exit', () => {
  for (const child of children) child.kill();
});

/** What the environment sets already wins over `defaults`. Input is kept from them: it is ours alone. */
function start(args, defaults = {}) {
  const env = { ...defaults, ...process.env };
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  children.push(child);
  child.once('exit', (code) => end(code ?? 1));
}

/** One gone, all go: half a development server is of no use. The server may take its time to drain. */
function end(code) {
  if (isEnding) return;
  isEnding = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
  setTimeout(() => process.exit(code), 12_000).unref();
}
