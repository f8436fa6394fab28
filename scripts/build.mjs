// npm run build: brings server and client up to date in dist/.
import { prepare } from './prepare.mjs';

await prepare('server', 'client');
