import { describe, expect, it } from '@jest/globals';
import { grantOf } from '../testing/index.js';
import { actorFrom, clientActorId, loginHash, type ActorLookup, type TokenIdentity } from './actor.js';

const trust = '10000000-0000-4000-8000-000000000001';
const charity = '10000000-0000-4000-8000-000000000002';
const sussex = '20000000-0000-4000-8000-000000000001';
const ana = '30000000-0000-4000-8000-000000000001';
const ben = '30000000-0000-4000-8000-000000000002';

const loginKey = new Uint8Array(32).fill(7);
const issuer = 'https://id.example/realms/alongside';
const options = { today: '2026-03-02' };

const grants = [grantOf('hr', trust), grantOf('hr', charity), grantOf('frameworkLead', sussex)];
const lookup: ActorLookup = {
  loginKey,
  loginPerson: (hash) => Promise.resolve(hash === loginHash(issuer, 'ana', loginKey) ? ana : null),
  grantsOf: () => Promise.resolve(grants),
  assignedPeople: () => Promise.resolve([ben]),
  clientOrganisation: (client) => Promise.resolve(client === 'hr-system' ? trust : null),
};

const token = (given: Partial<TokenIdentity> = {}): TokenIdentity => ({
  issuer,
  subject: 'ana',
  client: 'alongside-web',
  serviceAccount: false,
  organisations: null,
  ...given,
});

describe('who a token stands for', () => {
  it('is the person to whom the login belongs, with their roles', async () => {
    expect(await actorFrom(token(), lookup, options)).toEqual({
      kind: 'person',
      id: ana,
      client: 'alongside-web',
      grants,
      assignedPeople: [ben],
      today: '2026-03-02',
    });
  });

  it('is nobody where the login belongs to nobody, or another issuer vouches for it', async () => {
    expect(await actorFrom(token({ subject: 'ben' }), lookup, options)).toBeNull();
    expect(await actorFrom(token({ issuer: 'https://id.example/realms/other' }), lookup, options)).toBeNull();
  });

  it('is the integration client of its organisation where the client acts for itself', async () => {
    const actor = await actorFrom(token({ client: 'hr-system', serviceAccount: true }), lookup, options);
    expect(actor).toMatchObject({ kind: 'client', id: clientActorId('hr-system'), assignedPeople: [] });
    expect(actor?.grants).toEqual([
      { role: 'integration', scope: { kind: 'organisation', id: trust }, from: '2026-03-02', to: null },
    ]);
  });

  it('is nobody where the client is not registered', async () => {
    expect(await actorFrom(token({ client: 'other', serviceAccount: true }), lookup, options)).toBeNull();
  });

  it('is nobody where a person comes through an integration client', async () => {
    expect(await actorFrom(token({ client: 'hr-system' }), lookup, options)).toBeNull();
  });

  it('keeps roles in organisations to those that the token names, where that is asked for', async () => {
    const narrow = { ...options, narrowToClaim: true };
    const named = await actorFrom(token({ organisations: [charity] }), lookup, narrow);
    expect(named?.grants).toEqual([grants[1], grants[2]]);
    expect((await actorFrom(token({ organisations: null }), lookup, narrow))?.grants).toEqual(grants);
    expect((await actorFrom(token({ organisations: [charity] }), lookup, options))?.grants).toEqual(grants);
  });
});

describe('the hash of a login', () => {
  it('is the same for the same login and key, and differs in each', () => {
    const hash = loginHash(issuer, 'ana', loginKey);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loginHash(issuer, 'ana', loginKey)).toBe(hash);
    expect(loginHash(issuer, 'ben', loginKey)).not.toBe(hash);
    expect(loginHash(issuer, 'ana', new Uint8Array(32).fill(8))).not.toBe(hash);
    expect(loginHash(`${issuer}a`, 'na', loginKey)).not.toBe(hash);
  });

  it('needs a key that cannot be guessed', () => {
    expect(() => loginHash(issuer, 'ana', new Uint8Array(16))).toThrow('at least 32 bytes');
  });
});
