import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable, type RecordedEvent } from '@alongside/event-store';
import type { Role } from '@alongside/identity';
import { uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import { membershipIdOf, membershipStream } from '@alongside/localities/contracts';
import { loginIdOf } from '@alongside/people/contracts';
import { openPool } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { prepareTables } from './foundation.js';
import { readModelActorLookup } from './read-model-actor-lookup.js';

const [ana, trust, grantId] = [uuid5('ana'), uuid5('trust'), uuid5('a grant')];
const membershipId = membershipIdOf(ana, 'hr', trust);
const at = '2026-03-02T09:00:00.000Z';

const recorded = (type: string, id: Uuid, effectiveOn: CalendarDate): RecordedEvent =>
  ({
    id,
    type,
    stream: membershipStream(membershipId),
    revision: 0,
    position: '0',
    data: {
      membershipId,
      grantId,
      personId: ana,
      role: 'hr' satisfies Role,
      scope: { kind: 'organisation', id: trust },
      endsOn: null,
      effectiveOn,
    },
    metadata: { recordedAt: at },
  }) as unknown as RecordedEvent;

const granted = recorded('RoleGranted', grantId, '2026-01-01');
const ended = recorded('RoleEnded', uuid5('an end'), '2026-03-01');

describe('what is known of whoever signs in', () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof openPool>;

  beforeAll(async () => {
    database = await testDatabase({ key: 'deployment', prepare: prepareTables });
    const projector = openPool(database.projectorUrl, { name: 'spec', max: 1 });
    await projector.query(
      `INSERT INTO localities.access_grant (grant_id, basis, membership_id, holder_kind, holder_id, role, scope_kind, scope_id,
         organisation_id, person_id, from_on, suspended, event_ids)
       VALUES ($1, 'role', $2, 'person', $3, 'hr', 'organisation', $4, $4, $3, '2026-01-01', false, ARRAY[$1::uuid])`,
      [grantId, membershipId, ana, trust],
    );
    await projector.query(
      `INSERT INTO people.login (login_id, person_id, linked_on) VALUES ($1, $2, '2026-01-01')`,
      [loginIdOf('the hash'), ana],
    );
    await projector.end();
    pool = openPool(database.gatewayUrl, { name: 'spec', max: 2 });
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });

  const over = (read: (stream: string) => Promise<readonly RecordedEvent[]>) =>
    readModelActorLookup(
      { pool },
      { store: { read } as never, codec: { upcast: (event: RecordedEvent) => event } as never },
      new Uint8Array(32),
    );
  const holding = (...events: readonly RecordedEvent[]) =>
    over(async (stream) => (stream === membershipStream(membershipId) ? events : []));
  const away = () => over(async () => Promise.reject(new Unavailable('The log is away.')));
  const endOfRole = async (lookup: ReturnType<typeof over>) =>
    (await lookup.rightsOf(ana, at)).grants.map(({ role, to }) => [role, to]);

  it('is what the read model says and the log still does', async () => {
    expect(await endOfRole(holding(granted))).toEqual([['hr', null]]);
  });
  it('ends when it ended in the log, though the read model has not heard of it', async () => {
    expect(await endOfRole(holding(granted, ended))).toEqual([['hr', '2026-03-01']]);
  });
  it('is nothing that the log does not know', async () => {
    expect(await endOfRole(holding())).toEqual([]);
  });
  it('is what the read models say while the log is away', async () => {
    expect(await endOfRole(away())).toEqual([['hr', null]]);
    expect(await away().loginPerson('the hash')).toBe(ana);
    expect(await away().loginPerson('another hash')).toBeNull();
  });
  it('is not guessed where the log fails otherwise', async () => {
    const broken = over(async () => Promise.reject(new Error('What is this?')));
    await expect(broken.rightsOf(ana, at)).rejects.toThrow('What is this?');
    await expect(broken.loginPerson('the hash')).rejects.toThrow('What is this?');
  });
  it('is nothing for somebody of whom nothing is recorded', async () => {
    expect(await holding().rightsOf(uuid5('nobody'), at)).toEqual({
      grants: [],
      assignedPeople: [],
      assignedIn: [],
      sharings: [],
      brokenGlasses: [],
      limits: null,
    });
  });
});
