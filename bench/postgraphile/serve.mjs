// PostGraphile over the tables of the bench: the same database role, the same row security, the same sight.
import http from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

// It has no type for the transaction ids of the log, and says so at length; nothing here asks for them.
console.warn = () => {};

const [connectionString = '', audiences = ''] = process.argv.slice(2);

/** Where a column may point at several kinds of item there is no foreign key: the bench's all point at actions. */
const tags = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: {
      ownerships: { tags: { foreignKey: '(item_id) references actions (id)|@foreignFieldName ownerships' } },
      cross_references: {
        tags: {
          foreignKey: [
            '(from_id) references actions (id)|@fieldName from|@foreignFieldName outgoing',
            '(to_id) references actions (id)|@fieldName to|@foreignFieldName incoming',
          ],
        },
      },
    },
  },
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags],
  // Filters and orders on columns without an index too.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 16 } })],
  schema: { connectionFilterRelations: true, defaultBehavior: '-insert -update -delete' },
  grafast: { context: () => ({ pgSettings: { 'app.audiences': audiences } }) },
  grafserv: { graphiql: false },
});

const server = http.createServer();
await instance.createServ(grafserv).addTo(server);
if (process.argv[4] === '--schema') {
  const { printSchema } = await import('postgraphile/graphql');
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
