// node scripts/run.mjs NAME arguments…: runs one of the server's commands.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { become, prepare, root, say } from './prepare.mjs';

const [name = '', ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name) || !existsSync(path.join(root, 'server/commands', `${name}.ts`))) {
  say(`there is no command "${name}"; see server/commands`);
  process.exit(2);
}
await prepare('server');
await become(`server/commands/${name}.js`, args);
