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
const at = '2026-03-02T09:00:00.000Z';
const options = { at };

const grants = [grantOf('hr', trust), grantOf('hr', charity), grantOf('frameworkLead', sussex)];
const own = [grantOf('integration', trust)];
const limits = { mutations: ['bandPost'], classes: ['C1' as const] };
const sharing = (receiver: string) => ({
  id: sussex,
  role: 'hr' as const,
  through: { kind: 'organisation' as const, id: receiver },
  organisation: cleosTrust,
  areas: ['training' as const],
  classes: ['C2' as const],
});
const cleosTrust = '10000000-0000-4000-8000-000000000003';
const sharings = [sharing(trust), sharing(charity)];
const glass = { id: sussex, organisation: trust, person: null, classes: ['C2' as const], until: at };
const nothing = {
  grants: [],
  assignedPeople: [],
  assignedIn: [],
  sharings: [],
  brokenGlasses: [],
  limits: null,
};
const lookup: ActorLookup = {
  loginKey,
  loginPerson: (hash) => Promise.resolve(hash === loginHash(issuer, 'ana', loginKey) ? ana : null),
  rightsOf: (holder) =>
    Promise.resolve(
      holder === ana
        ? {
            grants,
            assignedPeople: [ben],
            assignedIn: [trust],
            sharings,
            brokenGlasses: [glass],
            limits: null,
          }
        : { ...nothing, ...(holder === clientActorId('hr-system') ? { grants: own, limits } : {}) },
    ),
  isIntegrationClient: (client) => client.startsWith('hr-'),
};
const actor = async (given: Partial<TokenIdentity> = {}, narrowToClaim = false) =>
  (await actorFrom(token(given), lookup, { ...options, narrowToClaim }))?.actor ?? null;

const token = (given: Partial<TokenIdentity> = {}): TokenIdentity => ({
  issuer,
  subject: 'ana',
  client: 'alongside-web',
  serviceAccount: false,
  organisations: null,
  ...given,
});

describe('who a token stands for', () => {
  it('is the person to whom the login belongs, with their rights and what is broken open for them', async () => {
    expect(await actorFrom(token(), lookup, options)).toEqual({
      actor: {
        kind: 'person',
        id: ana,
        client: 'alongside-web',
        grants,
        assignedPeople: [ben],
        assignedIn: [trust],
        sharings,
        today: '2026-03-02',
      },
      brokenGlasses: [glass],
    });
  });

  it('counts the day in the United Kingdom', async () => {
    const known = await actorFrom(token(), lookup, { at: '2026-06-30T23:30:00.000Z' });
    expect(known?.actor.today).toBe('2026-07-01');
  });

  it('is nobody where the login belongs to nobody, or another issuer vouches for it', async () => {
    expect(await actor({ subject: 'ben' })).toBeNull();
    expect(await actor({ issuer: 'https://id.example/realms/other' })).toBeNull();
  });

  it('is the integration client of its organisation where the client acts for itself', async () => {
    expect(await actor({ client: 'hr-system', serviceAccount: true })).toEqual({
      kind: 'client',
      id: clientActorId('hr-system'),
      client: 'hr-system',
      grants: own,
      assignedPeople: [],
      limits,
      today: '2026-03-02',
    });
  });

  it('is nobody where the client is not registered, or no integration client at all', async () => {
    expect(await actor({ client: 'hr-other', serviceAccount: true })).toBeNull();
    expect(await actor({ client: 'alongside-web', serviceAccount: true })).toBeNull();
  });

  it('is nobody where a person comes through an integration client', async () => {
    expect(await actor({ client: 'hr-system' })).toBeNull();
  });

  it('keeps what comes through organisations to those that the token names, where that is asked for', async () => {
    const named = await actor({ organisations: [charity] }, true);
    expect(named?.grants).toEqual([grants[1], grants[2]]);
    expect(named?.sharings).toEqual([sharings[1]]);
    expect((await actor({ organisations: null }, true))?.grants).toEqual(grants);
    expect((await actor({ organisations: [charity] }))?.grants).toEqual(grants);
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
