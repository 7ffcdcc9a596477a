import { randomUUID } from 'node:crypto';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import {
  CommandIdReused,
  OutcomeUnknown,
  StreamDeleted,
  TooLarge,
  Unavailable,
  WrongExpectedRevision,
} from '@alongside/event-store';
import { badCursor } from './cursor.js';
import { isDatabaseAway } from './database-away.js';

/** Codes whose messages are written for the caller. Everything else is masked. */
export const spokenCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
  'ACCESS_ENDED',
  'NOT_FOUND',
  'UNAVAILABLE',
  'READ_MODEL_BEHIND',
  'TOO_COMPLEX',
  'RATE_LIMITED',
] as const;

/** What an internal failure means to the caller: stable code, and what to do. */
const failures: readonly (readonly [new (...args: never[]) => Error, string, string])[] = [
  [
    CommandIdReused,
    'COMMAND_ID_REUSED',
    'This command id was used before with another content. Use a new one.',
  ],
  [TooLarge, 'TOO_LARGE', 'This is more than one command can record. Send less at once.'],
  [
    WrongExpectedRevision,
    'CONFLICT',
    'Others kept changing the same record. Send the command again with the same id.',
  ],
  [
    OutcomeUnknown,
    'UNAVAILABLE',
    'It is not known whether this was recorded. Send it again with the same command id.',
  ],
  [
    Unavailable,
    'UNAVAILABLE',
    'The record cannot be written at the moment. Send it again with the same command id.',
  ],
  [StreamDeleted, 'NOT_FOUND', 'There is nothing of this id that you may see.'],
];

const ASK_AGAIN = 'This cannot be answered at the moment. Ask again in a while, or for less at once.';

interface Fault {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: unknown } } };
}

/** What PostgreSQL says of text that is no value of a column's type, by itself or through Prisma, or Prisma instead. */
const isDataFault = (cause: unknown): boolean => {
  const { code, name, meta } = (cause ?? {}) as Fault;
  const said = [code, meta?.driverAdapterError?.cause?.originalCode];
  return (
    name === 'PrismaClientValidationError' ||
    said.some((one) => typeof one === 'string' && /^(22...|P20(07|20|23))$/.test(one))
  );
};

/**
 * Whether a cursor that nobody was given was sent. Every other argument has been held to its type before it gets to the
 * database; what a cursor holds only the list it was made for can tell.
 */
const isForeignCursor = (error: unknown, cause: unknown): boolean =>
  isDataFault(cause) &&
  error instanceof GraphQLError &&
  (error.nodes ?? []).some(
    (node) => node.kind === Kind.FIELD && node.arguments?.some(({ name }) => name.value === 'after'),
  );

export interface MaskedError {
  readonly formatted: GraphQLFormattedError;
  /** Present where the cause was hidden: the log holds it under this reference. */
  readonly reference?: string;
  readonly cause?: unknown;
}

/**
 * An error as the caller may see it: the text of errors that are written for callers, a stable code and an opaque
 * reference for all others. No text of a library, database or stack ever passes.
 */
export const maskError = (formatted: GraphQLFormattedError, error: unknown): MaskedError => {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const where = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  const failure = failures.find(([kind]) => cause instanceof kind);
  if (failure) return { formatted: { message: failure[2], ...where, extensions: { code: failure[1] } } };
  if (isDatabaseAway(cause))
    return { formatted: { message: ASK_AGAIN, ...where, extensions: { code: 'UNAVAILABLE' } } };
  if (isForeignCursor(error, cause)) {
    const { message, extensions } = badCursor();
    return { formatted: { message, ...where, extensions } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && (spokenCodes as readonly string[]).includes(code))
    return { formatted: { message: formatted.message, ...where, extensions: { code } } };
  const reference = randomUUID();
  return {
    formatted: {
      message: `Something went wrong here. Say the reference ${reference} to the operator.`,
      ...where,
      extensions: { code: 'INTERNAL', reference },
    },
    reference,
    cause,
  };
};
