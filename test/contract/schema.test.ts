import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { beforeAll, describe, expect, test } from 'vitest';
import { readsOf } from '../../server/platform/reading/fields.js';
import { accordSchema } from '../../server/schema.js';

const printed = (file: string) => readFileSync(`schema/${file}`, 'utf8');

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await accordSchema();
  });

  const ownTypes = () => Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));

  test('is printed as it is (npm run schema)', () => {
    expect(printed('schema.graphql')).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  test('breaks nobody’s script: what was promised still stands', async () => {
    const changes = await diff(
      buildSchema(printed('baseline.graphql')),
      buildSchema(printed('schema.graphql')),
    );
    const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
    expect(breaking.map((change) => change.message)).toEqual([]);
  });

  test('says of every type, field, argument and value what it means', () => {
    const silent: string[] = [];
    const look = (name: string, description: string | null | undefined) => {
      if (!description?.trim()) silent.push(name);
    };
    for (const type of ownTypes()) {
      if (
        ['Query', 'Mutation', 'Subscription', 'ID', 'String', 'Int', 'Boolean', 'Float'].includes(
          type.name,
        ) === false
      )
        look(type.name, type.description);
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field.description);
          if ('args' in field)
            for (const arg of field.args)
              if (arg.name !== 'input') look(`${type.name}.${field.name}(${arg.name})`, arg.description);
        }
    }
    expect(silent).toEqual([]);
  });

  test('reads every field that is no column, so that none is silently empty', () => {
    const storage = getMetadataArgsStorage();
    const unread: string[] = [];
    for (const type of ownTypes()) {
      if (!isObjectType(type)) continue;
      const target = storage.tables.find(
        (table) => typeof table.target === 'function' && table.target.name === type.name,
      )?.target;
      if (typeof target !== 'function') continue;
      const columns = new Set(
        storage.columns
          .filter(
            (column) =>
              typeof column.target === 'function' &&
              (column.target === target || Object.prototype.isPrototypeOf.call(column.target, target)),
          )
          .map((column) => column.propertyName),
      );
      for (const name of Object.keys(type.getFields()))
        if (!columns.has(name) && !readsOf(type.name)[name]) unread.push(`${type.name}.${name}`);
    }
    expect(unread).toEqual([]);
  });

  test('names things as the house does', () => {
    const odd: string[] = [];
    for (const type of ownTypes()) {
      if (isEnumType(type) && type.name !== 'ItemType')
        for (const value of type.getValues())
          if (!/^[A-Z][A-Z0-9_]*$/.test(value.name)) odd.push(`${type.name}.${value.name}`);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const returns = String(field.type).replace(/[![\]]/g, '');
        if (returns === 'DateTime' && !/At$/.test(field.name) && !['at', 'since'].includes(field.name))
          odd.push(`${type.name}.${field.name}: an instant ends in At`);
        if (returns === 'Boolean' && type.name === 'Mutation')
          odd.push(`Mutation.${field.name} answers no payload`);
      }
    }
    expect(odd).toEqual([]);
  });
});
