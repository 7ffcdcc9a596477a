import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { openPool } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { eventually } from '../../../test/support/eventually.js';
import { prepareTables } from './foundation.js';
import { openRightsWatch, type OpenRightsWatch } from './rights-watch.js';

const [ana, ben, trust] = [uuid5('ana'), uuid5('ben'), uuid5('trust')];

describe('hearing of changes of rights', () => {
  let database: TestDatabase;
  let projector: ReturnType<typeof openPool>;
  let watch: OpenRightsWatch;
  let told = 0;

  beforeAll(async () => {
    database = await testDatabase({ key: 'deployment', prepare: prepareTables });
    projector = openPool(database.projectorUrl, { name: 'spec', max: 1 });
  });
  afterAll(async () => {
    await projector?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    await projector.query('TRUNCATE localities.access_grant');
    watch = openRightsWatch(database.gatewayUrl);
    await eventually(async () => expect(watch.markOf()).not.toBeNull());
    told = 0;
    watch.onNews(() => (told += 1));
  });
  afterEach(() => watch.close());

  const grant = (holder: string, kind = 'person', more = 1) =>
    projector.query(
      `INSERT INTO localities.access_grant (grant_id, basis, holder_kind, holder_id, role, scope_kind, scope_id, from_on, suspended, event_ids)
       SELECT gen_random_uuid(), 'role', $2, CASE WHEN n = 1 THEN $1::uuid ELSE gen_random_uuid() END, 'hr', 'organisation', $3, '2026-01-01', false, '{}'
       FROM generate_series(1, $4::int) AS n`,
      [holder, kind, trust, more],
    );
  const marks = () => [watch.markOf(ana), watch.markOf(ben)];
  /** What is different after the change: of Ana, and of Ben. */
  const changedBy = async (change: () => Promise<unknown>): Promise<readonly boolean[]> => {
    const [before, heard] = [marks(), told];
    await change();
    await eventually(async () => expect(told).toBeGreaterThan(heard));
    return marks().map((mark, index) => mark !== before[index]);
  };

  it('tells whose rights they are, when they are given, changed and taken', async () => {
    expect(await changedBy(() => grant(ana))).toEqual([true, false]);
    expect(
      await changedBy(() => projector.query(`UPDATE localities.access_grant SET to_on = '2026-02-01'`)),
    ).toEqual([true, false]);
    expect(
      await changedBy(() => projector.query('UPDATE localities.access_grant SET holder_id = $1', [ben])),
    ).toEqual([true, true]);
    expect(await changedBy(() => projector.query('DELETE FROM localities.access_grant'))).toEqual([
      false,
      true,
    ]);
  });
  it.each([
    ['an organisation’s change', () => grant(trust, 'organisation')],
    ['many at once change', () => grant(ana, 'person', 101)],
    ['the read model is built anew', () => projector.query('TRUNCATE localities.access_grant')],
    [
      'an organisation is merged',
      () =>
        projector.query(
          `INSERT INTO localities.organisation (organisation_id, name, sector, registered_on, locality_ids, history)
           VALUES (gen_random_uuid(), 'A trust', 'nhsTrust', '2020-01-01', '{}', '{}')`,
        ),
    ],
  ] as const)('takes everybody’s for changed where %s', async (_, change) => {
    expect(await changedBy(change)).toEqual([true, true]);
  });
  it('changes the mark of anybody with each change, so that none is missed during a look-up', async () => {
    const before = watch.markOf();
    await changedBy(() => grant(ben));
    expect(watch.markOf()).not.toBe(before);
  });
  it('gives no mark while it cannot hear, and other ones when it hears again', async () => {
    const before = marks();
    const admin = openPool(database.adminUrl, { name: 'spec', max: 1 });
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'alongside rights' AND datname = $1`;
    let silent = false;
    const stop = watch.onNews(() => (silent ||= watch.markOf() === null));
    await admin.query(cut, [database.database]);
    await eventually(async () => expect(silent).toBe(true));
    await eventually(async () => expect(watch.markOf()).not.toBeNull());
    stop();
    await admin.end();
    marks().forEach((mark, index) => expect(mark).not.toBe(before[index]));
    expect(await changedBy(() => grant(ana))).toEqual([true, false]);
  });
  it('is told when the read models move', async () => {
    await changedBy(() => projector.query(`SELECT pg_notify('alongside_projections', '1')`));
  });
  it('is silent once it is closed', async () => {
    await watch.close();
    expect(watch.markOf(ana)).toBeNull();
  });
});
