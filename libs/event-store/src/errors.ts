import type { ExpectedRevision } from './port.js';

/** What an engine throws. `name` is the stable word for it. */
export abstract class EventStoreError extends Error {
  override readonly name: string = this.constructor.name;
}

export class WrongExpectedRevision extends EventStoreError {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`${stream} is at ${actual}, not at ${expected}`);
  }
}

export class StreamDeleted extends EventStoreError {
  constructor(readonly stream: string) {
    super(`${stream} has been closed for ever`);
  }
}

export class TooLarge extends EventStoreError {}

export class AccessDenied extends EventStoreError {}

export class Unavailable extends EventStoreError {}

/** The append may or may not have happened: try again with the same event ids. */
export class OutcomeUnknown extends EventStoreError {}

/** The command id came before with another payload. */
export class CommandIdReused extends EventStoreError {}

/** The log's tables are missing, or were made by another version of the program. */
export class WrongLayout extends EventStoreError {}
