// npm start: brings dependencies and builds up to date, then is the server.
import { become, prepare } from './prepare.mjs';

await prepare('server', 'client');
await become('server/main.js');
