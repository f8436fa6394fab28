// npm run bench: builds all, then runs the measurements in bench/ as built JavaScript, as a server would run.
import { become, ensureDependencies, prepare } from './prepare.mjs';

ensureDependencies({ dev: true });
await prepare('server', 'client', 'bench');
await become('bench/run.js');
