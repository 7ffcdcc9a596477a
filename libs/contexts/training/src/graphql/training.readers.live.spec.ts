import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog } from '@alongside/access-log';
import type { Act } from '@alongside/application';
import { emptyScope, openClient, type ReadScope } from '@alongside/postgres';
import type { TestDatabase } from '@alongside/postgres/testing';
import { projection } from '@alongside/projections';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import { readModelDatabase } from '@alongside/read-models/testing';
import { trainingProjections } from '../projections/training.projections.js';
import { CourseReader } from './course.reader.js';
import { PassportReader } from './passport.reader.js';
import { PassportReadings } from './passport-readings.js';
import { RecordReader } from './record.reader.js';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const [course, cohort, ada, provider, receiver, stranger, assessor] = [1, 2, 3, 5, 6, 7, 8].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const assessed = id(20);
const attended = id(21);
const corrected = id(22);

const act = (today: string, scope: Partial<ReadScope>): Act => ({
  actor: {
    kind: 'person',
    id: scope.person ?? assessor,
    client: 'web',
    grants: [],
    assignedPeople: [],
    today,
  },
  scope: { ...emptyScope, person: assessor, ...scope },
  commandId: id(90),
  correlation: id(90),
});
const staffOf = (organisation: string, today = '2026-03-01'): Act =>
  act(today, { organisations: { ...emptyScope.organisations, C2: [organisation] } });
const learner = act('2026-03-01', { person: ada, people: { ...emptyScope.people, C2: [ada] } });

const rows = `
  INSERT INTO training.course VALUES
    ('${course}', '${provider}', 'Peer support', 'imroc40', 'ImROC', NULL, NULL, NULL, 40, 'assessed', '{hee1}', 12,
     '2025-01-06', NULL);
  INSERT INTO training.cohort VALUES
    ('${cohort}', '${course}', '${provider}', 2, 1, 1, '2025-03-01', '2025-04-30', NULL);
  INSERT INTO training.seat VALUES
    ('${cohort}', '${ada}', '${course}', '${provider}', '${receiver}', 'reserved', '2025-02-01');
  INSERT INTO training.enrolment (enrolment_id, person_id, course_id, cohort_id, organisation_id, booked_by,
    course_kind, title, status, enrolled_on, attended, days_attended, hours_attended) VALUES
    ('${id(30)}', '${ada}', '${course}', '${cohort}', '${provider}', '${receiver}', 'imroc40', 'Peer support', 'going',
     '2025-02-01', '{}', 1, 6);
  INSERT INTO training.completion (event_id, person_id, organisation_id, shared_with, course_id, course_kind, title,
    how, prior_learning, assessor_id, competences, expires_on, effective_on, recorded_at, corrected_at, position) VALUES
    ('${assessed}', '${ada}', '${provider}', '{${receiver}}', '${course}', 'imroc40', 'Peer support', 'assessed', false,
     '${assessor}', '{hee1}', '2026-03-14', '2025-03-14', '2025-03-15T09:00:00Z', NULL, '00000000000000000007'),
    ('${attended}', '${ada}', '${provider}', '{${receiver}}', '${course}', 'imroc40', 'Peer support', 'attended', false,
     NULL, '{hee1}', NULL, '2025-05-01', '2025-05-02T09:00:00Z', NULL, '00000000000000000009'),
    ('${corrected}', '${ada}', '${provider}', '{}', '${course}', 'imroc40', 'Peer support', 'assessed', false,
     '${assessor}', '{hee1}', NULL, '2025-06-01', '2025-06-02T09:00:00Z', '2025-06-03T09:00:00Z', '00000000000000000011');
  INSERT INTO training.passport_share VALUES ('${ada}', '${receiver}', '2025-04-01', '2026-03-31', NULL, NULL);
  INSERT INTO training.reliance VALUES
    ('${receiver}', '${assessed}', '${ada}', 'accepted', '2025-04-02', 'Same standard', true);
  INSERT INTO training.contest VALUES
    ('${id(40)}', '${attended}', '${ada}', '${provider}', '2025-05-05', 'I was assessed', NULL, NULL, NULL, NULL);
`;

/** Who may see the tables of other contexts that training's lists join. */
const neighbours = [
  projection<{ person_id: string; organisation_ids: readonly string[] }, never>({
    name: 'name-cards',
    version: 1,
    table: 'people.name_card',
    columns: { person_id: 'uuid', organisation_ids: 'uuid[]' },
    key: ['person_id'],
    access: { class: 'C1', people: ['person_id'], organisations: ['organisation_ids'] },
    on: {},
  }),
  projection<{ organisation_id: string }, never>({
    name: 'organisations',
    version: 1,
    table: 'localities.organisation',
    columns: { organisation_id: 'uuid' },
    key: ['organisation_id'],
    access: { class: 'C0', everyone: true },
    on: {},
  }),
  projection<{ event_id: string }, never>({
    name: 'organisation-names',
    version: 1,
    table: 'localities.organisation_name',
    columns: { event_id: 'uuid' },
    key: ['event_id'],
    access: { class: 'C0', everyone: true },
    on: {},
  }),
];

