import { frameworkLeadOf, localityIdOf, staffOf, type Partner } from '@alongside/demonstration';
import { addDays, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { found, inDays, organisations, planted, today, type Cast, type Give } from './cast.js';
import type { Program } from '../program.js';

const { trust, community, charity } = organisations;
const sussex = localityIdOf('Sussex');

const register = (give: Give, who: string, partner: Partner) =>
  give(staffOf(partner).hr, 'registerPerson', {
    commandId: uuid5(`shared ${who}`),
    registeredBy: partner.organisationId,
    givenName: 'Ada',
    familyName: planted(idMadeBy(uuid5(`shared ${who}`), 'person')),
    email: `${planted(who)}@demonstration.example`,
    effectiveOn: today,
  });

/** Somebody whom the charity employs and the trust hosts and supervises, and somebody who is invited. */
export const employ = async (program: Program, give: Give, { hosted, invited }: Cast): Promise<void> => {
  const { lead, hr } = staffOf(charity);
  await register(give, 'hosted', charity);
  await register(give, 'invited', trust);
  await give(staffOf(trust).hr, 'sendInvitation', {
    personId: invited,
    organisationId: trust.organisationId,
  });
  const where = {
    employingOrganisationId: charity.organisationId,
    hostOrganisationId: trust.organisationId,
    localityId: sussex,
    roleFamily: 'peerWorker',
  };
  await program.caughtUp();
  const { id: postId } = await give(lead, 'establishPost', {
    ...where,
    title: 'Hosted Peer Support Worker',
    team: 'Wards',
    setting: 'inpatientWard',
    places: 1,
    effectiveOn: today,
  });
  await give(lead, 'declareEquivalentBand', { postId, band: 'band3', effectiveOn: today });
  const { id: engagementId } = await give(hr, 'beginEngagement', {
    ...where,
    personId: hosted,
    kind: 'volunteer',
    title: 'Volunteer',
    startsOn: today,
  });
  await program.caughtUp();
  await give(hr, 'assignSupervisor', {
    engagementId,
    supervisorId: staffOf(trust).supervisors[0],
    kind: 'line',
    everyDays: 28,
    effectiveOn: today,
  });
  await program.caughtUp();
};

/** Cohorts and seats, assessments, what another organisation relies on, and what is contested. */
export const learn = async (program: Program, give: Give, { peer, charityPeer }: Cast): Promise<void> => {
  const { lead, hr, supervisors } = staffOf(trust);
  const { id: courseId } = await give(lead, 'registerCourse', {
    organisationId: trust.organisationId,
    title: 'Listening well',
    kind: 'continuingDevelopment',
    provider: 'Somebody',
    hours: 3,
    outcome: 'attended',
    competences: [],
    effectiveOn: inDays(-60),
  });
  const { id: cohortId } = await give(lead, 'planCohort', {
    courseId,
    organisationId: trust.organisationId,
    seats: 4,
    startsOn: inDays(20),
    endsOn: inDays(21),
    effectiveOn: today,
  });
  await program.caughtUp();
  const seat = (who: Uuid, personId: Uuid, bookedBy: Partner) =>
    give(who, 'reserveSeat', {
      cohortId,
      personId,
      bookedBy: bookedBy.organisationId,
      effectiveOn: today,
    });
  await seat(hr, peer, trust);
  await seat(staffOf(charity).hr, charityPeer, charity);
  await give(hr, 'assessCompetence', {
    personId: peer,
    organisationId: trust.organisationId,
    competence: 'hee1',
    outcome: 'shown',
    assessorId: supervisors[0],
    effectiveOn: today,
  });
  const [completion] = await found<{ event: Uuid }>(
    program,
    `SELECT event_id AS event FROM training.completion WHERE person_id = $1 AND corrected_at IS NULL ORDER BY 1 LIMIT 1`,
    [peer],
  );
  const completionEventId = completion!.event;
  await give(peer, 'contestCompletion', { completionEventId, statement: planted('contested completion') });
  await give(staffOf(community).hr, 'recordReliance', {
    completionEventId,
    personId: peer,
    organisationId: community.organisationId,
    decision: 'accepted',
    effectiveOn: today,
  });
};

/** What people say themselves: concerns, questions, contests, comments. */
export const speak = async (program: Program, give: Give, { peer, member }: Cast): Promise<void> => {
  const [work] = await found<{ engagementId: Uuid; begunEventId: Uuid }>(
    program,
    `SELECT engagement_id AS "engagementId", begun_event_id AS "begunEventId" FROM employment.engagement
     WHERE person_id = $1 ORDER BY begins_on DESC LIMIT 1`,
    [peer],
  );
  const { engagementId, begunEventId } = work!;
  await give(peer, 'raiseConcern', {
    engagementId,
    task: 'loneWorking',
    text: planted('concern'),
    visibleTo: [staffOf(trust).supervisors[1]],
  });
  await give(peer, 'queryTask', { engagementId, task: 'gifts', question: planted('question') });
  await give(peer, 'contestFact', {
    eventId: begunEventId,
    statement: planted('contest'),
    effectiveOn: today,
  });
  const [framework] = await found<{ id: Uuid; number: number }>(
    program,
    `SELECT framework_id AS id, max(number) AS number FROM framework.version WHERE locality_id = $1 GROUP BY 1`,
    [sussex],
  );
  const lead = frameworkLeadOf('Sussex');
  const { id: versionId } = await give(lead, 'draftVersion', {
    frameworkId: framework!.id,
    number: framework!.number + 1,
    effectiveOn: addDays(today, -20),
  });
  await program.caughtUp();
  await give(lead, 'openConsultation', { versionId, effectiveOn: addDays(today, -10) });
  await program.caughtUp();
  await give(member, 'makeComment', { versionId, text: planted('comment') });
};
