import { setTimeout as pause } from 'node:timers/promises';

/** Repeats a check until it holds, ten seconds at most; then it fails as the check last failed. */
export const eventually = async (check: () => Promise<void>, withinMs = 10_000): Promise<void> => {
  for (const end = Date.now() + withinMs; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
};
