import { localityIdOf, OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { DEVELOPMENT_ISSUER } from '../../apps/cli/src/demonstration.js';
import type { Talk } from './graph-talk.js';

export const rw1 = partnerByOds('RW1').organisationId;
export const r1c = partnerByOds('R1C').organisationId;
export const small = idMadeBy(uuid5('the small trust'), 'organisation');
/** Who absorbed whom, the last to remain last. */
export const absorbed: readonly Uuid[] = [small, r1c, rw1];
/** The first days on which the small trust and R1C were no organisations of their own. */
export const [SMALL_DAY, DAY] = ['2022-04-01', '2024-10-01'] as const;

const wessex = localityIdOf('Wessex');
const today = dayOf(new Date().toISOString());
const { hr, lead, supervisors } = staffOf(partnerByOds('RW1'));

/** A small trust that R1C absorbed before it was absorbed itself. */
export const foundSmallTrust = async ({ give }: Talk): Promise<void> => {
  const commandId = uuid5('the small trust');
  await give(OPERATOR, 'registerOrganisation', {
    commandId,
    name: 'Portsea Community Trust',
    sector: 'vcse',
    effectiveOn: '2015-04-01',
  });
  await give(OPERATOR, 'joinLocality', {
    organisationId: small,
    localityId: wessex,
    effectiveOn: '2015-04-01',
  });
  await give(OPERATOR, 'mergeOrganisation', {
    organisationId: small,
    intoOrganisationId: r1c,
    effectiveOn: SMALL_DAY,
  });
};

/** One thing of each kind that an organisation has on record since 2021, by the list that shows it. */
export const recordOf = async (
  { give, listed }: Talk,
  organisationId: Uuid,
  courseId: Uuid,
): Promise<Readonly<Record<string, Uuid>>> => {
  const personId = await give(hr, 'registerPerson', {
    registeredBy: organisationId,
    givenName: 'Sam',
    familyName: 'Example',
    effectiveOn: '2021-01-04',
  });
  await give(lead, 'linkLogin', {
    personId,
    issuer: DEVELOPMENT_ISSUER,
    subject: demonstrationSubject(personId),
    effectiveOn: today,
  });
  const engagementId = await give(hr, 'beginEngagement', {
    personId,
    employingOrganisationId: organisationId,
    localityId: wessex,
    kind: 'volunteer',
    title: 'Volunteer',
    roleFamily: 'peerWorker',
    startsOn: '2021-02-01',
  });
  const supervisionId = await give(hr, 'assignSupervisor', {
    engagementId,
    kind: 'line',
    supervisorId: supervisors[0]!,
    everyDays: 28,
    effectiveOn: '2021-02-01',
  });
  const postId = await give(hr, 'establishPost', {
    title: 'Peer Support Worker',
    roleFamily: 'peerWorker',
    employingOrganisationId: organisationId,
    localityId: wessex,
    team: 'Community Team',
    setting: 'communityTeam',
    places: 2,
    hoursPerWeek: 30,
    effectiveOn: '2021-01-04',
  });
  const vacancyId = await give(hr, 'openVacancy', {
    organisationId,
    postId,
    title: 'Peer Support Worker',
    engagementKind: 'agendaForChange',
    roleFamily: 'peerWorker',
    places: 1,
    stages: [{ id: 'decision', kind: 'decision', title: 'Decision' }],
    effectiveOn: '2021-03-01',
  });
  const applicationId = await give(personId, 'submitApplication', { vacancyId });
  const cohortId = await give(hr, 'planCohort', {
    organisationId,
    courseId,
    seats: 5,
    startsOn: '2021-05-01',
    endsOn: '2021-05-31',
    effectiveOn: '2021-03-01',
  });
  await give(hr, 'enrol', { organisationId, courseId, personId, effectiveOn: '2021-03-15' });
  const [enrolmentId] = await listed(
    personId,
    'myEnrolments(first: 10, after: $after) { nodes { id: enrolmentId }',
    organisationId,
  );
  await give(hr, 'completeCourse', {
    organisationId,
    courseId,
    personId,
    how: 'attended',
    effectiveOn: '2021-05-31',
  });
  const [completion] = await listed(
    personId,
    'myTraining(first: 10, after: $after) { nodes { id: eventId }',
    organisationId,
  );
  // What an organisation recorded itself is not shown to it by a share.
  const withOrganisationId = absorbed[(absorbed.indexOf(organisationId) + 1) % absorbed.length]!;
  await give(personId, 'sharePassport', { withOrganisationId, until: addDays(today, 100) });
  return {
    people: personId,
    workforce: engagementId,
    posts: postId,
    'open posts': postId,
    vacancies: vacancyId,
    applications: applicationId,
    supervisions: supervisionId,
    'overdue supervisions': supervisionId,
    cohorts: cohortId,
    enrolments: enrolmentId!,
    'shared training': completion!,
  };
};
