/**
 * Codes of Node's sockets, of Prisma where it cannot reach the server or had to wait too long for a connection, and of a
 * database that takes no connections.
 */
const away = new Set([
  '55000',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'P1001',
  'P1017',
  'P2024',
  'P2028',
]);

/** Connection, resources, intervention (so also a statement that ran too long) and system errors of PostgreSQL. */
const classes = new Set(['08', '53', '57', '58']);

/** What `pg` says of a connection that ends, in errors without a code. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether PostgreSQL could not answer at the moment, whatever it was asked.
 * @see https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== 'string') return words.test(error.message);
  return away.has(code) || (code.length === 5 && classes.has(code.slice(0, 2)));
};
