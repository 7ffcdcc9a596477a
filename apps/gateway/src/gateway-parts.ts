import type { DynamicModule, Type } from '@nestjs/common';
import type { Writing } from '@alongside/event-store';
import type { ReadGate } from '@alongside/graphql-kit';
import type { ActorLookup, TokenVerifier } from '@alongside/identity';
import type { ValueOpener } from '@alongside/privacy';
import type { ReadModels } from '@alongside/read-models';

/** What one part of the program says of itself. */
export interface PartHealth {
  readonly part: string;
  readonly ok: boolean;
  /** In words that an operator can act on. */
  readonly detail: string;
}

/** What the gateway is made of: opened by whoever starts it, and closed by them after it has stopped. */
export interface GatewayParts {
  readonly writing: Writing;
  readonly readModels: ReadModels;
  readonly opener: ValueOpener;
  /** Names logins in the record. */
  readonly loginKey: Uint8Array;
  readonly gate: ReadGate;
  readonly verifier: TokenVerifier;
  readonly lookup: ActorLookup;
  /** The graphs of the contexts. */
  readonly contexts: readonly (Type | DynamicModule)[];
  /** Whether each part works: `ready` decides `/readyz`, `noted` is said beside it. */
  readonly health: () => Promise<{
    readonly ready: readonly PartHealth[];
    readonly noted: readonly PartHealth[];
  }>;
  /** How far behind each projection is, in seconds. */
  readonly lag: () => Promise<Readonly<Record<string, number>>>;
  /** Where people sign in, for the page at `/`. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
}

export interface GatewayOptions {
  readonly port: number;
  readonly host?: string;
  readonly production: boolean;
  readonly logLevel: string;
}
