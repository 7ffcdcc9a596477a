import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  CommandIdReused,
  execute,
  factsOf,
  installPostgresEventStore,
  openPostgresEventStore,
  OutcomeUnknown,
  Unavailable,
  WrongExpectedRevision,
  type Accepted,
  type EventStore,
  type Execution,
  type Writing,
} from '@alongside/event-store';
import { identityCodec } from '@alongside/event-store/testing';
import { fold } from '@alongside/kernel';
import { stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import {
  cohort,
  effectiveOn,
  type CohortCommand,
  type CohortEvent,
  type CohortReason,
  type CohortState,
} from './testing/cohort.decider.js';

type CohortExecution = Execution<CohortCommand, CohortState, CohortEvent, CohortReason>;

let database: TestDatabase;
let store: EventStore;
let other: EventStore;
let writing: Writing;

beforeAll(async () => {
  database = await testDatabase();
  await installPostgresEventStore(database.ownerUrl, { writers: ['alongside_gateway'] });
  store = await openPostgresEventStore({ connectionString: database.gatewayUrl });
  other = await openPostgresEventStore({ connectionString: database.gatewayUrl });
  writing = { store, codec: identityCodec, clock: () => '2026-04-01T09:00:00.000Z' };
}, 60_000);

afterAll(async () => {
  await Promise.all([store.close(), other.close()]);
  await database.drop();
  await stopOwnServer();
}, 60_000);

const aContext = (commandId = randomUUID()): CohortExecution['context'] => ({
  actor: '5b0c2b0e-55a4-4a0f-9d65-0d1f5e0f7a01',
  organisation: '0c7a51de-8f2e-4a53-a7bb-9b8f9b4a9a02',
  locality: null,
  client: 'web',
  commandId,
});

const send = (
  stream: string,
  command: CohortExecution['command'],
  over: Partial<CohortExecution> = {},
  through: Writing = writing,
) => execute(through, { decider: cohort, stream, command, context: aContext(), ...over });

const anOpenCohort = async (seats: number): Promise<string> => {
  const stream = `cohort-${randomUUID()}`;
  await send(stream, { type: 'OpenCohort', seats });
  return stream;
};

const accepted = <Outcome extends object>(outcome: Outcome): Extract<Outcome, Accepted<CohortEvent>> => {
  if (!('accepted' in outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome as Extract<Outcome, Accepted<CohortEvent>>;
};

/** The real store, with a fault of its own in `append`. */
const withAppend = (append: EventStore['append']): Writing => ({
  ...writing,
  store: { read: store.read.bind(store), head: store.head.bind(store), append } as unknown as EventStore,
});

const typesIn = async (stream: string): Promise<readonly string[]> =>
  (await store.read(stream)).map(({ type }) => type);

describe('executing a command', () => {
  it('records what was decided, with who did it and by which command', async () => {
    const stream = `cohort-${randomUUID()}`;
    const context = { ...aContext(), causation: randomUUID(), traceparent: '00-4bf9-00f0-01' };
    const outcome = accepted(await send(stream, { type: 'OpenCohort', seats: 8 }, { context }));
    const [recorded] = await store.read(stream);
    expect(recorded).toMatchObject({
      type: 'CohortOpened',
      revision: 0,
      data: { effectiveOn, seats: 8 },
      position: outcome.position,
      metadata: {
        ...context,
        correlation: context.commandId,
        recordedAt: '2026-04-01T09:00:00.000Z',
        version: 1,
      },
    });
    expect(outcome.facts).toEqual([
      {
        type: 'CohortOpened',
        data: { effectiveOn, seats: 8 },
        id: recorded!.id,
        recordedAt: recorded!.metadata.recordedAt,
      },
    ]);
  });
  it('decides on what the stream holds', async () => {
    const stream = await anOpenCohort(1);
    await send(stream, { type: 'TakeSeat', person: 'a' });
    expect(await send(stream, { type: 'TakeSeat', person: 'b' })).toEqual({
      rejected: 'CohortFull',
      details: { seats: 1 },
    });
  });
  it('stores nothing of a refusal, and may be sent again once it would be accepted', async () => {
    const stream = `cohort-${randomUUID()}`;
    const context = aContext();
    const command = { type: 'TakeSeat', person: 'a' } as const;
    expect(await send(stream, command, { context })).toEqual({ rejected: 'CohortNotOpen' });
    expect(await store.read(stream)).toEqual([]);
    await send(stream, { type: 'OpenCohort', seats: 1 });
    expect(accepted(await send(stream, command, { context })).facts).toHaveLength(1);
  });
  it('stores nothing where nothing would change, and says where the stream is', async () => {
    const stream = await anOpenCohort(2);
    const first = accepted(await send(stream, { type: 'TakeSeat', person: 'a' }));
    const second = accepted(await send(stream, { type: 'TakeSeat', person: 'a' }));
    expect(second).toEqual({ accepted: true, facts: [], position: first.position });
    expect(await store.read(stream)).toHaveLength(2);
  });
  it('makes the command from the state where it is given as a function', async () => {
    const stream = await anOpenCohort(5);
    await send(stream, (state) => ({ type: 'TakeSeat', person: `number ${state.seats}` }), { payload: {} });
    expect((await store.read(stream)).at(-1)?.data['person']).toBe('number 5');
  });
  it('records the fact as of whoever the state says', async () => {
    const stream = await anOpenCohort(5);
    const controller = ({ seats }: CohortState) => ({ organisation: null, locality: `locality of ${seats}` });
    await send(stream, { type: 'TakeSeat', person: 'a' }, { controller });
    expect((await store.read(stream)).at(-1)?.metadata).toMatchObject({
      organisation: null,
      locality: 'locality of 5',
    });
  });
});

describe('a stream that the actor may not touch', () => {
  it('reads like one that does not exist', async () => {
    const stream = await anOpenCohort(1);
    const permit = ({ status }: CohortState): boolean => status === 'Closed';
    expect(await send(stream, { type: 'TakeSeat', person: 'a' }, { permit })).toEqual({
      rejected: 'NotFound',
    });
    expect(await send(`cohort-${randomUUID()}`, { type: 'TakeSeat', person: 'a' }, { permit })).toEqual({
      rejected: 'NotFound',
    });
    expect(await typesIn(stream)).toEqual(['CohortOpened']);
  });
  it('hides even that a command id was used before', async () => {
    const stream = await anOpenCohort(1);
    const context = aContext();
    await send(stream, { type: 'TakeSeat', person: 'a' }, { context });
    const outcome = await send(stream, { type: 'TakeSeat', person: 'b' }, { context, permit: () => false });
    expect(outcome).toEqual({ rejected: 'NotFound' });
  });
});

describe('the same command again', () => {
  it('is answered as before and leaves one fact, whatever has happened since', async () => {
    const stream = await anOpenCohort(1);
    const context = aContext();
    const command = { type: 'TakeSeat', person: 'a' } as const;
    const first = await send(stream, command, { context });
    await send(stream, { type: 'CloseCohort' });
    expect(await send(stream, command, { context })).toEqual(first);
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken', 'CohortClosed']);
  });
  it('is answered as before when it has itself ended what permitted it', async () => {
    const stream = await anOpenCohort(1);
    const context = aContext();
    const permit = ({ status }: CohortState): boolean => status === 'Open';
    const first = await send(stream, { type: 'CloseCohort' }, { context, permit });
    expect(await send(stream, { type: 'CloseCohort' }, { context, permit })).toEqual(first);
    expect(first).toMatchObject({ accepted: true });
  });
  it('is refused with another payload', async () => {
    const stream = await anOpenCohort(3);
    const context = aContext();
    await send(stream, { type: 'TakeSeat', person: 'a' }, { context });
    await expect(send(stream, { type: 'TakeSeat', person: 'b' }, { context })).rejects.toThrow(
      CommandIdReused,
    );
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken']);
  });
  it('is refused in another stream', async () => {
    const [one, two] = [await anOpenCohort(3), await anOpenCohort(3)];
    const context = aContext();
    await send(one, { type: 'TakeSeat', person: 'a' }, { context });
    await expect(send(two, { type: 'TakeSeat', person: 'a' }, { context })).rejects.toThrow(CommandIdReused);
    expect(await typesIn(two)).toEqual(['CohortOpened']);
  });
  it('is another command when it comes from another client', async () => {
    const stream = await anOpenCohort(3);
    const context = aContext();
    await send(stream, { type: 'TakeSeat', person: 'a' }, { context });
    await send(
      stream,
      { type: 'TakeSeat', person: 'b' },
      { context: { ...context, client: 'hr-integration' } },
    );
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken', 'SeatTaken']);
  });
  it('leaves one fact however often and at once it comes, through several processes', async () => {
    const stream = await anOpenCohort(3);
    const context = aContext();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        send(
          stream,
          { type: 'TakeSeat', person: 'a' },
          { context },
          { ...writing, store: index % 2 ? store : other },
        ),
      ),
    );
    expect(new Set(outcomes.map((outcome) => accepted(outcome).facts[0]?.id)).size).toBe(1);
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken']);
  });
});

describe('an answer that was lost', () => {
  it('is asked for again by itself, and leaves one fact', async () => {
    const stream = await anOpenCohort(1);
    let lost = 0;
    const losing = withAppend(async (...append) => {
      const result = await store.append(...append);
      if ((lost += 1) === 1) throw new OutcomeUnknown('lost');
      return result;
    });
    const outcome = accepted(await send(stream, { type: 'TakeSeat', person: 'a' }, {}, losing));
    expect(lost).toBe(1);
    expect(outcome.facts.map(({ type }) => type)).toEqual(['SeatTaken']);
    expect(outcome.position).toBe((await store.read(stream)).at(-1)?.position);
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken']);
  });
  it('makes the append anew when it had not happened', async () => {
    const stream = await anOpenCohort(1);
    let tries = 0;
    const losing = withAppend(async (...append) => {
      if ((tries += 1) === 1) throw new OutcomeUnknown('never sent');
      return store.append(...append);
    });
    accepted(await send(stream, { type: 'TakeSeat', person: 'a' }, {}, losing));
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'SeatTaken']);
  });
  it('stays unknown to the caller when the store then cannot be reached', async () => {
    const stream = await anOpenCohort(1);
    const context = aContext();
    const errors = [new OutcomeUnknown('lost'), new Unavailable('gone')];
    const failing = withAppend(async () => {
      throw errors.shift() ?? new Unavailable('gone');
    });
    const command = { type: 'TakeSeat', person: 'a' } as const;
    await expect(send(stream, command, { context }, failing)).rejects.toThrow(OutcomeUnknown);
    expect(accepted(await send(stream, command, { context })).facts).toHaveLength(1);
  });
  it('is not asked for without end', async () => {
    const stream = await anOpenCohort(1);
    let tries = 0;
    const failing = withAppend(async () => {
      tries += 1;
      throw new OutcomeUnknown('lost');
    });
    await expect(send(stream, { type: 'TakeSeat', person: 'a' }, {}, failing)).rejects.toThrow(
      OutcomeUnknown,
    );
    expect(tries).toBeLessThanOrEqual(8);
  });
});

