export type Operation = 'features' | 'append' | 'read' | 'subscribe' | 'delete';

/** What goes wrong with one request. */
export type Fault =
  /** Done, and never answered. */
  | { readonly kind: 'loseReply' }
  /** Done, and the call ends as cancelled instead of an answer. */
  | { readonly kind: 'applyThenCancel' }
  /** Not done, and the call ends as unavailable or cancelled. */
  | { readonly kind: 'unavailable' | 'cancelled' }
  /** Not done, and the call ends as if all were well. */
  | { readonly kind: 'end' }
  /** Not done, and every connection is torn. */
  | { readonly kind: 'reset' }
  /** Not done, and nothing is said. */
  | { readonly kind: 'hang' }
  /** Done, later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Not done: another node leads. */
  | { readonly kind: 'notLeader'; readonly host: string; readonly port: number };

/** Faults that are waiting for a request to happen to, in the order in which they were asked for. */
export class Faults {
  readonly #waiting: { readonly operation: Operation; readonly fault: Fault }[] = [];

  /** The next `times` requests of this operation meet this fault. */
  inject(operation: Operation, fault: Fault, times = 1): void {
    for (let count = 0; count < times; count += 1) this.#waiting.push({ operation, fault });
  }

  take(operation: Operation): Fault | undefined {
    const index = this.#waiting.findIndex((waiting) => waiting.operation === operation);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]!.fault;
  }

  /** How many have not happened yet. */
  get left(): number {
    return this.#waiting.length;
  }

  clear(): void {
    this.#waiting.length = 0;
  }
}
