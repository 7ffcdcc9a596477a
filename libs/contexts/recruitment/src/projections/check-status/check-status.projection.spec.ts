import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  applicationId,
  checkMoved,
  dbsDecision,
  offerConditional,
  organisationId,
  personId,
  submitted,
} from '../../domain/testing/examples.js';
import { checkStatus, type CheckStatusRow } from './check-status.projection.js';

const { given } = foldSpec<CheckStatusRow>(checkStatus);

const row = (changes: Partial<CheckStatusRow>): CheckStatusRow => ({
  application_id: applicationId,
  employment_check: 'identity',
  organisation_id: organisationId,
  person_id: personId,
  status: 'notStarted',
  holder: 'employer',
  since: '2025-05-06',
  required: false,
  ...changes,
});
const offer = {
  ...offerConditional,
  data: { ...offerConditional.data, requiredChecks: ['identity', 'workHealth'] },
};

describe('the state of the employment checks', () => {
  it('shows none before one moves or an offer waits for it', () => {
    given(submitted()).thenNothing();
  });
  it('shows the last move of a check and who holds the ball', () => {
    given(
      checkMoved('identity', 'requested', '2025-05-08', 'candidate'),
      checkMoved('identity', 'succeeded', '2025-05-12'),
    ).then(row({ status: 'succeeded', since: '2025-05-12' }));
    given(checkMoved('identity', 'requested', '2025-05-08', 'candidate')).then(
      row({ status: 'requested', holder: 'candidate', since: '2025-05-08' }),
    );
  });
  it('shows what a conditional offer waits for, as far as it has got', () => {
    given(checkMoved('identity', 'succeeded', '2025-05-01'), offer).then(
      row({ status: 'succeeded', since: '2025-05-01', required: true }),
      row({ employment_check: 'workHealth', required: true }),
    );
  });
  it('still waits for a check after it has moved', () => {
    given(
      { ...offer, data: { ...offer.data, requiredChecks: ['identity'] } },
      checkMoved('identity', 'inProgress', '2025-05-09', 'thirdParty'),
    ).then(row({ status: 'inProgress', holder: 'thirdParty', since: '2025-05-09', required: true }));
  });
  it('never shows which way a criminal-record check was decided', () => {
    given(dbsDecision('failed', '2025-05-30')).then(
      row({ employment_check: 'criminalRecord', status: 'decided', since: '2025-05-30' }),
    );
  });
  it('shows the correction in place of the move that it corrects', () => {
    given(checkMoved('identity', 'succeeded', '2025-05-12'), {
      ...checkMoved('identity', 'requested', '2025-05-10', 'candidate'),
      corrects: { eventId: givenId(0), reason: 'enteredInError' },
    }).then(row({ status: 'requested', holder: 'candidate', since: '2025-05-10' }));
  });
});
