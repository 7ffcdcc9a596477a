import { ErrorType, NO_STREAM } from '@eventstore/db-client';
import { OutcomeUnknown, Unavailable, WrongExpectedRevision } from '../errors.js';
import type { AppendResult, ExpectedRevision, NewEvent, Position } from '../port.js';
import { serialise } from '../serialise.js';
import { twice } from './calls.js';
import { isAnswer, isKind, revisionOf, translated, wasNotSent } from './failures.js';
import { readHead, readRaw } from './reading.js';
import { positionFrom, toEventData } from './recorded.js';
import type { ClientShare } from './shared.client.js';
import { turnstile } from './turnstile.js';

/**
 * The client's stream of appends takes 16 messages before it holds further ones back, and those that it holds back
 * when the stream breaks are rejected where nobody can catch it. So there are never more on their way.
 */
const inFlight = turnstile(15);

/**
 * Appends directly after `expected`. The ids make a repetition harmless, so a call that failed without an answer is
 * made once more.
 * @throws what the port says
 */
export const appendEvents = async (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<AppendResult> => {
  if (events.length === 0) throw new RangeError('An append has at least one event.');
  if (expected !== 'NoStream' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new RangeError(`${stream} cannot be at ${expected}: revisions count from 0`);
  const data = serialise(stream, events).map(toEventData);
  const leave = await inFlight.enter(timeoutMs);
  if (!leave) throw new Unavailable(`${stream}: no append could be sent within ${timeoutMs} ms`);
  let mayBeWritten = false;
  try {
    const expectedRevision = expected === 'NoStream' ? NO_STREAM : BigInt(expected);
    const { nextExpectedRevision, position } = await twice(
      share,
      timeoutMs,
      ({ client }) => client.appendToStream(stream, data, { expectedRevision }),
      (error) => {
        mayBeWritten ||= !wasNotSent(error);
      },
    );
    const revision = Number(nextExpectedRevision);
    return {
      revision,
      position: positionFrom(position) ?? (await positionAt(share, timeoutMs, stream, revision)),
    };
  } catch (error) {
    if (isKind(error, ErrorType.WRONG_EXPECTED_VERSION)) {
      const { actualVersion } = error as { actualVersion?: unknown };
      const earlier = await sameAppend(share, timeoutMs, stream, expected, events).catch(asUnknown);
      if (earlier) return earlier;
      throw new WrongExpectedRevision(stream, expected, revisionOf(actualVersion));
    }
    if (isAnswer(error) || !mayBeWritten) throw translated(error, stream);
    throw new OutcomeUnknown(`${stream}: ${(error as Error).message}`, { cause: error });
  } finally {
    leave();
  }
};

const asUnknown = (error: unknown): never => {
  throw error instanceof Unavailable ? new OutcomeUnknown(error.message, { cause: error }) : error;
};

/** Where an event stands, when the answer to its append did not say; the head where it has been hidden since. */
const positionAt = async (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  revision: number,
): Promise<Position> => {
  const [event] = await readRaw(share, timeoutMs, stream, { from: revision, max: 1 });
  const position = event?.revision === BigInt(revision) ? positionFrom(event.position) : undefined;
  return position ?? readHead(share, timeoutMs);
};

/**
 * What the same append was answered with, if this is one. The server knows a repetition by itself, except of an append
 * that brought a deleted stream back.
 */
const sameAppend = async (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<AppendResult | undefined> => {
  const from = expected === 'NoStream' ? {} : { from: expected + 1 };
  const stored = await readRaw(share, timeoutMs, stream, { ...from, max: events.length });
  const last = stored.at(-1);
  if (!last || stored.length !== events.length) return undefined;
  if (!stored.every(({ id }, index) => id === events[index]!.id)) return undefined;
  if (expected !== 'NoStream' && stored[0]!.revision !== BigInt(expected + 1)) return undefined;
  const position = positionFrom(last.position) ?? (await readHead(share, timeoutMs));
  return { revision: Number(last.revision), position };
};
