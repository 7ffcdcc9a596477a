const HOUR_MS = 3_600_000;
/** Logins remembered at once; who has failed least recently is forgotten first. */
const MAX_LOGINS = 10_000;

export const WRONG_CODES_AN_HOUR = 10;

export interface Attempts {
  /** Whether the login has given so many wrong codes in the last hour that no further one is looked at. */
  readonly spent: (login: string) => boolean;
  readonly wrong: (login: string) => void;
}

/** Counts wrong codes by login, in this process alone. */
export const createAttempts = (now: () => number = Date.now): Attempts => {
  const wrongAt = new Map<string, readonly number[]>();
  const recent = (login: string): readonly number[] =>
    (wrongAt.get(login) ?? []).filter((at) => now() - at < HOUR_MS);
  return {
    spent: (login) => recent(login).length >= WRONG_CODES_AN_HOUR,
    wrong: (login) => {
      const times = [...recent(login), now()];
      wrongAt.delete(login);
      wrongAt.set(login, times);
      if (wrongAt.size > MAX_LOGINS) wrongAt.delete(wrongAt.keys().next().value!);
    },
  };
};
