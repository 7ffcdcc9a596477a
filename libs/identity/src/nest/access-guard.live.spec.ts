import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Controller, Get, Module, Req } from '@nestjs/common';
import { APP_GUARD, ModulesContainer, NestFactory } from '@nestjs/core';
import {
  Context,
  Field,
  GraphQLModule,
  ID,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { loginHash, type ActorLookup, type Grant } from '../access/index.js';
import { grantOf } from '../testing/actors.js';
import { TokenRefused, type TokenRefusal, type TokenVerifier, type VerifiedToken } from '../tokens/index.js';
import {
  AccessGuard,
  ACTOR_LOOKUP,
  AUTHENTICATION_OPTIONS,
  Rule,
  TOKEN_VERIFIER,
  walkRules,
  type Acting,
  type AuthenticationOptions,
} from './index.js';

const trust = '10000000-0000-4000-8000-000000000001';
const ana = '30000000-0000-4000-8000-000000000001';
const hal = '30000000-0000-4000-8000-000000000002';
const loginKey = new Uint8Array(32).fill(1);

const known: Record<string, string> = { ana, hal };
const grants: Record<string, readonly Grant[]> = { [hal]: [grantOf('hr', trust)] };
const asked = { tokens: 0, grants: 0 };

const tokens = new Map<string, VerifiedToken>();
const tokenOf = (subject: string): VerifiedToken => {
  const token = tokens.get(subject) ?? {
    issuer: 'realm',
    subject,
    client: 'alongside-web',
    serviceAccount: false,
    organisations: null,
    tokenId: subject,
    issuedAt: 0,
    expiresAt: 0,
  };
  tokens.set(subject, token);
  return token;
};

const verifier: TokenVerifier = {
  verify: async (token) => {
    asked.tokens += 1;
    if (token === 'down') throw new TokenRefused('keysUnavailable');
    if (!token.startsWith('good-')) throw new TokenRefused('signature');
    return tokenOf(token.slice(5));
  },
};

const lookup: ActorLookup = {
  loginKey,
  loginPerson: async (hash) =>
    Object.entries(known).find(([subject]) => loginHash('realm', subject, loginKey) === hash)?.[1] ?? null,
  rightsOf: async (person) => {
    asked.grants += 1;
    return {
      grants: grants[person] ?? [],
      assignedPeople: [],
      assignedIn: [],
      sharings: [],
      brokenGlasses: [],
      limits: null,
    };
  },
  isIntegrationClient: () => false,
};

interface WithActing {
  readonly acting?: Acting;
}

@Controller()
class Plain {
  @Get('open') @Rule('public') open(@Req() request: WithActing) {
    return { id: request.acting?.actor.id ?? null };
  }
  @Get('mine') @Rule('signedIn') mine(@Req() request: WithActing) {
    return { id: request.acting?.actor.id, organisations: request.acting?.scope.organisations.C2 };
  }
  @Get('hire') @Rule('employment') hire() {
    return { hired: true };
  }
  @Get('only-ana') @Rule(({ actor }) => actor.id === ana) onlyAna() {
    return { ana: true };
  }
  @Get('closed') closed() {
    return { leaked: true };
  }
}

@ObjectType()
class Thing {
  @Field(() => ID) id!: string;
}

@Resolver(() => Thing)
class Things {
  @Query(() => [Thing]) @Rule('signedIn') things() {
    return [{ id: '1' }, { id: '2' }];
  }
  @Query(() => [Thing]) @Rule('public') openThings() {
    return [{ id: '1' }];
  }
  @Query(() => String) @Rule('public') hello(@Context() context: { req: WithActing }) {
    return context.req.acting?.actor.id ?? 'nobody';
  }
  @Query(() => String) closed() {
    return 'leaked';
  }
  @Mutation(() => String) @Rule('employment') hire(@Context() context: WithActing) {
    return context.acting!.actor.id;
  }
  @ResolveField(() => String) plain(@Parent() { id }: Thing) {
    return `plain ${id}`;
  }
  @ResolveField(() => String) @Rule('employment') salary(@Parent() { id }: Thing) {
    return `salary ${id}`;
  }
  @Subscription(() => String, { resolve: (value: string) => value })
  @Rule('employment')
  async *hirings() {
    yield 'one';
    yield 'two';
  }
  @Subscription(() => String, { resolve: (value: string) => value })
  async *closedStream() {
    yield 'leaked';
  }
}

@Rule('signedIn')
@Resolver()
class Ruled {
  @Query(() => String) byClass() {
    return 'by class';
  }
}

const options: AuthenticationOptions & { refused: TokenRefusal[] } = {
  refused: [],
  onRefused: (reason) => options.refused.push(reason),
};

const start = async (guardFields: boolean, given: AuthenticationOptions = options) => {
  @Module({
    imports: [
      GraphQLModule.forRoot<ApolloDriverConfig>({
        driver: ApolloDriver,
        autoSchemaFile: true,
        graphiql: false,
        autoTransformHttpErrors: false,
        csrfPrevention: false,
        ...(guardFields ? { fieldResolverEnhancers: ['guards'] as const } : {}),
        subscriptions: { 'graphql-ws': true },
      }),
    ],
    controllers: [Plain],
    providers: [
      Things,
      Ruled,
      { provide: TOKEN_VERIFIER, useValue: verifier },
      { provide: ACTOR_LOOKUP, useValue: lookup },
      { provide: AUTHENTICATION_OPTIONS, useValue: given },
      { provide: APP_GUARD, useClass: AccessGuard },
    ],
  })
  class App {}
  const app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
};

type Running = Awaited<ReturnType<typeof start>>;

const get = ({ url }: Running, path: string, authorization?: string) =>
  fetch(`${url}/${path}`, authorization === undefined ? {} : { headers: { authorization } });

const ask = async ({ url }: Running, query: string, authorization?: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data: unknown;
    errors?: { extensions: { code: string }; message: string }[];
  };
  return { data, codes: errors?.map(({ extensions }) => extensions.code) };
};

