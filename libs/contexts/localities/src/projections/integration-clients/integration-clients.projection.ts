import type { CalendarDate, Json, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type { IntegrationClientEvent } from '../../contracts.js';

/** A key in force. */
export interface IntegrationKey {
  readonly keyId: string;
  readonly publicKey: { readonly [name: string]: Json };
  readonly addedOn: CalendarDate;
}

export interface IntegrationClientRow {
  readonly integration_client_id: Uuid;
  readonly organisation_id: Uuid;
  readonly client: string;
  readonly name: string;
  readonly mutations: readonly string[];
  readonly classes: readonly string[];
  /** Those in force, the oldest first. */
  readonly keys: readonly IntegrationKey[];
  readonly registered_on: CalendarDate;
  /** Null where it is not disabled. */
  readonly disabled_on: CalendarDate | null;
}

const changing = (
  { data }: Published<IntegrationClientEvent>,
  change: (row: IntegrationClientRow) => Partial<IntegrationClientRow>,
): Change<IntegrationClientRow> => ({
  key: [data.integrationClientId],
  fold: (row) => row && { ...row, ...change(row) },
});

/** The systems that organisations have registered, what each may do, and the public keys by which it is known now. */
export const integrationClients = projection<IntegrationClientRow, IntegrationClientEvent>({
  name: 'integration-clients',
  version: 1,
  table: 'localities.integration_client',
  columns: {
    integration_client_id: 'uuid',
    organisation_id: 'uuid',
    client: 'text',
    name: 'text',
    mutations: 'text[]',
    classes: 'text[]',
    keys: 'json',
    registered_on: 'date',
    disabled_on: 'date',
  },
  key: ['integration_client_id'],
  // Counted: the function that publishes keys reads it as the owner, for callers who have not signed in.
  access: { class: 'C2', organisations: ['organisation_id'], operators: true, counted: true },
  on: {
    IntegrationClientRegistered: ({ data }) => ({
      key: [data.integrationClientId],
      fold: () => ({
        integration_client_id: data.integrationClientId,
        organisation_id: data.organisationId,
        client: data.client,
        name: data.name,
        mutations: data.mutations,
        classes: data.classes,
        keys: [],
        registered_on: data.effectiveOn,
        disabled_on: null,
      }),
    }),
    IntegrationScopesAgreed: (event) =>
      changing(event, () => ({ mutations: event.data.mutations, classes: event.data.classes })),
    IntegrationKeyAdded: (event) => {
      const { keyId, publicKey, effectiveOn: addedOn } = event.data;
      return changing(event, ({ keys }) => ({
        keys: [...keys.filter((key) => key.keyId !== keyId), { keyId, publicKey, addedOn }],
      }));
    },
    IntegrationKeyRetired: (event) =>
      changing(event, ({ keys }) => ({ keys: keys.filter(({ keyId }) => keyId !== event.data.keyId) })),
    IntegrationClientDisabled: (event) => changing(event, () => ({ disabled_on: event.data.effectiveOn })),
    IntegrationClientEnabled: (event) => changing(event, () => ({ disabled_on: null })),
  },
});
