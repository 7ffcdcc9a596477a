import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  atDecision,
  confirmed,
  moveCheck,
  offered,
  passed,
  reached,
  ref,
  stages,
  submitApplication,
  submitted,
} from '../testing/examples.js';
import { application } from './application.decider.js';
import type { ApplicationEvent } from './application.events.js';

const { given } = specFor(application);

const withdrawn: ApplicationEvent = {
  type: 'ApplicationWithdrawn',
  data: { ...ref, reason: 'I have found other work', effectiveOn: '2025-05-12' },
};
const declined: ApplicationEvent = {
  type: 'ApplicationDeclined',
  data: { ...ref, reason: 'notAppointable', feedback: 'Warm and clear', effectiveOn: '2025-05-12' },
};

describe('withdrawing an application', () => {
  it('keeps the reason in the words of the person', () => {
    given(...offered)
      .when({ type: 'WithdrawApplication', reason: 'I have found other work', effectiveOn: '2025-05-12' })
      .then(withdrawn);
  });
  it('needs no reason', () => {
    given(submitted())
      .when({ type: 'WithdrawApplication', effectiveOn: '2025-05-12' })
      .then({ type: 'ApplicationWithdrawn', data: { ...ref, effectiveOn: '2025-05-12' } });
  });
  it('refuses once the offer is confirmed: the engagement is ended instead', () => {
    given(...confirmed)
      .when({ type: 'WithdrawApplication', effectiveOn: '2025-06-12' })
      .thenRejected('OfferAlreadyConfirmed');
  });
});

describe('declining an application', () => {
  it('keeps a reason, and the feedback given', () => {
    given(...atDecision)
      .when({
        type: 'DeclineApplication',
        reason: 'notAppointable',
        feedback: 'Warm and clear',
        effectiveOn: '2025-05-12',
      })
      .then(declined);
  });
  it('needs no feedback', () => {
    given(...atDecision)
      .when({ type: 'DeclineApplication', reason: 'vacancyClosed', effectiveOn: '2025-05-12' })
      .then({
        type: 'ApplicationDeclined',
        data: { ...ref, reason: 'vacancyClosed', effectiveOn: '2025-05-12' },
      });
  });
  it('refuses once the offer is confirmed', () => {
    given(...confirmed)
      .when({ type: 'DeclineApplication', reason: 'other', effectiveOn: '2025-06-12' })
      .thenRejected('OfferAlreadyConfirmed');
  });
  it('refuses an application that does not exist', () => {
    given()
      .when({ type: 'DeclineApplication', reason: 'other', effectiveOn: '2025-06-12' })
      .thenRejected('ApplicationNotOpen');
  });
});

describe('an application that has ended', () => {
  it('takes no further step', () => {
    given(submitted(), withdrawn)
      .when(moveCheck('identity', 'requested', '2025-05-13'))
      .thenRejected('ApplicationNotOpen');
    given(submitted(), declined)
      .when({ type: 'WithdrawApplication', effectiveOn: '2025-05-13' })
      .thenRejected('ApplicationNotOpen');
  });
  it('cannot be submitted again', () => {
    given(submitted(), withdrawn).when(submitApplication()).thenRejected('AlreadyApplied');
  });
});

describe('correcting an ending made in error', () => {
  const corrects = { eventId: factId(1), reason: 'wrongPerson' } as const;
  const reinstate = { type: 'ReinstateApplication', effectiveOn: '2025-05-20', corrects } as const;
  const reinstated: ApplicationEvent = {
    type: 'ApplicationReinstated',
    data: { ...ref, effectiveOn: '2025-05-20' },
    corrects,
  };

  it('names the ending', () => {
    given(submitted(), declined).when(reinstate).then(reinstated);
  });
  it('goes on from where the application was', () => {
    given(submitted(), declined, reinstated)
      .when({
        type: 'PassStage',
        stageId: 'session',
        how: 'passed',
        completion: null,
        effectiveOn: '2025-05-21',
      })
      .then(passed(stages[0], '2025-05-21'), reached(stages[1], '2025-05-21'));
  });
  it('refuses anything but the ending, and an application that goes on', () => {
    given(submitted(), declined)
      .when({ ...reinstate, corrects: { ...corrects, eventId: factId(0) } })
      .thenRejected('NothingToCorrect');
    given(submitted()).when(reinstate).thenRejected('NothingToCorrect');
    given().when(reinstate).thenRejected('ApplicationNotOpen');
  });
  it('refuses a day before the ending', () => {
    given(submitted(), declined)
      .when({ ...reinstate, effectiveOn: '2025-05-11' })
      .thenRejected('BeforeLastStep');
  });
});
