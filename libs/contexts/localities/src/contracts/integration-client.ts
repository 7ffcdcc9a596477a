import {
  uuid5,
  type CalendarDate,
  type DataClass,
  type DomainEvent,
  type Json,
  type Uuid,
} from '@alongside/kernel';

export const integrationClientStream = (integrationClientId: Uuid): string =>
  `integrationclient-${integrationClientId}`;

/** The one client that an organisation can have. */
export const integrationClientIdOf = (organisationId: Uuid): Uuid =>
  uuid5(`integrationclient-of:${organisationId}`);

/** The name by which the client signs in, `azp` of its tokens: made from the organisation, so that no two share one. */
export const clientNameOf = (organisationId: Uuid): string => `hr-${organisationId}`;

/** The organisation of a client's name; undefined where no client is named so. */
export const organisationOfClient = (client: string): Uuid | undefined =>
  /^hr-([0-9a-f-]{36})$/.exec(client)?.[1];

/** What an integration client can be given to read. */
export const integrationClasses = ['C0', 'C1', 'C2'] as const satisfies readonly DataClass[];
export type IntegrationClass = (typeof integrationClasses)[number];

interface OfClient {
  readonly integrationClientId: Uuid;
  readonly organisationId: Uuid;
  readonly effectiveOn: CalendarDate;
}

interface ClientScopes {
  /** Mutations of the graph that it may call, by name. None that is not named. */
  readonly mutations: readonly string[];
  readonly classes: readonly IntegrationClass[];
}

export type IntegrationClientRegistered = DomainEvent<
  'IntegrationClientRegistered',
  OfClient &
    ClientScopes & {
      /** `clientNameOf` the organisation. */
      readonly client: string;
      /** The system behind it, in the organisation's words. */
      readonly name: string;
    }
>;

export type IntegrationScopesAgreed = DomainEvent<'IntegrationScopesAgreed', OfClient & ClientScopes>;

/** A public key by which the client proves itself. Two may hold at a time, so that one can take over from the other. */
export type IntegrationKeyAdded = DomainEvent<
  'IntegrationKeyAdded',
  OfClient & {
    readonly keyId: string;
    /** A JSON Web Key, public part alone (RFC 7517). */
    readonly publicKey: { readonly [name: string]: Json };
  }
>;

export type IntegrationKeyRetired = DomainEvent<
  'IntegrationKeyRetired',
  OfClient & { readonly keyId: string }
>;

/** The client may do nothing from the moment this is recorded. */
export type IntegrationClientDisabled = DomainEvent<'IntegrationClientDisabled', OfClient>;
export type IntegrationClientEnabled = DomainEvent<'IntegrationClientEnabled', OfClient>;

export type IntegrationClientEvent =
  | IntegrationClientRegistered
  | IntegrationScopesAgreed
  | IntegrationKeyAdded
  | IntegrationKeyRetired
  | IntegrationClientDisabled
  | IntegrationClientEnabled;
