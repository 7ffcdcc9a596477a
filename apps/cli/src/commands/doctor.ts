import type { Configuration, Foundation } from '@alongside/deployment';
import { lagSeconds, projectionsHealth } from '@alongside/projections';
import { openPool } from '@alongside/postgres';
import type { Output } from '../console.js';

interface Finding {
  readonly part: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Looks at every part and says what is wrong in words an operator can act on. Answers whether all is well. */
export const doctor = async (
  configuration: Configuration,
  foundation: Foundation,
  output: Output,
): Promise<boolean> => {
  const pool = openPool(foundation.urls.gatewayUrl, { name: 'alongside doctor', max: 1 });
  try {
    const [store, keys, head, health] = await Promise.all([
      foundation.store.health(),
      foundation.keys.health(),
      foundation.store.head(),
      projectionsHealth(pool),
    ]);
    const lag = lagSeconds(health, head, new Date().toISOString());
    const findings: readonly Finding[] = [
      { part: 'event store', ok: store.ok, detail: store.detail },
      { part: 'key store', ok: keys.ok, detail: keys.detail },
      {
        part: 'projections',
        ok: health.parked.length === 0,
        detail:
          health.parked.length === 0
            ? `${Object.keys(health.versions).length} projections, ${lag} seconds behind, owned by ${health.owner ?? 'nobody'}.`
            : health.parked
                .map((p) => `${p.projection} waits with ${p.stream} at ${p.eventType}: ${p.error}`)
                .join('\n'),
      },
      {
        part: 'master key',
        ok: !configuration.production || Boolean(configuration.environment['ALONGSIDE_MASTER_KEY']),
        detail: configuration.environment['ALONGSIDE_MASTER_KEY']
          ? 'From the environment.'
          : 'From a file: for trying out, not for real data.',
      },
    ];
    const ok = findings.every((finding) => finding.ok);
    output.answer(
      { ok, findings },
      findings.map((f) => `${f.ok ? 'well ' : 'ILL  '} ${f.part}: ${f.detail}`).join('\n'),
    );
    return ok;
  } finally {
    await pool.end();
  }
};