describe('another writer who came first', () => {
  it('makes the command be decided anew on what is there now', async () => {
    const stream = await anOpenCohort(1);
    let raced = false;
    const late = withAppend(async (...append) => {
      if (!raced) {
        raced = true;
        await send(stream, { type: 'TakeSeat', person: 'first' });
      }
      return store.append(...append);
    });
    const outcome = await send(stream, { type: 'TakeSeat', person: 'second' }, {}, late);
    expect(outcome).toEqual({ rejected: 'CohortFull', details: { seats: 1 } });
    expect((await store.read(stream)).map(({ data }) => data['person'])).toEqual([undefined, 'first']);
  });
  it('never lets more in than there is room for', async () => {
    const stream = await anOpenCohort(5);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        send(
          stream,
          { type: 'TakeSeat', person: `${index}` },
          {},
          { ...writing, store: index % 2 ? store : other },
        ),
      ),
    );
    expect(outcomes.filter((outcome) => 'accepted' in outcome)).toHaveLength(5);
    expect(
      outcomes.filter((outcome) => 'rejected' in outcome && outcome.rejected === 'CohortFull'),
    ).toHaveLength(7);
    expect(await store.read(stream)).toHaveLength(6);
  });
  it('is given way to a bounded number of times', async () => {
    const stream = await anOpenCohort(1);
    let tries = 0;
    const losing = withAppend(async () => {
      tries += 1;
      throw new WrongExpectedRevision(stream, 0, 1);
    });
    await expect(send(stream, { type: 'TakeSeat', person: 'a' }, {}, losing)).rejects.toThrow(
      WrongExpectedRevision,
    );
    expect(tries).toBe(8);
  });
});

