// npm run schema: prints the server's schema into schema/schema.graphql.
import { become, prepare } from './prepare.mjs';

await prepare('server');
await become('server/commands/print-schema.js');
