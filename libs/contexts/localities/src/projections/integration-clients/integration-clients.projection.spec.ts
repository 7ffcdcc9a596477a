import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec } from '@alongside/projections/testing';
import { clientNameOf, integrationClientIdOf, type IntegrationClientEvent } from '../../contracts.js';
import { integrationClients, type IntegrationClientRow } from './integration-clients.projection.js';

const organisationId = uuid5('RX2');
const about = {
  integrationClientId: integrationClientIdOf(organisationId),
  organisationId,
  effectiveOn: '2026-03-02',
};
const registered: IntegrationClientEvent = {
  type: 'IntegrationClientRegistered',
  data: {
    ...about,
    client: clientNameOf(organisationId),
    name: 'ESR',
    mutations: ['bandPost'],
    classes: ['C1'],
  },
};
const publicKey = { kty: 'RSA', n: 'n', e: 'AQAB', kid: 'k1' };
const added = (keyId: string, effectiveOn = '2026-03-03'): IntegrationClientEvent => ({
  type: 'IntegrationKeyAdded',
  data: { ...about, keyId, publicKey, effectiveOn },
});
const retired = (keyId: string): IntegrationClientEvent => ({
  type: 'IntegrationKeyRetired',
  data: { ...about, keyId },
});
const row: IntegrationClientRow = {
  integration_client_id: about.integrationClientId,
  organisation_id: organisationId,
  client: clientNameOf(organisationId),
  name: 'ESR',
  mutations: ['bandPost'],
  classes: ['C1'],
  keys: [],
  registered_on: '2026-03-02',
  disabled_on: null,
};
const [k1, k2] = [
  { keyId: 'k1', publicKey, addedOn: '2026-03-03' },
  { keyId: 'k2', publicKey, addedOn: '2026-03-04' },
];
const spec = foldSpec<IntegrationClientRow>(integrationClients);

describe('the client of an organisation', () => {
  it('has the scopes agreed last', () => {
    spec.given(registered).then(row);
    spec
      .given(registered, {
        type: 'IntegrationScopesAgreed',
        data: { ...about, mutations: [], classes: ['C0'] },
      })
      .then({ ...row, mutations: [], classes: ['C0'] });
  });
  it('has the keys in force, the oldest first', () => {
    spec.given(registered, added('k1'), added('k2', '2026-03-04')).then({ ...row, keys: [k1!, k2!] });
    spec
      .given(registered, added('k1'), added('k2', '2026-03-04'), retired('k1'))
      .then({ ...row, keys: [k2!] });
  });
  it('is disabled until it is enabled', () => {
    const disabled: IntegrationClientEvent = { type: 'IntegrationClientDisabled', data: about };
    const enabled: IntegrationClientEvent = { type: 'IntegrationClientEnabled', data: about };
    spec.given(registered, added('k1'), disabled).then({ ...row, keys: [k1!], disabled_on: '2026-03-02' });
    spec.given(registered, added('k1'), disabled, enabled).then({ ...row, keys: [k1!] });
  });
});