describe('when a fact was learnt', () => {
  it('is what the clock says, and never goes back in a stream', async () => {
    const stream = `cohort-${randomUUID()}`;
    const at = (clock: string): Writing => ({ ...writing, clock: () => clock });
    await send(stream, { type: 'OpenCohort', seats: 9 }, {}, at('2026-04-02T00:00:00.000Z'));
    await send(stream, { type: 'TakeSeat', person: 'a' }, {}, at('2026-04-01T00:00:00.000Z'));
    await send(stream, { type: 'TakeSeat', person: 'b' }, {}, at('2026-04-03T00:00:00.000Z'));
    await send(stream, { type: 'TakeSeat', person: 'c' }, {}, at('2026-04-02T12:00:00.000Z'));
    expect((await store.read(stream)).map(({ metadata }) => metadata.recordedAt.slice(0, 10))).toEqual([
      '2026-04-02',
      '2026-04-02',
      '2026-04-03',
      '2026-04-03',
    ]);
  });
});

describe('a correction', () => {
  it('names what it corrects, which no longer counts but stays in the log', async () => {
    const stream = await anOpenCohort(1);
    const [wrong] = await store.read(stream);
    const outcome = accepted(await send(stream, { type: 'OpenCohort', seats: 2, corrects: wrong!.id }));
    await send(stream, { type: 'TakeSeat', person: 'a' });
    expect(accepted(await send(stream, { type: 'TakeSeat', person: 'b' })).facts).toHaveLength(1);
    expect(outcome.facts[0]?.corrects).toEqual({ eventId: wrong!.id, reason: 'enteredInError' });
    expect((await store.read(stream))[1]?.metadata.corrects).toEqual({
      eventId: wrong!.id,
      reason: 'enteredInError',
    });
    expect(await typesIn(stream)).toEqual(['CohortOpened', 'CohortOpened', 'SeatTaken', 'SeatTaken']);
    const facts = await factsOf<CohortEvent>(writing, stream);
    expect(facts.map(({ id }) => id)).not.toContain(wrong!.id);
    expect(fold(cohort, facts)).toMatchObject({ seats: 2, taken: ['a', 'b'] });
  });
});
