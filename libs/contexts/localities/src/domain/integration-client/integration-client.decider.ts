import { isRejected, reject, type Decider, type Fact, type Rejected, type Uuid } from '@alongside/kernel';
import {
  clientNameOf,
  integrationClientIdOf,
  type IntegrationClass,
  type IntegrationClientEvent,
} from '../../contracts.js';
import type {
  AddIntegrationKey,
  AgreeIntegrationScopes,
  IntegrationClientCommand,
  RegisterIntegrationClient,
  RetireIntegrationKey,
  ScopesAsked,
} from './integration-client.commands.js';
import type { IntegrationClientRefusal } from './integration-client.refusals.js';
import { isKeyId, isSameKey, type PublicKey } from './public-key.rules.js';

export interface ClientKey {
  readonly publicKey: PublicKey;
  readonly retired: boolean;
}

interface Registered {
  readonly status: 'Enabled' | 'Disabled';
  readonly integrationClientId: Uuid;
  readonly organisationId: Uuid;
  readonly mutations: readonly string[];
  readonly classes: readonly IntegrationClass[];
  /** Also those retired: neither they nor their ids come back. */
  readonly keys: readonly ClientKey[];
}

export type IntegrationClientState = { readonly status: 'None' } | Registered;

type Decision = readonly IntegrationClientEvent[] | Rejected<IntegrationClientRefusal>;

/** One that takes over, and the one that it takes over from. */
export const MOST_KEYS_IN_FORCE = 2;

const sorted = <Word extends string>(words: readonly Word[]): readonly Word[] =>
  [...new Set(words)].toSorted();

const scopesOf = ({ mutations, classes }: Pick<ScopesAsked, 'mutations' | 'classes'>) => ({
  mutations: sorted(mutations),
  classes: sorted(classes),
});

const refusedScopes = ({
  unknown,
  notGrantable,
}: ScopesAsked): Rejected<IntegrationClientRefusal> | undefined => {
  if (unknown.length > 0) return reject('MutationUnknown', { mutations: sorted(unknown) });
  if (notGrantable.length > 0) return reject('MutationNotGrantable', { mutations: sorted(notGrantable) });
  return undefined;
};

const register = (command: RegisterIntegrationClient, state: IntegrationClientState): Decision => {
  if (state.status !== 'None') return reject('ClientAlreadyRegistered');
  if (!command.organisationIsOpen) return reject('OrganisationNotOpen');
  const refused = refusedScopes(command.scopes);
  if (refused) return refused;
  const { organisationId, effectiveOn } = command;
  return [
    {
      type: 'IntegrationClientRegistered',
      data: {
        integrationClientId: integrationClientIdOf(organisationId),
        organisationId,
        client: clientNameOf(organisationId),
        name: command.name.trim(),
        ...scopesOf(command.scopes),
        effectiveOn,
      },
    },
  ];
};

const about = ({ integrationClientId, organisationId }: Registered, effectiveOn: string) => ({
  integrationClientId,
  organisationId,
  effectiveOn,
});

const agreeScopes = ({ scopes, effectiveOn }: AgreeIntegrationScopes, state: Registered): Decision => {
  const refused = refusedScopes(scopes);
  if (refused) return refused;
  const asked = scopesOf(scopes);
  const { mutations, classes } = state;
  if (JSON.stringify(scopesOf({ mutations, classes })) === JSON.stringify(asked)) return [];
  return [{ type: 'IntegrationScopesAgreed', data: { ...about(state, effectiveOn), ...asked } }];
};

const inForce = ({ keys }: Registered): readonly ClientKey[] => keys.filter(({ retired }) => !retired);

const publicKeyOf = ({ keyId, key }: AddIntegrationKey): PublicKey | Rejected<IntegrationClientRefusal> => {
  if (!isKeyId(keyId)) return reject('KeyIdUnfit');
  if (key.kind === 'weak') return reject('KeyTooWeak', { bits: key.bits });
  return key.kind === 'public' ? key.publicKey : reject('KeyUnfit');
};

