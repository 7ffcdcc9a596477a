import { escapeIdentifier } from 'pg';
import { Unavailable } from '../errors.js';
import { BEGINNING, toPosition, type Position } from '../port.js';
import type { Lane } from './lane.js';
import { headStatement, toHead } from './statements.js';

const RECONNECT_MS = 50;

/**
 * Tells waiting subscriptions that the log has grown: by notification, with polling behind it for what a lost
 * connection has missed. One listener for all subscriptions of a store.
 */
export class Waker {
  #told: Position = BEGINNING;
  readonly #sleepers = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(
    private readonly lane: Lane,
    private readonly options: { readonly schema: string; readonly pollMs: number },
  ) {}

  /** How far the log goes, as far as anybody has said. */
  get told(): Position {
    return this.#told;
  }

  tell(position: Position): void {
    if (position <= this.#told) return;
    this.#told = position;
    for (const wake of [...this.#sleepers]) wake();
  }

  /** What a notification says: heard by whoever listens on the channel, said by whoever likes. */
  hear(payload: string | undefined): void {
    if (payload !== undefined && /^\d{1,19}$/.test(payload)) this.tell(toPosition(BigInt(payload)));
  }

  /** The log was read after it was told of, and does not go beyond `end`: not believed until told again. */
  doubt(told: Position, end: Position): void {
    if (this.#told === told && told > end) this.#told = end;
  }

  /** Settles once the log is known to go beyond a position, or on the signal. */
  async beyond(position: Position, signal: AbortSignal): Promise<void> {
    if (this.#told > position || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        if (this.#told <= position && !signal.aborted) return;
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
      if (this.#timer === undefined) void this.#look();
    });
  }

  /** The connection that hears notifications is gone: look, which makes another. */
  onEnd(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#sleepers.size > 0) this.#timer = setTimeout(() => void this.#look(), RECONNECT_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#sleepers.clear();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    let pause = this.options.pollMs;
    try {
      this.tell(toHead(await this.lane.ask(headStatement(escapeIdentifier(this.options.schema)))));
    } catch (error) {
      if (error instanceof Unavailable) pause = RECONNECT_MS;
    } finally {
      this.#looking = false;
    }
    clearTimeout(this.#timer);
    this.#timer = this.#sleepers.size > 0 ? setTimeout(() => void this.#look(), pause) : undefined;
  }
}
