/** What a subscription's resolver answers with. */
export type Stream = AsyncIterator<unknown>;

export const isStream = (answer: unknown): answer is Stream =>
  typeof answer === 'object' &&
  answer !== null &&
  Symbol.asyncIterator in answer &&
  typeof (answer as Partial<Stream>).next === 'function';

/** The same stream, each of its values handed on only after `then` is done with it. Where that fails the stream ends. */
export const eachOf = (
  stream: Stream,
  then: (value: unknown) => Promise<unknown>,
): AsyncIterableIterator<unknown> => {
  const end = async (value?: unknown): Promise<IteratorResult<unknown>> =>
    stream.return ? stream.return(value) : { done: true, value };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      const result = await stream.next();
      if (result.done) return result;
      try {
        await then(result.value);
        return result;
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
  };
};
