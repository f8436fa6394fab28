// npm test: everything the tests need, then all of them. Arguments go to vitest: npm test -- test/actions
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBuilt, ensureDependencies, runBeside, say } from './prepare.mjs';

const USUAL_PLACES = [
  // Drawing for nobody, it is a third quicker than the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

ensureDependencies({ dev: true });
const chromium = findChromium() ?? installChromium();
await ensureBuilt('server', 'client');
runBeside(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  ...process.env,
  CHROMIUM: chromium,
});

function findChromium() {
  const given = process.env.CHROMIUM;
  if (given === undefined || given === '') return USUAL_PLACES.find((place) => existsSync(place));
  if (existsSync(given)) return given;
  say(`CHROMIUM names ${given}, which does not exist`);
  process.exit(1);
}

function installChromium() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium for the tests in a browser (apt-get install chromium-headless-shell)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update'],
      ['install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation'],
    ]) {
      spawnSync('apt-get', args, { stdio: 'inherit', env });
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  say(
    'The tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell), or set CHROMIUM to its program.',
  );
  process.exit(1);
}
