import { DatabaseError } from 'pg';
import { AccessDenied, CommandIdReused, EventStoreError, Unavailable, WrongLayout } from '../errors.js';

/** The connection went away, or time ran out, while a statement was on its way: it may have been carried out. */
export class ReplyLost extends Error {
  override readonly name = 'ReplyLost';
}

/** The server answered that it has not carried out the statement. */
export const isRefusal = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && error.severity !== 'FATAL' && error.severity !== 'PANIC';

const unauthenticated = ['28000', '28P01', '42501'];
const missing = ['42P01', '3F000', '42883'];
const UNIQUE_VIOLATION = '23505';
const READ_ONLY = '25006';

/** Resources, operator intervention, system errors and the like: the server's trouble, whatever was asked of it. */
const isServersTrouble = (code: string): boolean =>
  ['08', '40', '53', '55', '57', '58', 'XX'].includes(code.slice(0, 2)) || code === READ_ONLY;

/** Whether another item of the same flight would fail in the same way. */
export const concernsAll = ({ code = '' }: DatabaseError): boolean =>
  isServersTrouble(code) || unauthenticated.includes(code) || missing.includes(code);

/** A connection tried at several addresses fails with an error that has no message of its own. */
export const wordsOf = (error: unknown): string => {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || String(error);
};

/** What the port calls an error of the server or of the connection. */
export const failureOf = (error: unknown): Error => {
  if (error instanceof EventStoreError) return error;
  if (!(error instanceof DatabaseError))
    return new Unavailable(`PostgreSQL cannot be reached: ${wordsOf(error)}`);
  const { code = '', message, detail } = error;
  if (unauthenticated.includes(code)) return new AccessDenied(`PostgreSQL refuses this role: ${message}`);
  if (missing.includes(code))
    return new WrongLayout(`The event log is not installed in this database, or not whole: ${message}`);
  if (code === READ_ONLY)
    return new Unavailable('PostgreSQL takes no writes: it is a replica, or was set to read only.');
  if (code === UNIQUE_VIOLATION)
    return new CommandIdReused(
      `An event with this id is in the log already, elsewhere. Use a new command id. ${detail ?? ''}`.trim(),
    );
  return isServersTrouble(code) || error.severity !== 'ERROR'
    ? new Unavailable(`PostgreSQL cannot do it now: ${message}`)
    : error;
};