let running: Running;
beforeAll(async () => {
  running = await start(false);
});
afterAll(() => running.app.close());
beforeEach(() => {
  asked.tokens = 0;
  asked.grants = 0;
  options.refused.length = 0;
});

describe('the guard before an HTTP handler', () => {
  const status = async (path: string, authorization?: string) =>
    (await get(running, path, authorization)).status;

  it('lets anybody in where that is said, and knows those who bring a token', async () => {
    expect(await (await get(running, 'open')).json()).toEqual({ id: null });
    expect(await (await get(running, 'open', 'Bearer good-ana')).json()).toEqual({ id: ana });
  });

  it('answers 401 to a bad token, also where none is needed', async () => {
    for (const bad of ['Bearer bad', 'Bearer', 'Basic YTpi', 'good-ana', 'Bearer good-ana extra', ''])
      expect([bad, await status('open', bad)]).toEqual([bad, 401]);
    expect(new Set(options.refused)).toEqual(new Set(['signature']));
  });

  it('answers 401 without a token where one is needed, and 404 with one of somebody unknown', async () => {
    expect(await status('mine')).toBe(401);
    const unknown = await get(running, 'mine', 'Bearer good-nobody');
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('link it to you')]);
    expect(await status('open', 'Bearer good-nobody')).toBe(200);
  });

  it('leaves who acts, and what they may read, on the request', async () => {
    expect(await (await get(running, 'mine', 'bearer good-hal')).json()).toEqual({
      id: hal,
      organisations: [trust],
    });
  });

  it('answers 404 to whoever has nothing to do in an area', async () => {
    expect(await status('hire', 'Bearer good-hal')).toBe(200);
    expect(await status('hire', 'Bearer good-ana')).toBe(404);
    expect(await status('hire')).toBe(401);
  });

  it('asks a rule that decides for itself', async () => {
    expect(await status('only-ana', 'Bearer good-ana')).toBe(200);
    expect(await status('only-ana', 'Bearer good-hal')).toBe(404);
    expect(await status('only-ana')).toBe(401);
  });

  it('closes what has no rule', async () => {
    expect(await status('closed', 'Bearer good-hal')).toBe(404);
    expect(await status('closed')).toBe(404);
  });

  it('says 503 where tokens cannot be checked', async () => {
    expect(await status('mine', 'Bearer down')).toBe(503);
  });
});

