/** Nest token of the program's `News`. */
export const NEWS = Symbol('news');

/** Tells those who wait that there may be something new: the read models have moved, or rights have changed. */
export interface News {
  /** Calls the listener after each such change, often more than once; the answer stops that. */
  readonly onNews: (listener: () => void) => () => void;
}
