import { Inject, Injectable, Optional } from '@nestjs/common';
import { dayOf, type Instant, type Uuid } from '@alongside/kernel';
import { actorFrom, type ActorLookup, type KnownActor } from '../access/actor.js';
import { scopeOf } from '../access/scope.js';
import { TokenRefused, type TokenRefusal } from '../tokens/token-refused.error.js';
import type { TokenVerifier, VerifiedToken } from '../tokens/token-verifier.js';
import { GlassNotBroken, SignInRequired, SignInUnavailable } from './access.exceptions.js';
import type { Acting, SignedInBy } from './acting.js';
import { ofOperation, ofRequest, type Credentials } from './credentials.js';
import { KnownActors, type RightsWatch } from './known-actors.js';

/** Nest token of the program's `TokenVerifier`. */
export const TOKEN_VERIFIER = Symbol('token-verifier');
/** Nest token of the program's `ActorLookup`. */
export const ACTOR_LOOKUP = Symbol('actor-lookup');
/** Nest token of `AuthenticationOptions`, where any are given. */
export const AUTHENTICATION_OPTIONS = Symbol('authentication-options');

export interface AuthenticationOptions {
  readonly clock?: () => Instant;
  /** Lets what was looked up about a bearer be used again until it changes; without it all is looked up each time. */
  readonly watch?: RightsWatch;
  /** See `ActorOptions`. */
  readonly narrowToClaim?: boolean;
  /** Told of each refused token: why, and nothing of it. */
  readonly onRefused?: (reason: TokenRefusal) => void;
}

/** Finds out once for each call who makes it. */
@Injectable()
export class Authentication {
  private readonly calls = new WeakMap<object, Promise<Acting | null>>();
  private readonly known: KnownActors;

  constructor(
    @Inject(TOKEN_VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(ACTOR_LOOKUP) private readonly lookup: ActorLookup,
    @Optional() @Inject(AUTHENTICATION_OPTIONS) private readonly options: AuthenticationOptions = {},
  ) {
    this.known = new KnownActors(options.watch);
  }

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

  of(credentials: Credentials): Promise<Acting | null> {
    const asked = this.calls.get(credentials.call);
    if (asked) return asked;
    const answer = this.found(credentials);
    this.calls.set(credentials.call, answer);
    return answer;
  }

  /**
   * The same asked anew, for what goes on longer than a call: as the token and the record stand now. What was answered
   * before stays as it was for the call. @throws SignInRequired, SignInUnavailable
   */
  again({ authorization, brokenGlass }: Credentials): Promise<Acting | null> {
    return this.acting(authorization, brokenGlass);
  }

  /**
   * By what a person signed in, whether or not the record knows them; null without a token, and for a client that acts
   * for itself or for an organisation's system. @throws SignInRequired, SignInUnavailable
   */
  async signedInBy({ authorization }: Credentials): Promise<SignedInBy | null> {
    if (authorization === null) return null;
    const { issuer, subject, client, serviceAccount } = await this.verified(authorization);
    if (serviceAccount || this.lookup.isIntegrationClient(client)) return null;
    return { issuer, subject, client, today: dayOf(this.now()) };
  }

  private now(): Instant {
    return this.options.clock?.() ?? new Date().toISOString();
  }

  private async found({ authorization, brokenGlass, carriers }: Credentials): Promise<Acting | null> {
    const acting = await this.acting(authorization, brokenGlass);
    for (const carrier of carriers) {
      if (acting) carrier.acting = acting;
      // Operations of one connection may share a carrier.
      else delete carrier.acting;
    }
    return acting;
  }

  private async acting(authorization: string | null, brokenGlass: Uuid | null): Promise<Acting | null> {
    if (authorization === null) return null;
    const token = await this.verified(authorization);
    const now = this.now();
    const known = await this.known.of(token, now, () => this.lookedUp(token, now));
    return known && actingUnder(known, brokenGlass, now);
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

  private lookedUp(token: VerifiedToken, at: Instant): Promise<KnownActor | null> {
    const { narrowToClaim = false } = this.options;
    return actorFrom(token, this.lookup, { at, narrowToClaim });
  }
}

const scopes = new WeakMap<KnownActor, Acting>();

/** Scopes go with what is known of somebody; what is broken open counts for the request that names it. */
const actingUnder = (known: KnownActor, brokenGlass: Uuid | null, now: Instant): Acting => {
  if (brokenGlass !== null) {
    const glass = known.brokenGlasses.find(({ id, until }) => id === brokenGlass && now < until);
    if (!glass) throw new GlassNotBroken();
    const actor = { ...known.actor, brokenGlass: glass };
    return { actor, scope: scopeOf(actor) };
  }
  const before = scopes.get(known);
  if (before) return before;
  const acting = { actor: known.actor, scope: scopeOf(known.actor) };
  scopes.set(known, acting);
  return acting;
};
