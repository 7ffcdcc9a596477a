import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { firstValueFrom, NEVER, of, type Observable } from 'rxjs';
import { limits, maskError } from '@alongside/graphql-kit';
import { GraphQLError } from 'graphql';
import { DeadlineInterceptor } from './deadline.interceptor.js';

/** As much of a GraphQL call as the interceptor looks at. */
const call = (operation: 'query' | 'mutation') =>
  ({
    getType: () => 'graphql',
    getClass: () => undefined,
    getHandler: () => undefined,
    getArgs: () => [undefined, {}, {}, { operation: { operation } }],
  }) as unknown as ExecutionContext;

const answering = (operation: 'query' | 'mutation', answer: Observable<unknown>): Promise<unknown> =>
  firstValueFrom(new DeadlineInterceptor().intercept(call(operation), { handle: () => answer }));

/** As the caller sees it. */
const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => new Error('It was answered.'),
    (reason: Error) => reason,
  );
  const { message, extensions } = new GraphQLError(error.message, { originalError: error });
  return maskError({ message, extensions }, new GraphQLError(message, { originalError: error })).formatted;
};

describe('the deadline of a request', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets through what is answered in time', async () => {
    expect(await answering('query', of('seen'))).toBe('seen');
  });

  it('ends a query that nobody answers, and not before', async () => {
    let ended = false;
    const failure = failureOf(answering('query', NEVER)).finally(() => (ended = true));
    await jest.advanceTimersByTimeAsync(limits.deadlineMs - 1);
    expect(ended).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({
      message: expect.stringContaining('in time'),
      extensions: { code: 'UNAVAILABLE' },
    });
  });

  it('says of a command that it is not known whether it was recorded', async () => {
    const failure = failureOf(answering('mutation', NEVER));
    await jest.advanceTimersByTimeAsync(limits.deadlineMs);
    expect(await failure).toMatchObject({
      message: expect.stringContaining('with the same command id'),
      extensions: { code: 'UNAVAILABLE' },
    });
  });
});
