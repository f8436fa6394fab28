import { GraphQLError } from 'graphql';

/** What is wrong with one field of what was sent, by its path: `input.timing.start`. */
export interface FieldError {
  field: string;
  message: string;
}

/** The part of class-validator's ValidationError that is read here. */
interface Violation {
  property: string;
  constraints?: Record<string, string>;
  children?: readonly Violation[];
}

/** The fields named by class-validator, thrown as its list or wrapped by type-graphql. */
export function fieldsOfValidation(error: unknown): FieldError[] | undefined {
  // Errors of compiled queries are GraphQLErrors that may lack extensions, whatever the type says.
  const violations = error instanceof GraphQLError ? error.extensions?.['validationErrors'] : error;
  if (!isViolations(violations)) return undefined;
  return violations.flatMap((violation) => flatten(violation, ''));
}

function isViolations(value: unknown): value is readonly Violation[] {
  return Array.isArray(value) && value.length > 0 && value.every(isViolation);
}

function isViolation(value: unknown): value is Violation {
  return (
    typeof value === 'object' && value !== null && 'property' in value && typeof value.property === 'string'
  );
}

function flatten(violation: Violation, parent: string): FieldError[] {
  const field = parent ? `${parent}.${violation.property}` : violation.property;
  const own = Object.values(violation.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(violation.children ?? []).flatMap((child) => flatten(child, field))];
}

/**
 * The variable or argument graphql-js could not read, from its message: it names the place nowhere
 * else. `Variable "$input" got invalid value 3 at "input.title"; …` is about `input.title`.
 */
export function fieldsOfCoercion(message: string): FieldError[] | undefined {
  const variable =
    /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type|has invalid value)/.exec(message);
  if (variable) {
    const path = / at "([\w.[\]]+)"; /.exec(message)?.[1];
    const missing = /; Field "(\w+)" of required type /.exec(message)?.[1];
    const base = path ?? variable[1] ?? '';
    return [{ field: missing ? `${base}.${missing}` : base, message: explain(message) }];
  }
  const argument = /^Argument "(\w+)" (?:of (?:required|non-null) type|has invalid value)/.exec(message);
  return argument ? [{ field: argument[1] ?? '', message }] : undefined;
}

function explain(message: string): string {
  const at = message.indexOf('; ');
  return at === -1 ? message : message.slice(at + 2);
}
