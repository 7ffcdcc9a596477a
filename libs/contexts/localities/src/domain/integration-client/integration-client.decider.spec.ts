import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, uuid5 } from '@alongside/kernel';
import { play, specFor } from '@alongside/kernel/testing';
import { clientNameOf, integrationClientIdOf, type IntegrationClientEvent } from '../../contracts.js';
import type { IntegrationClientCommand } from './integration-client.commands.js';
import { integrationClient } from './integration-client.decider.js';
import type { GivenKey, PublicKey } from './public-key.rules.js';

const { given } = specFor(integrationClient);
const organisationId = uuid5('RX2');
const integrationClientId = integrationClientIdOf(organisationId);
const effectiveOn = '2026-03-02';
const about = { integrationClientId, organisationId, effectiveOn };
const scopes = {
  mutations: ['recordHours', 'beginEngagement'],
  classes: ['C2' as const, 'C1' as const],
  unknown: [],
  notGrantable: [],
};
const asked = { organisationIsOpen: true, effectiveOn };

const keyOf = (kid: string, n = `modulus of ${kid}`): PublicKey => ({
  kty: 'RSA',
  n,
  e: 'AQAB',
  alg: 'RS256',
  use: 'sig',
  kid,
});
const registered: IntegrationClientEvent = {
  type: 'IntegrationClientRegistered',
  data: {
    ...about,
    client: clientNameOf(organisationId),
    name: 'ESR interface',
    mutations: ['beginEngagement', 'recordHours'],
    classes: ['C1', 'C2'],
  },
};
const added = (keyId: string): IntegrationClientEvent => ({
  type: 'IntegrationKeyAdded',
  data: { ...about, keyId, publicKey: keyOf(keyId) },
});
const retired = (keyId: string): IntegrationClientEvent => ({
  type: 'IntegrationKeyRetired',
  data: { ...about, keyId },
});
const disabled: IntegrationClientEvent = { type: 'IntegrationClientDisabled', data: about };
const enabled: IntegrationClientEvent = { type: 'IntegrationClientEnabled', data: about };

const register = (part: object = {}): IntegrationClientCommand => ({
  type: 'RegisterIntegrationClient',
  organisationId,
  name: ' ESR interface ',
  scopes,
  ...asked,
  ...part,
});
const agree = (part: object = {}): IntegrationClientCommand => ({
  type: 'AgreeIntegrationScopes',
  scopes: { ...scopes, ...part },
  ...asked,
});
const addKey = (keyId: string, key: GivenKey = { kind: 'public', publicKey: keyOf(keyId) }) =>
  ({ type: 'AddIntegrationKey', keyId, key, ...asked }) as const;
const retire = (keyId: string) => ({ type: 'RetireIntegrationKey', keyId, ...asked }) as const;
const disable = { type: 'DisableIntegrationClient', ...asked } as const;
const enable = { type: 'EnableIntegrationClient', ...asked } as const;

describe('registering a client', () => {
  it('names it after the organisation, with its scopes in order and once each', () => {
    given().when(register()).then(registered);
    given()
      .when(register({ scopes: { ...scopes, mutations: [...scopes.mutations, 'recordHours'] } }))
      .then(registered);
  });
  it('refuses a second one for the organisation', () => {
    given(registered).when(register()).thenRejected('ClientAlreadyRegistered');
  });
  it('refuses an organisation that is not open', () => {
    given()
      .when(register({ organisationIsOpen: false }))
      .thenRejected('OrganisationNotOpen');
  });
  it('refuses mutations that are not there or not for clients, and names them', () => {
    given()
      .when(register({ scopes: { ...scopes, unknown: ['b', 'a'] } }))
      .thenRejected('MutationUnknown', { mutations: ['a', 'b'] });
    given()
      .when(register({ scopes: { ...scopes, notGrantable: ['grantRole'] } }))
      .thenRejected('MutationNotGrantable', { mutations: ['grantRole'] });
  });
});

describe('agreeing scopes', () => {
  it('replaces what was agreed before', () => {
    given(registered)
      .when(agree({ mutations: [], classes: ['C0'] }))
      .then({ type: 'IntegrationScopesAgreed', data: { ...about, mutations: [], classes: ['C0'] } });
  });
  it('does nothing where they are agreed already, in whatever order', () => {
    given(registered)
      .when(agree({ classes: ['C1', 'C2'] }))
      .thenNothing();
  });
  it('refuses mutations that no client may be given', () => {
    given(registered)
      .when(agree({ unknown: ['x'] }))
      .thenRejected('MutationUnknown', { mutations: ['x'] });
    given(registered)
      .when(agree({ notGrantable: ['x'] }))
      .thenRejected('MutationNotGrantable', { mutations: ['x'] });
  });
  it('refuses a client that there is not', () => {
    given().when(agree()).thenRejected('ClientNotRegistered');
  });
});

