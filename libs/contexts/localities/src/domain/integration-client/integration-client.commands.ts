import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { IntegrationClass } from '../../contracts.js';
import type { GivenKey } from './public-key.rules.js';

/** What a client shall be allowed, and what the handler found out about it. */
export interface ScopesAsked {
  readonly mutations: readonly string[];
  readonly classes: readonly IntegrationClass[];
  /** Those of `mutations` that the graph does not have. */
  readonly unknown: readonly string[];
  /** Those of `mutations` that no client may be given. */
  readonly notGrantable: readonly string[];
}

interface Asked {
  /** Whether the organisation is open on the day. */
  readonly organisationIsOpen: boolean;
  readonly effectiveOn: CalendarDate;
}

export interface RegisterIntegrationClient extends Asked {
  readonly type: 'RegisterIntegrationClient';
  readonly organisationId: Uuid;
  readonly name: string;
  readonly scopes: ScopesAsked;
}

export interface AgreeIntegrationScopes extends Asked {
  readonly type: 'AgreeIntegrationScopes';
  readonly scopes: ScopesAsked;
}

export interface AddIntegrationKey extends Asked {
  readonly type: 'AddIntegrationKey';
  readonly keyId: string;
  readonly key: GivenKey;
}

export interface RetireIntegrationKey extends Asked {
  readonly type: 'RetireIntegrationKey';
  readonly keyId: string;
}

export interface DisableIntegrationClient extends Asked {
  readonly type: 'DisableIntegrationClient';
}

export interface EnableIntegrationClient extends Asked {
  readonly type: 'EnableIntegrationClient';
}

export type IntegrationClientCommand =
  | RegisterIntegrationClient
  | AgreeIntegrationScopes
  | AddIntegrationKey
  | RetireIntegrationKey
  | DisableIntegrationClient
  | EnableIntegrationClient;