describe('reading training', () => {
  let database: TestDatabase;
  let readModels: ReadModels;
  let records: RecordReader;
  let passports: PassportReader;
  let catalogue: CourseReader;

  beforeAll(async () => {
    database = await readModelDatabase([...trainingProjections, ...neighbours]);
    const projector = await openClient(database.projectorUrl, { name: 'spec' });
    await projector.query(rows);
    await projector.end();
    readModels = openReadModels(database.gatewayUrl, { max: 2 });
    const readings = new PassportReadings(new AccessLog(readModels));
    records = new RecordReader(readModels, readings);
    passports = new PassportReader(readModels, readings);
    catalogue = new CourseReader(readModels);
  });
  afterAll(async () => {
    await readModels?.close();
    await database?.drop();
  });

  const seenOn = async (who: Act, on?: string) =>
    (await records.completions(who, { personId: ada, first: 10, ...(on ? { on } : {}) })).nodes.map(
      ({ eventId, standing, how }) => [eventId, how, standing],
    );

  it('says of each completion whether it counts on the day asked for', async () => {
    expect(await seenOn(learner)).toEqual([
      [attended, 'attended', 'current'],
      [assessed, 'assessed', 'current'],
    ]);
    expect(await seenOn(learner, '2026-03-13')).toContainEqual([assessed, 'assessed', 'current']);
    expect(await seenOn(learner, '2026-03-14')).toContainEqual([assessed, 'assessed', 'expired']);
    expect(await seenOn(learner, '2025-04-30')).toEqual([[assessed, 'assessed', 'current']]);
  });
  it('shows a shared passport to its reader until the last day, and not a day longer', async () => {
    expect(await seenOn(staffOf(receiver, '2026-03-31'))).toHaveLength(2);
    expect(await seenOn(staffOf(receiver, '2026-04-01'))).toEqual([]);
    const { nodes } = await passports.shared(staffOf(receiver, '2026-03-31'), {
      organisationId: receiver,
      first: 10,
    });
    expect(nodes.map(({ eventId, reliance, sharedUntil }) => [eventId, reliance, sharedUntil])).toEqual([
      [attended, null, '2026-03-31'],
      [assessed, 'accepted', '2026-03-31'],
    ]);
    const late = await passports.shared(staffOf(receiver, '2026-04-01'), {
      organisationId: receiver,
      first: 10,
    });
    expect(late.nodes).toEqual([]);
  });
  it('shows others nothing, also where they ask for an organisation that is not theirs', async () => {
    expect(await seenOn(staffOf(stranger))).toEqual([]);
    const page = { organisationId: receiver, first: 10 };
    expect((await passports.shared(staffOf(stranger), page)).nodes).toEqual([]);
    expect((await passports.relianceToReview(staffOf(stranger), page)).nodes).toEqual([]);
    expect((await records.enrolments(staffOf(stranger), page)).nodes).toEqual([]);
    expect((await catalogue.seats(staffOf(stranger), { cohortId: cohort, first: 10 })).nodes).toEqual([]);
    expect((await passports.shares(staffOf(receiver), { first: 10 })).nodes).toEqual([]);
  });
  it('shows a contest to the person and to who has to answer, and to no reader of the passport', async () => {
    const contestSeen = async (who: Act) =>
      (await records.completions(who, { personId: ada, first: 1 })).nodes[0]?.contest?.statement;
    expect(await contestSeen(learner)).toBe('I was assessed');
    expect(await contestSeen(staffOf(provider))).toBe('I was assessed');
    expect(await contestSeen(staffOf(receiver))).toBeUndefined();
  });
  it('goes on after the last of a page', async () => {
    const one = await records.completions(learner, { personId: ada, first: 1 });
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await records.completions(learner, {
      personId: ada,
      first: 1,
      after: one.pageInfo.endCursor!,
    });
    expect(two.nodes.map(({ eventId }) => eventId)).toEqual([assessed]);
    expect(two.pageInfo.hasNextPage).toBe(false);
  });
  it('lists courses, cohorts, seats, enrolments, shares and decisions to look at again', async () => {
    const on = staffOf(receiver);
    const found = await catalogue.course(on, course);
    expect([found?.registeredOn, found?.withdrawnOn, found?.kind]).toEqual(['2025-01-06', null, 'imroc40']);
    expect(await catalogue.course(on, id(99))).toBeNull();
    expect((await catalogue.courses(on, { first: 5, kind: 'imroc40' })).nodes[0]?.registeredOn).toBe(
      '2025-01-06',
    );
    expect((await catalogue.courses(on, { first: 5, kind: 'loneWorking' })).nodes).toEqual([]);
    const [planned] = (await catalogue.cohorts(on, { organisationId: provider, first: 5 })).nodes;
    expect([planned?.title, planned?.reserved, planned?.waiting]).toEqual(['Peer support', null, null]);
    const [ran] = (await catalogue.cohorts(staffOf(provider), { organisationId: provider, first: 5 })).nodes;
    expect([ran?.reserved, ran?.waiting]).toEqual([1, 1]);
    expect((await catalogue.seats(on, { cohortId: cohort, first: 5 })).nodes[0]?.status).toBe('reserved');
    expect(
      (await records.enrolments(on, { organisationId: receiver, first: 5 })).nodes[0]?.hoursAttended,
    ).toBe(6);
    expect((await records.ownEnrolments(learner, { first: 5 })).nodes).toHaveLength(1);
    expect((await passports.relianceToReview(on, { organisationId: receiver, first: 5 })).nodes).toHaveLength(
      1,
    );
    const shares = await passports.shares(learner, { first: 5 });
    expect(shares.nodes).toEqual([
      {
        withOrganisationId: receiver,
        sharedOn: '2025-04-01',
        until: '2026-03-31',
        endedOn: null,
        runs: true,
      },
    ]);
    const after = await passports.shares(learner, { first: 5, after: shares.pageInfo.endCursor! });
    expect(after.nodes).toEqual([]);
  });
});
