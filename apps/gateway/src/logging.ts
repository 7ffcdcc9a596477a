import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Structured logs. Nothing personal is ever given to it: ids, codes and counts only. */
export const createLogger = (level: string, to?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'headers', 'authorization', '*.authorization'],
  };
  return to ? pino(options, to) : pino(options);
};

/** Where an error came from, without its message: messages may quote values. */
export const traceOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return typeof cause;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [cause.name, ...frames].join('\n');
};

const lineOf = (message: unknown): string => (message instanceof Error ? traceOf(message) : String(message));

/** Nest says here what a handler threw. Of operations the gateway says it itself, under a reference. */
const HANDLER_FAILURES = 'ExceptionsHandler';

/** Nest's own lines, at the level below, where they are wanted at all. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(lineOf(message)),
  error: (message: unknown, ...rest: unknown[]) => {
    if (rest.at(-1) === HANDLER_FAILURES) log.debug('a handler failed');
    else log.error(lineOf(message));
  },
  warn: (message: unknown) => log.warn(lineOf(message)),
  debug: (message: unknown) => log.debug(lineOf(message)),
  verbose: (message: unknown) => log.trace(lineOf(message)),
});
