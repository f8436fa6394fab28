import { isObjectType } from 'graphql';
import { accordSchema } from '../../server/schema.js';

const schema = await accordSchema();
const verbs = schema.getMutationType()?.getFields() ?? {};

/** The document of a verb, which answers with the item it wrote and that item’s version. */
export function documentOf(verb: string): string {
  const field = verbs[verb];
  const payload = field?.type && 'ofType' in field.type ? field.type.ofType : field?.type;
  const [input] = field?.args ?? [];
  if (!input || !isObjectType(payload)) throw new Error(`There is no verb ${verb}.`);
  const [item] = Object.keys(payload.getFields());
  return `mutation ($input: ${input.type}) { ${verb}(input: $input) { item: ${item} { id version } } }`;
}
