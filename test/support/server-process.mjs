// The server as `npm start` runs it, in a process of its own, from its sources: for tests that signal and kill it.
import { runnerImport } from 'vite';

process.env.NODE_ENV ??= 'production';
setClock(Number(process.env.CLOCK_WRONG_BY_MS ?? 0));

const main = new URL('../../server/main.ts', import.meta.url).pathname;
await runnerImport(main, {
  configFile: false,
  logLevel: 'error',
});

/** As if the machine’s clock were wrong, for everything in this process that asks the time of day. */
function setClock(wrongByMs) {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length ? given : [Right.now() + wrongByMs]));
    }
    static now() {
      return Right.now() + wrongByMs;
    }
  };
}
