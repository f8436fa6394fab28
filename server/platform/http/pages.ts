import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where `vite build` puts the page: beside the built server, or, run from source, in dist. */
function builtClient(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return ['../../../client', '../../../dist/client']
    .map((from) => path.resolve(here, from))
    .find((folder) => existsSync(path.join(folder, 'assets')));
}

/** Serves the page: hashed files for ever, the page itself fresh each time, and for every address a person can type. */
export async function registerPages(http: FastifyInstance): Promise<void> {
  const root = builtClient();
  if (!root) {
    http.get('/', async (_request, reply) =>
      reply.type('text/plain').send('The page is not built: run npm run build. The API is at /graphql.'),
    );
    return;
  }
  await http.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    // Asked for by the name of the file they stand for, and by no other.
    globIgnore: ['**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.get('/graphiql', (_request, reply) => reply.sendFile('graphiql.html'));
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isPage) return reply.sendFile('index.html');
    return reply.code(404).send({
      errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }],
    });
  });
}
