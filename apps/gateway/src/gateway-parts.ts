import type { DynamicModule, Type } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import type { Writing } from '@alongside/event-store';
import type { ReadGate, Standing } from '@alongside/graphql-kit';
import type { ActorLookup, TokenVerifier } from '@alongside/identity';
import type { ClientKeys, OpenRightsWatch } from '@alongside/deployment';
import type { ValueOpener } from '@alongside/privacy';
import type { ReadModels } from '@alongside/read-models';
import type { GatewayHealth } from './health.js';

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
  /** Tells of changes of rights, so that nobody keeps one that has ended. */
  readonly rights: OpenRightsWatch;
  /** The public keys of organisations' own systems. */
  readonly clientKeys: Pick<ClientKeys, 'of'>;
  /** The graphs of the contexts. */
  readonly contexts: readonly (Type | DynamicModule)[];
  readonly health: () => Promise<GatewayHealth>;
  /** How far behind the read models are. Never fails: where it cannot be found out it says the worst. */
  readonly standing: () => Promise<Standing>;
  /** Where people sign in, for the page at `/`. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
}

export interface GatewayOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly production: boolean;
  readonly logLevel: string;
  /** Standard output where absent. */
  readonly logTo?: DestinationStream;
  /** Cost points that one subject may spend; `limits.pointsPerMinute` where absent. */
  readonly pointsPerMinute?: number;
}