const addKey = (command: AddIntegrationKey, state: Registered): Decision => {
  const publicKey = publicKeyOf(command);
  if (isRejected(publicKey)) return publicKey;
  const { keyId, effectiveOn } = command;
  const before = state.keys.find((one) => one.publicKey.kid === keyId);
  if (before && !before.retired && isSameKey(before.publicKey, publicKey)) return [];
  if (before) return reject('KeyIdTaken');
  if (state.keys.some((one) => isSameKey(one.publicKey, publicKey))) return reject('KeyUsedBefore');
  if (inForce(state).length >= MOST_KEYS_IN_FORCE)
    return reject('TooManyKeys', { keyIds: inForce(state).map((one) => one.publicKey.kid) });
  return [{ type: 'IntegrationKeyAdded', data: { ...about(state, effectiveOn), keyId, publicKey } }];
};

const retireKey = ({ keyId, effectiveOn }: RetireIntegrationKey, state: Registered): Decision => {
  const key = state.keys.find((one) => one.publicKey.kid === keyId);
  if (!key) return reject('KeyUnknown');
  if (key.retired) return [];
  if (state.status === 'Enabled' && inForce(state).length === 1) return reject('LastKey');
  return [{ type: 'IntegrationKeyRetired', data: { ...about(state, effectiveOn), keyId } }];
};

type Change = Exclude<IntegrationClientCommand, RegisterIntegrationClient>;

const change = (command: Change, state: Registered): Decision => {
  const { type, effectiveOn, organisationIsOpen } = command;
  const takesAway = type === 'RetireIntegrationKey' || type === 'DisableIntegrationClient';
  if (!takesAway && !organisationIsOpen) return reject('OrganisationNotOpen');
  const disabled = state.status === 'Disabled';
  if (type === 'EnableIntegrationClient')
    return disabled ? [{ type: 'IntegrationClientEnabled', data: about(state, effectiveOn) }] : [];
  if (type === 'DisableIntegrationClient')
    return disabled ? [] : [{ type: 'IntegrationClientDisabled', data: about(state, effectiveOn) }];
  switch (type) {
    case 'AgreeIntegrationScopes':
      return disabled ? reject('ClientIsDisabled') : agreeScopes(command, state);
    case 'AddIntegrationKey':
      return addKey(command, state);
    case 'RetireIntegrationKey':
      return retireKey(command, state);
  }
};

const registeredBy = ({
  data,
}: Fact<Extract<IntegrationClientEvent, { type: 'IntegrationClientRegistered' }>>): Registered => {
  const { integrationClientId, organisationId, mutations, classes } = data;
  return { status: 'Enabled', integrationClientId, organisationId, mutations, classes, keys: [] };
};

const changedBy = (state: Registered, fact: Fact<IntegrationClientEvent>): Registered => {
  switch (fact.type) {
    case 'IntegrationClientRegistered':
      return state;
    case 'IntegrationScopesAgreed':
      return { ...state, mutations: fact.data.mutations, classes: fact.data.classes };
    case 'IntegrationKeyAdded':
      return {
        ...state,
        keys: [...state.keys, { publicKey: fact.data.publicKey as PublicKey, retired: false }],
      };
    case 'IntegrationKeyRetired':
      return {
        ...state,
        keys: state.keys.map((key) =>
          key.publicKey.kid === fact.data.keyId ? { ...key, retired: true } : key,
        ),
      };
    case 'IntegrationClientDisabled':
      return { ...state, status: 'Disabled' };
    case 'IntegrationClientEnabled':
      return { ...state, status: 'Enabled' };
  }
};

/** What one organisation's own system may do, and the keys by which it proves itself. */
export const integrationClient: Decider<
  IntegrationClientCommand,
  IntegrationClientState,
  IntegrationClientEvent,
  IntegrationClientRefusal
> = {
  initialState: { status: 'None' },
  decide: (command, state) => {
    // Before anything else: whoever sent a secret must hear of it whatever the client stands at.
    if (command.type === 'AddIntegrationKey' && command.key.kind === 'secret')
      return reject('PrivateKeyGiven');
    if (command.type === 'RegisterIntegrationClient') return register(command, state);
    return state.status === 'None' ? reject('ClientNotRegistered') : change(command, state);
  },
  evolve: (state, fact) => {
    if (state.status !== 'None') return changedBy(state, fact);
    return fact.type === 'IntegrationClientRegistered' ? registeredBy(fact) : state;
  },
};
