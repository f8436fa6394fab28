import { readFileSync, writeFileSync } from 'node:fs';
import {
  introspectionFromSchema,
  isAbstractType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { accordSchema } from '../schema.js';

/**
 * Prints the schema where both sides and integrators read it. `--baseline` also makes it the one that later
 * changes are held against (test/contract/schema.test.ts): only when breaking somebody’s script is meant.
 */
const text = `${printSchema(lexicographicSortSchema(await accordSchema()))}\n`;
write('schema/schema.graphql', text);
if (process.argv.includes('--baseline')) write('schema/baseline.graphql', text);
write('client/graphql-env.d.ts', await typesForTheClient());
write('client/graphql-embedded.ts', `${await embeddedTypes()}\n${await possibleTypes()}`);

function write(file: string, content: string): void {
  if (read(file) !== content) {
    writeFileSync(file, content);
    console.log(`${file} written`);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Types without an id: the client’s cache keeps them inside whatever they came in. */
async function embeddedTypes(): Promise<string> {
  const types = Object.values((await accordSchema()).getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !('id' in type.getFields()))
    .map((type) => `  '${type.name}',\n`)
    .sort();
  return `/** Printed with the schema: types without an id, kept by the cache inside whatever they came in. */\nexport const embeddedTypes: readonly string[] = [\n${types.join('')}];\n`;
}

/** What each interface or union may be: the client’s cache must know, not guess, which fragment fits an item. */
async function possibleTypes(): Promise<string> {
  const schema = await accordSchema();
  const lines = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) =>
      listLines(
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => `'${name}'`)
          .sort(),
      ),
    )
    .sort();
  return `/** Printed with the schema: what each interface or union may be. */\nexport const possibleTypes: Readonly<Record<string, string[]>> = {\n${lines.join('')}};\n`;
}

/** As the formatter would have it: on one line where it fits. */
function listLines(name: string, items: readonly string[]): string {
  const line = `  ${name}: [${items.join(', ')}],\n`;
  return line.length <= 111 ? line : `  ${name}: [\n${items.map((item) => `    ${item},\n`).join('')}  ],\n`;
}

/** The schema as a type, from which gql.tada works out what every document of the client answers. */
async function typesForTheClient(): Promise<string> {
  // A build-time package: absent where only the server runs.
  const { minifyIntrospection, outputIntrospectionFile } = await import('@gql.tada/internal');
  const introspection = introspectionFromSchema(await accordSchema(), { descriptions: false });
  return outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });
}
