import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { examples } from './graphiql-examples.js';
import { ExamplesMenu } from './graphiql-examples-menu.js';
import './graphiql.css';

const socket = createClient({ url: `${location.origin.replace(/^http/, 'ws')}/graphql`, lazy: true });

const fetcher = createGraphiQLFetcher({ url: '/graphql', wsClient: socket });

const welcome = `# Ask for exactly what you need. Examples for each kind of user: top right.
# A program signs in with a token, in the headers below: { "Authorization": "Bearer …" }

${examples[0]?.query ?? ''}`;

const root = document.getElementById('graphiql');
if (!root) throw new Error('graphiql.html has no #graphiql');
createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={welcome}
    // Headers hold tokens: they are gone when the page is.
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>
      <ExamplesMenu />
    </GraphiQL.Logo>
  </GraphiQL>,
);
