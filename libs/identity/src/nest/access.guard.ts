import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ActorLookup } from '../access/actor.js';
import { mayEnter } from '../access/may.js';
import type { TokenVerifier } from '../tokens/token-verifier.js';
import { NobodyKnown, NothingHere, SignInRequired } from './access.exceptions.js';
import type { Acting } from './acting.js';
import {
  ACTOR_LOOKUP,
  Authentication,
  AUTHENTICATION_OPTIONS,
  TOKEN_VERIFIER,
  type AuthenticationOptions,
} from './authentication.js';
import { credentialsOf, type Credentials } from './credentials.js';
import { RULE, type AccessRule } from './rule.decorator.js';

/**
 * The one door, for `APP_GUARD`: HTTP handlers, queries, mutations and subscriptions. What has no rule is closed. It
 * leaves who acts as `acting` on the request and on the context of a GraphQL operation. A token that is no good is
 * refused also where none is needed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  /** The same that the guard asks: for whoever must know earlier who calls, such as a limit by subject. */
  readonly authentication: Authentication;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) verifier: TokenVerifier,
    @Inject(ACTOR_LOOKUP) lookup: ActorLookup,
    @Optional() @Inject(Authentication) authentication?: Authentication,
    @Optional() @Inject(AUTHENTICATION_OPTIONS) options?: AuthenticationOptions,
  ) {
    this.authentication = authentication ?? new Authentication(verifier, lookup, options);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = isField(context) ? this.fieldRule(context) : this.handlerRule(context);
    const credentials = credentialsOf(context);
    if (!credentials) throw new NothingHere();
    const acting = await this.authentication.of(credentials);
    if (rule === 'newcomer') return this.newcomer(credentials);
    return admitted(rule, acting, credentials, context);
  }

  private async newcomer(credentials: Credentials): Promise<true> {
    const signedInBy = await this.authentication.signedInBy(credentials);
    if (!signedInBy) throw credentials.authorization === null ? new SignInRequired() : new NothingHere();
    for (const carrier of credentials.carriers) carrier.signedInBy = signedInBy;
    return true;
  }

  private handlerRule(context: ExecutionContext): AccessRule | undefined {
    return this.reflector.getAllAndOverride<AccessRule | undefined>(RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
  }

  /** A field without a rule of its own is reached through an operation that this guard has let through. */
  private fieldRule(context: ExecutionContext): AccessRule {
    return this.reflector.get<AccessRule | undefined>(RULE, context.getHandler()) ?? 'public';
  }
}

const isField = (context: ExecutionContext): boolean =>
  context.getType<string>() === 'graphql' &&
  context.getArgByIndex<{ readonly path?: { readonly prev?: unknown } } | undefined>(3)?.path?.prev !==
    undefined;

const admitted = async (
  rule: Exclude<AccessRule, 'newcomer'> | undefined,
  acting: Acting | null,
  { authorization }: Credentials,
  context: ExecutionContext,
): Promise<true> => {
  if (rule === 'public') return true;
  if (rule === undefined) throw new NothingHere();
  if (!acting) throw authorization === null ? new SignInRequired() : new NobodyKnown();
  const may =
    typeof rule === 'function'
      ? await rule(acting, context)
      : rule === 'signedIn' || mayEnter(acting.actor, rule);
  if (may !== true || !withinLimits(acting, context)) throw new NothingHere();
  return true;
};

/** A client calls no mutation but those that it was given. */
const withinLimits = ({ actor: { limits } }: Acting, context: ExecutionContext): boolean => {
  if (!limits || context.getType<string>() !== 'graphql') return true;
  const { fieldName, operation } = context.getArgByIndex<{
    readonly fieldName: string;
    readonly operation: { readonly operation: string };
  }>(3);
  return operation.operation !== 'mutation' || limits.mutations.includes(fieldName);
};