describe('the guard before a GraphQL operation', () => {
  it('lets in by the rule of each field of the operation, and asks about the caller once', async () => {
    const answer = await ask(running, 'mutation { a: hire b: hire c: hire }', 'Bearer good-hal');
    expect(answer.data).toEqual({ a: hal, b: hal, c: hal });
    expect(asked).toEqual({ tokens: 1, grants: 1 });
  });

  it('refuses with codes that GraphQL clients know', async () => {
    expect((await ask(running, '{ things { id } }')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(running, '{ hello }', 'Bearer bad')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(running, 'mutation { hire }', 'Bearer good-ana')).codes).toEqual(['NOT_FOUND']);
    expect((await ask(running, '{ closed }', 'Bearer good-hal')).codes).toEqual(['NOT_FOUND']);
    expect((await ask(running, '{ hello }', 'Bearer down')).codes).toEqual(['UNAVAILABLE']);
  });

  it('knows who asks something open', async () => {
    expect((await ask(running, '{ hello }')).data).toEqual({ hello: 'nobody' });
    expect((await ask(running, '{ hello }', 'Bearer good-ana')).data).toEqual({ hello: ana });
  });

  it('takes the rule of a class for its handlers', async () => {
    expect((await ask(running, '{ byClass }')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(running, '{ byClass }', 'Bearer good-ana')).data).toEqual({ byClass: 'by class' });
  });

  it('lets fields inherit', async () => {
    const { data } = await ask(running, '{ things { id plain } }', 'Bearer good-ana');
    expect(data).toEqual({
      things: [
        { id: '1', plain: 'plain 1' },
        { id: '2', plain: 'plain 2' },
      ],
    });
    expect(asked.tokens).toBe(1);
  });
});

describe('the guard where fields are guarded too', () => {
  let guarded: Running;
  beforeAll(async () => {
    guarded = await start(true);
  });
  afterAll(() => guarded.app.close());

  it('lets fields without a rule inherit, also below an open operation', async () => {
    const { data, codes } = await ask(guarded, '{ openThings { id plain } }');
    expect([data, codes]).toEqual([{ openThings: [{ id: '1', plain: 'plain 1' }] }, undefined]);
  });

  it('holds a field to its own rule', async () => {
    expect((await ask(guarded, '{ openThings { salary } }')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(guarded, '{ things { salary } }', 'Bearer good-ana')).codes).toEqual(['NOT_FOUND']);
    expect((await ask(guarded, '{ things { salary } }', 'Bearer good-hal')).data).toEqual({
      things: [{ salary: 'salary 1' }, { salary: 'salary 2' }],
    });
    expect(asked.tokens).toBe(2);
  });
});

describe('the guard before a subscription', () => {
  const subscribe = async (query: string, connectionParams: Record<string, unknown>) => {
    const { WebSocket } = (await import('ws' as string)) as { WebSocket: unknown };
    const client: Client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
    });
    const received: unknown[] = [];
    try {
      for await (const { data, errors } of client.iterate({ query })) {
        received.push(errors ? errors.map(({ extensions }) => extensions?.['code']) : data);
        if (received.length === 3) break;
      }
    } catch (error) {
      received.push((error as { extensions?: { code: string } }[])[0]?.extensions?.code ?? String(error));
    } finally {
      await client.dispose();
    }
    return received;
  };

  it('lets in by the token of the connection', async () => {
    const told = await subscribe('subscription { hirings }', { authorization: 'Bearer good-hal' });
    expect(told).toEqual([{ hirings: 'one' }, { hirings: 'two' }]);
    expect(await subscribe('subscription { hirings }', { Authorization: 'Bearer good-hal' })).toEqual(told);
  });

  it('refuses without one, with a bad one, without the right, and what has no rule', async () => {
    const hirings = 'subscription { hirings }';
    expect((await subscribe(hirings, {})).flat()).toEqual(['UNAUTHENTICATED']);
    expect((await subscribe(hirings, { authorization: 'Bearer bad' })).flat()).toEqual(['UNAUTHENTICATED']);
    expect((await subscribe(hirings, { authorization: 'Bearer good-ana' })).flat()).toEqual(['NOT_FOUND']);
    const closed = await subscribe('subscription { closedStream }', { authorization: 'Bearer good-hal' });
    expect(closed.flat()).toEqual(['NOT_FOUND']);
  });

  it('checks the token again for each operation of a connection', async () => {
    const { WebSocket } = (await import('ws' as string)) as { WebSocket: unknown };
    const client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'Bearer good-hal' },
      lazy: false,
    });
    try {
      for (let n = 1; n <= 3; n += 1) {
        for await (const { data } of client.iterate({ query: '{ hello }' }))
          expect(data).toEqual({ hello: hal });
        expect(asked.tokens).toBe(n);
      }
    } finally {
      await client.dispose();
    }
  });
});