describe('keys', () => {
  it('are added by their id', () => {
    given(registered).when(addKey('k1')).then(added('k1'));
  });
  it('hold two at a time, so that one can take over from the other', () => {
    given(registered, added('k1')).when(addKey('k2')).then(added('k2'));
    given(registered, added('k1'), added('k2'))
      .when(addKey('k3'))
      .thenRejected('TooManyKeys', { keyIds: ['k1', 'k2'] });
    given(registered, added('k1'), added('k2'), retired('k1')).when(addKey('k3')).then(added('k3'));
  });
  it('are added once', () => {
    given(registered, added('k1')).when(addKey('k1')).thenNothing();
    given(registered, added('k1'), added('k2')).when(addKey('k1')).thenNothing();
  });
  it('keep their id to themselves, also when retired', () => {
    const other: GivenKey = { kind: 'public', publicKey: keyOf('k1', 'another modulus') };
    given(registered, added('k1')).when(addKey('k1', other)).thenRejected('KeyIdTaken');
    given(registered, added('k1'), added('k2'), retired('k1')).when(addKey('k1')).thenRejected('KeyIdTaken');
  });
  it('do not come back under another id', () => {
    const again: GivenKey = { kind: 'public', publicKey: keyOf('k3', 'modulus of k1') };
    given(registered, added('k1')).when(addKey('k3', again)).thenRejected('KeyUsedBefore');
    given(registered, added('k1'), added('k2'), retired('k1'))
      .when(addKey('k3', again))
      .thenRejected('KeyUsedBefore');
  });
  it('are refused where they are weak or none', () => {
    given(registered)
      .when(addKey('k1', { kind: 'weak', bits: 1024 }))
      .thenRejected('KeyTooWeak', { bits: 1024 });
    given(registered)
      .when(addKey('k1', { kind: 'unfit' }))
      .thenRejected('KeyUnfit');
    given(registered).when(addKey('not an id')).thenRejected('KeyIdUnfit');
  });
  it('are refused first of all where they are secret, with nothing of them said', () => {
    const secret = addKey('not an id', { kind: 'secret' });
    for (const history of [[], [registered], [registered, disabled]]) {
      const asked = given(...history).when({ ...secret, organisationIsOpen: false });
      expect(asked.outcome).toEqual({ rejected: 'PrivateKeyGiven' });
    }
  });
  it('are retired while another one holds', () => {
    given(registered, added('k1'), added('k2')).when(retire('k1')).then(retired('k1'));
    given(registered, added('k1'), added('k2'), retired('k1')).when(retire('k1')).thenNothing();
    given(registered, added('k1')).when(retire('k1')).thenRejected('LastKey');
    given(registered, added('k1'), added('k2'), retired('k1')).when(retire('k2')).thenRejected('LastKey');
    given(registered, added('k1')).when(retire('k2')).thenRejected('KeyUnknown');
  });
});

describe('a disabled client', () => {
  it('is enabled again, and agrees to nothing before that', () => {
    given(registered).when(disable).then(disabled);
    given(registered, added('k1'), added('k2'), disabled).when(enable).then(enabled);
    given(registered, added('k1'), disabled)
      .when(agree({ classes: [] }))
      .thenRejected('ClientIsDisabled');
  });
  it('loses a key that was stolen, the last one too, and is given another, before it is enabled', () => {
    given(registered, added('k1'), disabled).when(retire('k1')).then(retired('k1'));
    given(registered, added('k1'), disabled, retired('k1')).when(addKey('k2')).then(added('k2'));
    given(registered, disabled, enabled).when(addKey('k1')).then(added('k1'));
  });
  it('is disabled once, and enabled once', () => {
    given(registered, disabled).when(disable).thenNothing();
    given(registered).when(enable).thenNothing();
  });
});

describe('the client of a closed organisation', () => {
  it('gets nothing new, and can be stopped', () => {
    const closed = { organisationIsOpen: false };
    for (const command of [agree({ classes: [] }), addKey('k3'), enable])
      given(registered, disabled)
        .when({ ...command, ...closed })
        .thenRejected('OrganisationNotOpen');
    given(registered)
      .when({ ...disable, ...closed })
      .then(disabled);
    given(registered, added('k1'), added('k2'))
      .when({ ...retire('k1'), ...closed })
      .then(retired('k1'));
  });
});

describe('whatever is asked of a client', () => {
  const keyId = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5');
  const command: fc.Arbitrary<IntegrationClientCommand> = fc.oneof(
    fc.constant(register()),
    fc.subarray(['a', 'b', 'c']).map((mutations) => agree({ mutations })),
    fc.tuple(keyId, keyId).map(([id, n]) => addKey(id, { kind: 'public', publicKey: keyOf(id, n) })),
    keyId.map((id) => retire(id)),
    fc.constant(disable),
    fc.constant(enable),
  );
  const history = fc
    .array(command, { maxLength: 25 })
    .map((commands) => play(integrationClient, [register(), ...commands]));

  it('never has more than two keys in force, nor one of them twice', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const state = fold(integrationClient, facts);
        if (state.status === 'None') throw new Error('It was registered.');
        expect(state.keys.filter(({ retired: over }) => !over).length).toBeLessThanOrEqual(2);
        const [ids, keys] = [
          state.keys.map(({ publicKey }) => publicKey.kid),
          state.keys.map(({ publicKey }) => (publicKey.kty === 'RSA' ? publicKey.n : publicKey.x)),
        ];
        expect([new Set(ids).size, new Set(keys).size]).toEqual([ids.length, keys.length]);
      }),
      { numRuns: 500 },
    );
  });
  it('loses its last key in no other time than while it is disabled', () => {
    fc.assert(
      fc.property(history, (facts) => {
        facts.forEach(({ type }, index) => {
          if (type !== 'IntegrationKeyRetired') return;
          const before = fold(integrationClient, facts.slice(0, index));
          if (before.status === 'None') throw new Error('It was registered.');
          if (before.status === 'Enabled')
            expect(before.keys.filter(({ retired: over }) => !over)).toHaveLength(2);
        });
      }),
      { numRuns: 500 },
    );
  });
  it('folds to the same state after being stored', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
        expect(fold(integrationClient, stored)).toEqual(fold(integrationClient, facts));
      }),
      { numRuns: 200 },
    );
  });
});
