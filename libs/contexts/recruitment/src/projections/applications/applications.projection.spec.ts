import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  applicationId,
  atDecision,
  confirmed,
  localityId,
  offerConditional,
  offered,
  organisationId,
  passed,
  personId,
  postId,
  reached,
  ref,
  stages,
  submitted,
  vacancyId,
} from '../../domain/testing/examples.js';
import { applications, type ApplicationRow } from './applications.projection.js';

const { given } = foldSpec<ApplicationRow>(applications);

const row: ApplicationRow = {
  application_id: applicationId,
  vacancy_id: vacancyId,
  person_id: personId,
  organisation_id: organisationId,
  locality_id: localityId,
  post_id: postId,
  engagement_kind: 'agendaForChange',
  role_family: 'peerSupportWorker',
  status: 'inStages',
  resumes_as: null,
  stage_id: null,
  stage_kind: null,
  stage_since: null,
  submitted_on: '2025-03-10',
  interview_outcome: null,
  reserve_until: null,
  offered_on: null,
  confirmed_on: null,
  starts_on: null,
  hours_per_week: null,
  ended_on: null,
  decline_reason: null,
};
const offeredRow: ApplicationRow = {
  ...row,
  status: 'offered',
  offered_on: '2025-05-06',
  starts_on: '2025-07-01',
  hours_per_week: 30,
};
const [first, second] = stages;
const reserve = {
  type: 'AppointedToReserve',
  data: { ...ref, until: '2025-11-06', effectiveOn: '2025-05-05' },
};
const placeLost = { type: 'PlaceLost', data: { ...ref, postId, effectiveOn: '2025-06-04' } };
const withdrawn = { type: 'ApplicationWithdrawn', data: { ...ref, effectiveOn: '2025-05-12' } };
const declined = {
  type: 'ApplicationDeclined',
  data: { ...ref, reason: 'notAppointable', effectiveOn: '2025-05-12' },
};
const reinstated = (ending: number) => ({
  type: 'ApplicationReinstated',
  data: { ...ref, effectiveOn: '2025-05-13' },
  corrects: { eventId: givenId(ending), reason: 'enteredInError' } as const,
});

describe('the list of applications', () => {
  it('shows an application at its stage, and since when', () => {
    given(submitted(), reached(first, '2025-03-10')).then({
      ...row,
      stage_id: 'session',
      stage_kind: 'informationSession',
      stage_since: '2025-03-10',
    });
    given(
      submitted(),
      reached(first, '2025-03-10'),
      passed(first, '2025-03-15'),
      reached(second, '2025-03-15'),
    ).then({ ...row, stage_id: 'training', stage_kind: 'preTraining', stage_since: '2025-03-15' });
  });
  it('shows no stage once the last is passed', () => {
    given(submitted(), reached(first, '2025-03-10'), passed(first, '2025-03-15')).then(row);
  });
  it('shows how the interview went', () => {
    const held = {
      type: 'InterviewHeld',
      data: { ...ref, outcome: 'appointable', effectiveOn: '2025-05-01' },
    };
    given(submitted(), held).then({ ...row, interview_outcome: 'appointable' });
  });
  it('shows who is on the reserve list until when', () => {
    given(...atDecision, reserve).then({ ...row, status: 'onReserve', reserve_until: '2025-11-06' });
  });
  it('shows a conditional offer, from the reserve list too', () => {
    given(...offered).then(offeredRow);
    given(...atDecision, reserve, offerConditional).then(offeredRow);
  });
  it('shows a confirmed offer with the day on which the work starts', () => {
    given(...confirmed).then({ ...offeredRow, status: 'confirmed', confirmed_on: '2025-06-03' });
  });
  it('shows nothing of the offer once the place is lost', () => {
    given(...confirmed, placeLost).then({ ...row, status: 'onReserve' });
  });
  it('shows how and when an application ended, never in whose words', () => {
    given(submitted(), withdrawn).then({
      ...row,
      status: 'withdrawn',
      resumes_as: 'inStages',
      ended_on: '2025-05-12',
    });
    given(...atDecision, reserve, declined).then({
      ...row,
      status: 'declined',
      resumes_as: 'onReserve',
      reserve_until: '2025-11-06',
      ended_on: '2025-05-12',
      decline_reason: 'notAppointable',
    });
  });
  it('shows an application whose ending was an error as it was before', () => {
    given(...offered, declined, reinstated(offered.length)).then(offeredRow);
  });
});
