import type { EventStore } from '../../port.js';

/** One store on a log, and how to let go of it. */
export interface OpenedStore {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
  /** Another store on the same log, with connections of its own. */
  readonly second?: () => Promise<EventStore>;
}

export type OpenStore = () => Promise<OpenedStore>;

/** What the cases are run on. The log is shared by all cases, so each of them writes to streams of its own. */
export interface Subject {
  readonly store: () => EventStore;
  /** Another store on the same log; the same one for an engine that has no second. */
  readonly other: () => Promise<EventStore>;
  /** A store that one case may close. */
  readonly fresh: () => Promise<OpenedStore>;
}
