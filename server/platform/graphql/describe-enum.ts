import { registerEnumType } from 'type-graphql';

/** Tells GraphQL of a closed list, and what each of its values means. */
export const describe = (
  e: object,
  name: string,
  description: string,
  values: Record<string, string> = {},
): void =>
  registerEnumType(e, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([key, text]) => [key, { description: text }]),
    ),
  });
