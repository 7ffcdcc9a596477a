import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '../errors.js';
import { isAnswer, translated } from './failures.js';
import type { ClientShare, Connection } from './shared.client.js';

/** Why a call settled without an answer of the server's. */
export class NoAnswer extends Error {}

const FIRST_SHARE = 0.6;
const PAUSE_BEFORE_RETRY_MS = 50;

/** What one call may do while it lasts. */
export interface Attempt {
  readonly client: Connection['client'];
  /** Tells that something came: the time allowed begins anew. */
  readonly progress: () => void;
  /** Called once if the call is given up, to stop what it has begun. */
  readonly onAbandoned: (stop: () => void) => void;
}

/** @throws NoAnswer when nothing came for `ms`, or when the connection was given up meanwhile */
export const attempt = async <Answer>(
  connection: Connection,
  ms: number,
  call: (attempt: Attempt) => Promise<Answer>,
): Promise<Answer> => {
  let stop = (): void => undefined;
  return new Promise<Answer>((resolve, reject) => {
    const abandon = (why: string) => (): void => {
      settle();
      stop();
      reject(new NoAnswer(why));
    };
    const timer = setTimeout(abandon(`no answer within ${ms} ms`), ms);
    const forget = connection.onGivenUp(abandon('cancelled: the connection was given up'));
    const settle = (): void => {
      clearTimeout(timer);
      forget();
    };
    const onAbandoned = (each: () => void): void => void (stop = each);
    call({ client: connection.client, progress: () => timer.refresh(), onAbandoned }).then(
      (answer) => {
        settle();
        resolve(answer);
      },
      (error: unknown) => {
        settle();
        reject(error as Error);
      },
    );
  });
};

/** When each connection last said anything: a call that hangs on a connection that answers others is merely slow. */
const lastAnswers = new WeakMap<Connection, number>();

/**
 * Up to two attempts within `timeoutMs` together (counted from the last progress), the second on whatever connection
 * there is by then. A connection that has said nothing since an unanswered attempt began is given up.
 * @throws the server's answer when it is a refusal; else what the last attempt threw, told to `onSilence` first
 */
export const twice = async <Answer>(
  share: ClientShare,
  timeoutMs: number,
  call: (attempt: Attempt) => Promise<Answer>,
  onSilence: (error: unknown) => void = () => undefined,
): Promise<Answer> => {
  for (const [ms, isLast] of [
    [timeoutMs * FIRST_SHARE, false],
    [timeoutMs * (1 - FIRST_SHARE), true],
  ] as const) {
    const connection = share.connection();
    const began = performance.now();
    try {
      const answer = await attempt(connection, ms, call);
      lastAnswers.set(connection, performance.now());
      return answer;
    } catch (error) {
      if (isAnswer(error)) {
        lastAnswers.set(connection, performance.now());
        throw error;
      }
      onSilence(error);
      if (error instanceof NoAnswer && (lastAnswers.get(connection) ?? 0) < began) share.giveUp(connection);
      if (isLast) throw error;
      await delay(PAUSE_BEFORE_RETRY_MS);
    }
  }
  throw new Unavailable('no attempt was made');
};

/** `twice` for calls that may be repeated freely: whatever is not an answer is `Unavailable`. */
export const ask = async <Answer>(
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  call: (attempt: Attempt) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await twice(share, timeoutMs, call);
  } catch (error) {
    throw translated(error, stream);
  }
};
