import { dayOf, type Instant } from '@alongside/kernel';
import type { KnownActor } from '../access/actor.js';
import type { VerifiedToken } from '../tokens/token-verifier.js';

/** Tells whether what is known of somebody's rights still holds. */
export interface RightsWatch {
  /**
   * A mark that differs from an earlier one once rights may have changed: of the holder, or of anybody where none is
   * named. Null while nobody would be told of a change; then nothing may be kept.
   */
  readonly markOf: (holder?: string) => string | null;
}

interface Kept {
  readonly known: KnownActor;
  readonly mark: string;
  readonly at: number;
  readonly today: string;
}

/** However well the watch works, nobody's rights are older than this. */
const LONGEST_KEPT_MS = 60_000;

/** Keeps who a token stands for, until a right changes, the day ends or the token goes. */
export class KnownActors {
  private readonly kept = new WeakMap<VerifiedToken, Kept>();

  constructor(
    private readonly watch: RightsWatch | undefined,
    private readonly keepMs = LONGEST_KEPT_MS,
  ) {}

  async of(
    token: VerifiedToken,
    now: Instant,
    find: () => Promise<KnownActor | null>,
  ): Promise<KnownActor | null> {
    const at = Date.parse(now);
    const before = this.kept.get(token);
    if (before && this.stillHolds(before, at, now)) return before.known;
    // Taken before the look-up: what changes during it must not be taken for known.
    const anybody = this.watch?.markOf() ?? null;
    const found = await find();
    if (!found || anybody === null) return found;
    const mark = this.watch!.markOf(found.actor.id);
    if (mark !== null && this.watch!.markOf() === anybody)
      this.kept.set(token, { known: found, mark, at, today: dayOf(now) });
    return found;
  }

  private stillHolds({ known, mark, at: since, today }: Kept, at: number, now: Instant): boolean {
    return (
      Math.abs(at - since) < Math.min(this.keepMs, LONGEST_KEPT_MS) &&
      today === dayOf(now) &&
      this.watch?.markOf(known.actor.id) === mark
    );
  }
}