describe('what is known of a bearer', () => {
  it('is looked up for each call where nobody tells of changes', async () => {
    await ask(running, '{ hello }', 'Bearer good-hal');
    await ask(running, '{ hello }', 'Bearer good-hal');
    expect(asked.grants).toBe(2);
  });

  it('is kept until a right changes, the day ends, or a minute is over', async () => {
    let now = Date.parse('2026-03-02T09:00:00.000Z');
    let marks: { all: string | null; own: string | null } = { all: '1', own: '1' };
    const watch = { markOf: (holder?: string) => (holder === undefined ? marks.all : marks.own) };
    const keeping = await start(false, { clock: () => new Date(now).toISOString(), watch });
    const looksUp = async (): Promise<boolean> => {
      const before = asked.grants;
      await ask(keeping, '{ hello }', 'Bearer good-hal');
      return asked.grants > before;
    };
    try {
      expect(await looksUp()).toBe(true);
      now += 59_999;
      expect(await looksUp()).toBe(false);
      now += 1;
      expect(await looksUp()).toBe(true);
      marks = { all: '2', own: '1' };
      expect(await looksUp()).toBe(false);
      marks = { all: '3', own: '3' };
      expect(await looksUp()).toBe(true);
      expect(await looksUp()).toBe(false);
      marks = { all: null, own: null };
      expect(await looksUp()).toBe(true);
      expect(await looksUp()).toBe(true);
      marks = { all: '4', own: '4' };
      now = Date.parse('2026-03-02T23:59:59.000Z');
      expect(await looksUp()).toBe(true);
      now += 1_000;
      expect(await looksUp()).toBe(true);
    } finally {
      await keeping.app.close();
    }
  });

  it('is not kept where a right changed while it was looked up', async () => {
    let changes = 0;
    const { Authentication } = await import('./index.js');
    const changing = {
      ...lookup,
      rightsOf: async (person: string, at: string) => {
        changes += 1;
        return lookup.rightsOf(person, at);
      },
    };
    const authentication = new Authentication(verifier, changing, { watch: { markOf: () => `${changes}` } });
    const call = () => authentication.ofRequest({ headers: { authorization: 'Bearer good-hal' } });
    await call();
    await call();
    expect(changes).toBe(2);
  });

  it('is not kept where looking it up failed', async () => {
    const failing = { ...lookup, rightsOf: lookup.rightsOf };
    const { Authentication } = await import('./index.js');
    const authentication = new Authentication(verifier, failing, { watch: { markOf: () => '1' } });
    const call = () => authentication.ofRequest({ headers: { authorization: 'Bearer good-hal' } });
    failing.rightsOf = async () => Promise.reject(new Error('The database is away.'));
    await expect(call()).rejects.toThrow('away');
    failing.rightsOf = lookup.rightsOf;
    expect((await call())?.actor.id).toBe(hal);
  });
});

describe('a walk over the rules', () => {
  it('finds everything that can be called, with its rule', () => {
    const found = walkRules(running.app.get(ModulesContainer)).map(
      ({ kind, name, rule }) => `${kind} ${name} ${typeof rule === 'function' ? 'custom' : (rule ?? '-')}`,
    );
    expect([...found].sort()).toEqual(
      [
        'Mutation Things.hire employment',
        'Query Ruled.byClass signedIn',
        'Query Things.closed -',
        'Query Things.hello public',
        'Query Things.openThings public',
        'Query Things.things signedIn',
        'Subscription Things.closedStream -',
        'Subscription Things.hirings employment',
        'field Things.plain -',
        'field Things.salary employment',
        'http Plain.closed -',
        'http Plain.hire employment',
        'http Plain.mine signedIn',
        'http Plain.onlyAna custom',
        'http Plain.open public',
      ].sort(),
    );
  });
});
