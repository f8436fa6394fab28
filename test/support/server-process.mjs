// The server as `npm start` runs it, in a process of its own, from its sources: for tests that signal and kill it.
import { runnerImport } from 'vite';

process.env.NODE_ENV ??= 'production';
const main = new URL('../../server/main.ts', import.meta.url).pathname;
await runnerImport(main, {
  configFile: false,
  logLevel: 'error',
});
