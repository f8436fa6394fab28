import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isSmallInput, isSmallToCompile } from './jit-size.js';

/** Fields of compiled code, above which compiling is not worth its time and memory. */
const LARGEST = 3_000;

/**
 * Whether compiled execution answers exactly as graphql-js would, and is cheap to come by. Left out is
 * what the compiler is known to do otherwise: it writes constants of custom scalars as JSON, calls type
 * resolvers without waiting for them, does not know defaults of required variables, mixes up conditions
 * of fragments used twice, and never comes to an end with an input type that holds itself. For variables
 * inside a value see `variablesInside`.
 */
export function isJitEligible(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  // Mutations and subscriptions gain nothing: their time goes into the work, not into the answer.
  if (operation.operation !== 'query') return false;
  const types = new TypeInfo(schema);
  let eligible = true;
  const refuse = (): void => {
    eligible = false;
  };
  const refuseCustomScalar = (): void => {
    if (isCustomScalar(types.getInputType())) refuse();
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.DIRECTIVE]: refuse,
      [Kind.FIELD]: (node) => {
        if ((node.alias ?? node.name).value === '__proto__') refuse();
        // Answered differently to different viewers, and never often.
        if (node.name.value === '__type' || node.name.value === '__schema') refuse();
        const field = types.getFieldDef();
        if (field?.args.some(hasUnsafeDefault)) refuse();
        const type = field && getNamedType(field.type);
        if (isAbstractType(type) && isAsync(type.resolveType)) refuse();
      },
      [Kind.VARIABLE_DEFINITION]: (node) => {
        if (node.defaultValue && node.type.kind === Kind.NON_NULL_TYPE) refuse();
        if (node.defaultValue && isUnsafeInput(types.getInputType())) refuse();
        if (isInputWithUnsafeDefaults(types.getInputType()) || !isSmallInput(types.getInputType())) refuse();
      },
      [Kind.LIST]: refuseCustomScalar,
      [Kind.OBJECT]: refuseCustomScalar,
      [Kind.STRING]: refuseCustomScalar,
      [Kind.INT]: refuseCustomScalar,
      [Kind.FLOAT]: refuseCustomScalar,
      [Kind.BOOLEAN]: refuseCustomScalar,
      [Kind.ENUM]: refuseCustomScalar,
    }),
  );
  return eligible && isSmallToCompile(schema, document, operation, LARGEST);
}

/**
 * The variables that stand inside a list or an input object: the compiler turns each of them that is absent into
 * null, so what it made is for requests that give them all.
 */
export function variablesInside(document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = (values: readonly ValueNode[]): void => {
    for (const value of values) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  visit(document, {
    [Kind.LIST]: ({ values }) => note(values),
    [Kind.OBJECT]: ({ fields }) => note(fields.map(({ value }) => value)),
  });
  return [...names];
}

function isAsync(resolve: unknown): boolean {
  return typeof resolve === 'function' && resolve.constructor.name === 'AsyncFunction';
}

function isCustomScalar(type: GraphQLInputType | null | undefined): boolean {
  const named = getNamedType(type);
  return isScalarType(named) && !isSpecifiedScalarType(named);
}

function hasUnsafeDefault(input: GraphQLArgument | GraphQLInputField): boolean {
  return (
    (input.defaultValue !== undefined && isUnsafeInput(input.type)) || isInputWithUnsafeDefaults(input.type)
  );
}

/** A custom scalar, or an input object that holds one somewhere. */
function isUnsafeInput(type: GraphQLInputType | null | undefined): boolean {
  return someInputType(type, isCustomScalar);
}

function isInputWithUnsafeDefaults(type: GraphQLInputType | null | undefined): boolean {
  return someInputType(type, (each) => {
    const named = getNamedType(each);
    return (
      isInputObjectType(named) &&
      Object.values(named.getFields()).some(
        (field) => field.defaultValue !== undefined && isUnsafeInput(field.type),
      )
    );
  });
}

function someInputType(
  root: GraphQLInputType | null | undefined,
  test: (type: GraphQLInputType) => boolean,
): boolean {
  const waiting = root ? [root] : [];
  const seen = new Set<unknown>();
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    const named = getNamedType(type);
    if (seen.has(named)) continue;
    seen.add(named);
    if (test(type)) return true;
    if (isInputObjectType(named))
      waiting.push(...Object.values(named.getFields()).map((field) => field.type));
  }
  return false;
}
