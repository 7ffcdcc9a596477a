import { RowFault } from './column-lists.js';

/** Cardinality, data, integrity, and limits (a text too long to index): the row is at fault, not the moment. */
const refusals = new Set(['21', '22', '23', '54']);

export const codeOf = (error: unknown): string | undefined => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** Whether PostgreSQL refuses the row, now and at every later try. @see https://www.postgresql.org/docs/18/errcodes-appendix.html */
export const isRefusal = (error: unknown): boolean => {
  const code = codeOf(error);
  return error instanceof RowFault || (code?.length === 5 && refusals.has(code.slice(0, 2)));
};

/** Said of every statement after the first that failed in a transaction. */
export const isAftermath = (error: unknown): boolean => codeOf(error) === '25P02';

/** The failure for people to read, without the values that PostgreSQL quotes: they may be personal. */
export const withoutValues = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = codeOf(error);
  if (code === undefined || code.length !== 5) return `${error.name}: ${error.message}`.slice(0, 300);
  const { column, constraint } = error as { readonly column?: string; readonly constraint?: string };
  const where = [column && `column ${column}`, constraint && `constraint ${constraint}`]
    .filter(Boolean)
    .join(', ');
  return `${code}: ${error.message.split(':')[0]!.replace(/"[^"]*"/g, '…')}${where ? ` (${where})` : ''}`.slice(
    0,
    300,
  );
};

/**
 * The answers of statements that were sent together in one transaction.
 * @throws the failure that the others come from
 */
export const together = async <Answer>(answers: readonly Promise<Answer>[]): Promise<readonly Answer[]> => {
  const settled = await Promise.allSettled(answers);
  const failures = settled.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  if (failures.length > 0) throw failures.find((failure) => !isAftermath(failure)) ?? failures[0];
  return settled.map((answer) => (answer as PromiseFulfilledResult<Answer>).value);
};
