import { IsInt, MaxLength, Min, ValidateNested, validate } from 'class-validator';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import {
  AccordError,
  conflict,
  createFormatError,
  forbidden,
  invalidInput,
  notFound,
  rateLimited,
  ruleBroken,
  type UnforeseenError,
  unauthenticated,
} from '../../server/platform/graphql/errors.js';

const unforeseen: UnforeseenError[] = [];
const format = createFormatError({
  onUnforeseen: (problem) => unforeseen.push(problem),
  requestId: () => 'request-1',
});

/** As GraphQL hands it over: wrapped, with the place where it was thrown. */
function answerTo(thrown: Error) {
  const wrapped = new GraphQLError(thrown.message, { path: ['plan', 'title'], originalError: thrown });
  return format(
    { ...wrapped.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', ...wrapped.extensions } },
    wrapped,
  );
}

class Inner {
  @Min(1)
  @IsInt()
  score!: number;
}

class Outer {
  @MaxLength(3, { message: 'Three letters at most.' })
  title!: string;

  @ValidateNested()
  inner!: Inner;
}

describe('errors thrown on purpose', () => {
  it.each([
    [unauthenticated(), 'UNAUTHENTICATED', {}],
    [notFound(), 'NOT_FOUND', {}],
    [forbidden('Only leads may do this.'), 'FORBIDDEN', {}],
    [
      invalidInput([{ field: 'input.title', message: 'Too long.' }]),
      'INVALID_INPUT',
      { fields: [{ field: 'input.title', message: 'Too long.' }] },
    ],
    [
      conflict([{ field: 'title', base: 'a', theirs: 'b', yours: 'c', theirVersion: 4 }]),
      'CONFLICT',
      { conflicts: [{ field: 'title', base: 'a', theirs: 'b', yours: 'c', theirVersion: 4 }] },
    ],
    [ruleBroken('one-owner', 'An action has one owner.'), 'RULE_BROKEN', { rule: 'one-owner' }],
    [rateLimited(30), 'RATE_LIMITED', { retryAfterSeconds: 30 }],
  ])('%s is answered as %s', (error, code, details) => {
    const answer = answerTo(error);
    expect(answer).toMatchObject({ message: error.message, path: ['plan', 'title'] });
    expect(answer.extensions).toEqual({ code, ...details });
  });

  it('is the same error whether an item is missing or hidden', () => {
    expect(answerTo(notFound())).toEqual(answerTo(notFound()));
    expect(notFound()).toBeInstanceOf(AccordError);
  });
});

describe('input that a class refuses', () => {
  it('is named field by field, however it was thrown', async () => {
    const outer = Object.assign(new Outer(), {
      title: 'too long',
      inner: Object.assign(new Inner(), { score: 0 }),
    });
    const violations = await validate(outer);
    const fields = [
      { field: 'title', message: 'Three letters at most.' },
      { field: 'inner.score', message: 'score must not be less than 1' },
    ];
    const wrapped = answerTo(new ArgumentValidationError(violations));
    expect(wrapped.extensions).toEqual({ code: 'INVALID_INPUT', fields });
    expect(wrapped.message).toBe('Three letters at most. (and 1 more)');
    expect(JSON.stringify(wrapped)).not.toContain('too long');
  });
});

describe('variables that cannot be read', () => {
  it.each([
    [
      'Variable "$input" got invalid value 3 at "input.title"; String cannot represent a non string value: 3',
      'input.title',
    ],
    [
      'Variable "$input" got invalid value {}; Field "title" of required type "String!" was not provided.',
      'input.title',
    ],
    [
      'Variable "$input" got invalid value {} at "input.rows[2]"; Field "id" of required type "ID!" was not provided.',
      'input.rows[2].id',
    ],
    ['Variable "$id" of required type "ID!" was not provided.', 'id'],
  ])('%s', (message, field) => {
    const error = new GraphQLError(message, { originalError: new TypeError('inside') });
    const { extensions } = format({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT' } }, error);
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });
});

describe('everything else', () => {
  it.each([
    new Error('connect ECONNREFUSED postgres://accord:hunter2@db'),
    Object.assign(new Error('duplicate key: hunter2'), { code: '23505', extensions: { detail: 'hunter2' } }),
    new GraphQLError('Variable hunter2', { extensions: { code: 'MADE_UP', detail: 'hunter2' } }),
    new Error('Variable "$x" got invalid value hunter2'),
  ])('is written to the log and answered without a word of it: %s', (error) => {
    unforeseen.length = 0;
    const answer = answerTo(error);
    expect(answer.extensions).toEqual({ code: 'INTERNAL', requestId: 'request-1' });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(unforeseen).toEqual([{ requestId: 'request-1', path: 'plan.title', error }]);
  });
});
