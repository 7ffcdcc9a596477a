import { setTimeout as pause } from 'node:timers/promises';
import type { Foundation } from '@alongside/deployment';
import { lagSeconds, projectionsHealth } from '@alongside/projections';
import type { ReadModels } from '@alongside/read-models';

/** What one part of the program says of itself. */
export interface PartHealth {
  readonly part: string;
  readonly ok: boolean;
  /** In words that an operator can act on. */
  readonly detail: string;
}

/** Whether each part works: `ready` decides `/readyz`, `noted` is said beside it. */
export interface GatewayHealth {
  readonly ready: readonly PartHealth[];
  readonly noted: readonly PartHealth[];
}

const PATIENCE_MS = 2_000;

/** A connection tried at several addresses fails with an error that has no message of its own. */
const wordsOf = (error: unknown): string => {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || 'It does not answer.';
};

/** Asks one part, and takes a failure or two seconds of silence for ill health. */
export const checked = async (
  part: string,
  check: () => Promise<Omit<PartHealth, 'part'>>,
  patienceMs = PATIENCE_MS,
): Promise<PartHealth> => {
  const answered = new AbortController();
  const silence = pause(
    patienceMs,
    { ok: false, detail: 'It does not answer.' },
    { signal: answered.signal },
  );
  try {
    return { part, ...(await Promise.race([check(), silence])) };
  } catch (error) {
    return { part, ok: false, detail: wordsOf(error) };
  } finally {
    silence.catch(() => undefined);
    answered.abort();
  }
};

/** Looks at each part anew at every call. */
export const healthOf =
  ({ pool }: ReadModels, { store, keys }: Pick<Foundation, 'store' | 'keys'>) =>
  async (): Promise<GatewayHealth> => {
    const [database, keyStore, log, projections] = await Promise.all([
      checked('PostgreSQL', async () => {
        await pool.query('SELECT 1');
        return { ok: true, detail: 'It answers.' };
      }),
      checked('key store', () => keys.health()),
      checked('event store', async () => {
        const { ok, detail } = await store.health();
        return { ok, detail };
      }),
      checked('projections', async () => {
        const health = await projectionsHealth(pool);
        const waiting = [...new Set(health.parked.map(({ projection }) => projection))].join(', ');
        return waiting === ''
          ? {
              ok: true,
              detail: `${lagSeconds(health, await store.head(), new Date().toISOString())} seconds behind.`,
            }
          : {
              ok: false,
              detail: `${health.parked.length} streams wait with an event that a projection cannot apply: ${waiting}. See \`alongside doctor\`.`,
            };
      }),
    ]);
    return { ready: [database, keyStore], noted: [log, projections] };
  };
