/** Lets so many through at a time; the others wait their turn. */
export interface Turnstile {
  /** Answers how to leave. Undefined when no place came free within `ms`. */
  readonly enter: (ms: number) => Promise<(() => void) | undefined>;
}

export const turnstile = (places: number): Turnstile => {
  let free = places;
  const waiting = new Set<() => void>();
  const leave = (): void => {
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      next();
    } else free += 1;
  };
  const once = (act: () => void): (() => void) => {
    let done = false;
    return () => {
      if (!done) act();
      done = true;
    };
  };
  return {
    enter: (ms) => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(once(leave));
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(enter);
          resolve(undefined);
        }, ms);
        const enter = (): void => {
          clearTimeout(timer);
          resolve(once(leave));
        };
        waiting.add(enter);
      });
    },
  };
};
