import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedBesideItself } from './compress-plugin.js';
import { graphiqlUnderOurPolicy } from './graphiql-plugin.js';

/** The server that answers GraphQL, sign-in and exports while the client runs from source. */
const api = process.env['ACCORD_API'] ?? 'http://localhost:4000';

const REACT = /node_modules\/(react|react-dom|scheduler|react-router)\//;

const FEATURES = /\/client\/features\//;
const ofMany = { minShareCount: 3, includeDependenciesRecursively: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), graphiqlUnderOurPolicy(), compressedBesideItself()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    // A data: URI is refused by the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: `${import.meta.dirname}/index.html`,
        graphiql: `${import.meta.dirname}/graphiql.html`,
      },
      output: {
        codeSplitting: {
          // What several pages need comes in three pieces: a piece for each set of pages would be eighty requests a page.
          groups: [
            { name: 'react', test: REACT, priority: 2 },
            { name: 'features', test: FEATURES, priority: 1, ...ofMany },
            { name: 'platform', ...ofMany },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: api, ws: true },
      '/imports': { target: api },
      '/public/': { target: api },
      '/publications': { target: api },
    },
  },
});
