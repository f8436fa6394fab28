// npm run bench: builds all, then runs the measurements in bench/ as built JavaScript, as a server would run.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { become, ensureDependencies, prepare, root, runToEnd, say } from './prepare.mjs';

ensureDependencies({ dev: true });
installRival();
await prepare('server', 'client', 'bench');
await become('bench/run.js');

/** PostGraphile, which the reads are measured beside, has a package of its own: 300 MB that nothing else needs. */
function installRival() {
  const folder = path.join(root, 'bench/postgraphile');
  if (existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return;
  say('installing PostGraphile for the bench');
  runToEnd('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
}
