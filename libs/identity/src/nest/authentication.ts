import { Inject, Injectable, Optional } from '@nestjs/common';
import { dayOf, type Instant } from '@alongside/kernel';
import { actorFrom, type ActorLookup } from '../access/actor.js';
import { scopeOf } from '../access/scope.js';
import { TokenRefused, type TokenRefusal } from '../tokens/token-refused.error.js';
import type { TokenVerifier, VerifiedToken } from '../tokens/token-verifier.js';
import { SignInRequired, SignInUnavailable } from './access.exceptions.js';
import type { Acting } from './acting.js';
import { ofOperation, ofRequest, type Credentials } from './credentials.js';

/** Nest token of the program's `TokenVerifier`. */
export const TOKEN_VERIFIER = Symbol('token-verifier');
/** Nest token of the program's `ActorLookup`. */
export const ACTOR_LOOKUP = Symbol('actor-lookup');
/** Nest token of `AuthenticationOptions`, where any are given. */
export const AUTHENTICATION_OPTIONS = Symbol('authentication-options');

export interface AuthenticationOptions {
  readonly clock?: () => Instant;
  /** For how long what was looked up about a bearer is used again, in milliseconds. 0 unless said; 60,000 at most. */
  readonly keepActorsMs?: number;
  /** See `ActorOptions`. */
  readonly narrowToClaim?: boolean;
  /** Told of each refused token: why, and nothing of it. */
  readonly onRefused?: (reason: TokenRefusal) => void;
}

interface Known {
  readonly acting: Promise<Acting | null>;
  readonly since: number;
}

const LONGEST_KEPT_MS = 60_000;

/** Finds out once for each call who makes it. */
@Injectable()
export class Authentication {
  private readonly calls = new WeakMap<object, Promise<Acting | null>>();
  private readonly known = new WeakMap<VerifiedToken, Known>();

  constructor(
    @Inject(TOKEN_VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(ACTOR_LOOKUP) private readonly lookup: ActorLookup,
    @Optional() @Inject(AUTHENTICATION_OPTIONS) private readonly options: AuthenticationOptions = {},
  ) {}

  /**
   * Who makes an HTTP request, also left on it as `acting`; null where it brings no token, or one of somebody whom the
   * record does not know. @throws SignInRequired, SignInUnavailable
   */
  ofRequest(request: object): Promise<Acting | null> {
    return this.of(ofRequest(request));
  }

  /** The same of a GraphQL operation, by its context. */
  ofOperation(context: object): Promise<Acting | null> {
    return this.of(ofOperation(context));
  }

  of({ authorization, call, carriers }: Credentials): Promise<Acting | null> {
    const asked = this.calls.get(call);
    if (asked) return asked;
    const answer = this.found(authorization, carriers);
    this.calls.set(call, answer);
    return answer;
  }

  private async found(
    authorization: string | null,
    carriers: Credentials['carriers'],
  ): Promise<Acting | null> {
    const acting = authorization === null ? null : await this.actingOf(await this.verified(authorization));
    for (const carrier of carriers) {
      if (acting) carrier.acting = acting;
      // Operations of one connection may share a carrier.
      else delete carrier.acting;
    }
    return acting;
  }

  private async verified(authorization: string): Promise<VerifiedToken> {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    try {
      return await this.verifier.verify(bearer);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      this.options.onRefused?.(error.reason);
      throw error.reason === 'keysUnavailable' ? new SignInUnavailable() : new SignInRequired();
    }
  }

  private actingOf(token: VerifiedToken): Promise<Acting | null> {
    const { keepActorsMs = 0, clock = () => new Date().toISOString() } = this.options;
    const now = clock();
    const at = Date.parse(now);
    const before = this.known.get(token);
    if (before && Math.abs(at - before.since) < Math.min(keepActorsMs, LONGEST_KEPT_MS)) return before.acting;

    const acting = this.lookedUp(token, now);
    if (keepActorsMs > 0) {
      this.known.set(token, { acting, since: at });
      acting.catch(() => this.known.delete(token));
    }
    return acting;
  }

  private async lookedUp(token: VerifiedToken, now: Instant): Promise<Acting | null> {
    const { narrowToClaim = false } = this.options;
    const actor = await actorFrom(token, this.lookup, { today: dayOf(now), narrowToClaim });
    return actor && { actor, scope: scopeOf(actor) };
  }
}
