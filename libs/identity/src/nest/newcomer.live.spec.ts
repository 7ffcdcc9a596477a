import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { clientActorId, loginHash, type ActorLookup, type Rights } from '../access/index.js';
import { TokenRefused, type TokenVerifier, type VerifiedToken } from '../tokens/index.js';
import { AccessGuard, Authentication, Rule, type Carrier } from './index.js';

const loginKey = new Uint8Array(32).fill(1);
const ana = '30000000-0000-4000-8000-000000000001';
const nothing: Rights = {
  grants: [],
  assignedPeople: [],
  assignedIn: [],
  sharings: [],
  brokenGlasses: [],
  limits: null,
};
const token = (subject: string, part: Partial<VerifiedToken> = {}): VerifiedToken => ({
  issuer: 'realm',
  subject,
  client: 'alongside-web',
  serviceAccount: false,
  organisations: null,
  tokenId: subject,
  issuedAt: 0,
  expiresAt: 0,
  ...part,
});
const tokens: Readonly<Record<string, VerifiedToken>> = {
  ana: token('ana'),
  nobody: token('nobody'),
  service: token('service', { client: 'some-service', serviceAccount: true }),
  system: token('system', { client: 'integration-rx2', serviceAccount: true }),
  'person through a system': token('nobody', { client: 'integration-rx2' }),
};
const verifier: TokenVerifier = {
  verify: async (bearer) => {
    const found = tokens[bearer.replaceAll('_', ' ')];
    if (!found) throw new TokenRefused('signature');
    return found;
  },
};
const lookup: ActorLookup = {
  loginKey,
  loginPerson: async (hash) => (hash === loginHash('realm', 'ana', loginKey) ? ana : null),
  rightsOf: async (holder) =>
    holder === clientActorId('integration-rx2')
      ? { ...nothing, limits: { mutations: ['open'], classes: [] } }
      : nothing,
  isIntegrationClient: (client) => client.startsWith('integration-'),
};

class Handlers {
  @Rule('newcomer') newcomer() {}
  @Rule('signedIn') signedIn() {}
  @Rule('people') people() {}
  @Rule('public') open() {}
  closed() {}
}

/** What the guard does with a request, and by what it says that somebody signed in. */
const asked = async (handler: keyof Handlers, bearer?: string) => {
  const guard = new AccessGuard(
    new Reflector(),
    verifier,
    lookup,
    new Authentication(verifier, lookup, { clock: () => '2026-03-02T23:30:00.000Z' }),
  );
  const request: Carrier & { readonly headers: object } = {
    headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer.replaceAll(' ', '_')}` },
  };
  const context = {
    getType: () => 'http',
    switchToHttp: () => ({ getRequest: () => request }),
    getHandler: () => Handlers.prototype[handler],
    getClass: () => Handlers,
  } as unknown as ExecutionContext;
  const answer = await guard.canActivate(context).catch((error: Error) => error.constructor.name);
  return { answer, signedInBy: request.signedInBy ?? null };
};

describe('the guard before what newcomers may call', () => {
  it('lets in a person whom the record does not know, and says by what they signed in', async () => {
    expect(await asked('newcomer', 'nobody')).toEqual({
      answer: true,
      signedInBy: { issuer: 'realm', subject: 'nobody', client: 'alongside-web', today: '2026-03-02' },
    });
  });

  it('lets in a person whom it knows', async () => {
    const { answer, signedInBy } = await asked('newcomer', 'ana');
    expect([answer, signedInBy?.subject]).toEqual([true, 'ana']);
  });

  it('keeps out clients, and people who come through an organisation’s system', async () => {
    for (const bearer of ['service', 'system', 'person through a system'])
      expect([bearer, await asked('newcomer', bearer)]).toEqual([
        bearer,
        { answer: 'NothingHere', signedInBy: null },
      ]);
  });

  it('keeps out whoever brings no token, or a bad one', async () => {
    for (const bearer of [undefined, 'forged'])
      expect(await asked('newcomer', bearer)).toEqual({ answer: 'SignInRequired', signedInBy: null });
  });

  it('opens nothing else to a newcomer, and says to nothing else by what they signed in', async () => {
    expect(await asked('signedIn', 'nobody')).toEqual({ answer: 'NobodyKnown', signedInBy: null });
    expect(await asked('people', 'nobody')).toEqual({ answer: 'NobodyKnown', signedInBy: null });
    expect(await asked('closed', 'nobody')).toEqual({ answer: 'NothingHere', signedInBy: null });
    expect(await asked('open', 'nobody')).toEqual({ answer: true, signedInBy: null });
    expect(await asked('signedIn', 'ana')).toEqual({ answer: true, signedInBy: null });
  });
});
