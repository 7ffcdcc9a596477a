import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import {
  allChecks,
  atDecision,
  atInterview,
  checkMoved,
  cleared,
  confirmed,
  dbsDecision,
  dbsLevelDecided,
  offerConditional,
  offerConfirmed,
  offered,
  postId,
  ref,
} from '../testing/examples.js';
import type { AppointToReserve, ConfirmOffer, MakeConditionalOffer } from './application.commands.js';
import { application } from './application.decider.js';
import type { ApplicationEvent } from './application.events.js';

const { given } = specFor(application);

const toReserve = (changes: Partial<AppointToReserve> = {}): AppointToReserve => ({
  type: 'AppointToReserve',
  effectiveOn: '2025-05-06',
  until: '2025-11-06',
  ...changes,
});
const onReserve: ApplicationEvent = {
  type: 'AppointedToReserve',
  data: { ...ref, until: '2025-11-06', effectiveOn: '2025-05-06' },
};
const offer = (changes: Partial<MakeConditionalOffer> = {}): MakeConditionalOffer => ({
  type: 'MakeConditionalOffer',
  effectiveOn: '2025-05-06',
  requiredChecks: allChecks,
  hoursPerWeek: 30,
  proposedStartOn: '2025-07-01',
  ...changes,
});
const confirm = (changes: Partial<ConfirmOffer> = {}): ConfirmOffer => ({
  type: 'ConfirmOffer',
  effectiveOn: '2025-06-03',
  requiredChecks: allChecks,
  placesLeft: 1,
  startsOn: '2025-07-01',
  hoursPerWeek: 30,
  ...changes,
});
const placeLost = (effectiveOn: string): ApplicationEvent => ({
  type: 'PlaceLost',
  data: { ...ref, postId, effectiveOn },
});

describe('appointing to the reserve list', () => {
  it('records until when', () => {
    given(...atDecision)
      .when(toReserve())
      .then(onReserve);
  });
  it('can be said again with a later day', () => {
    const later = { ...onReserve, data: { ...onReserve.data, until: '2026-02-06' } } as ApplicationEvent;
    given(...atDecision, onReserve)
      .when(toReserve({ until: '2026-02-06' }))
      .then(later);
  });
  it('records nothing when it is said again', () => {
    given(...atDecision, onReserve)
      .when(toReserve())
      .thenNothing();
  });
  it('refuses while stages before the decision are not passed', () => {
    given(...atInterview)
      .when(toReserve())
      .thenRejected('StagesNotPassed', { stages: [{ id: 'interview', title: 'Interview' }] });
  });
  it('refuses an end that is not after the beginning', () => {
    given(...atDecision)
      .when(toReserve({ until: '2025-05-06' }))
      .thenRejected('ReserveEndsBeforeItStarts');
  });
  it('refuses somebody who has an offer', () => {
    given(...offered)
      .when(toReserve())
      .thenRejected('OfferAlreadyMade');
    given(...confirmed)
      .when(toReserve({ effectiveOn: '2025-06-03' }))
      .thenRejected('OfferAlreadyConfirmed');
  });
});

describe('making a conditional offer', () => {
  it('records the checks that it waits for', () => {
    given(...atDecision)
      .when(offer())
      .then(offerConditional);
  });
  it('can come from the reserve list', () => {
    given(...atDecision, onReserve)
      .when(offer())
      .then(offerConditional);
  });
  it('is possible on the last day on the reserve list and refused after it', () => {
    given(...atDecision, onReserve)
      .when(offer({ effectiveOn: '2025-11-06', proposedStartOn: null }))
      .then({
        ...offerConditional,
        data: { ...offerConditional.data, effectiveOn: '2025-11-06', proposedStartOn: null },
      } as ApplicationEvent);
    given(...atDecision, onReserve)
      .when(offer({ effectiveOn: '2025-11-07' }))
      .thenRejected('ReserveEnded', { until: '2025-11-06' });
  });
  it('refuses while stages before the decision are not passed', () => {
    given(...atInterview)
      .when(offer())
      .thenRejected('StagesNotPassed');
  });
  it('refuses a second offer', () => {
    given(...offered)
      .when(offer())
      .thenRejected('OfferAlreadyMade');
    given(...confirmed)
      .when(offer({ effectiveOn: '2025-06-03' }))
      .thenRejected('OfferAlreadyConfirmed');
  });
  it('refuses hours that are none, and a start before the offer', () => {
    given(...atDecision)
      .when(offer({ hoursPerWeek: 0 }))
      .thenRejected('HoursNotPositive');
    given(...atDecision)
      .when(offer({ proposedStartOn: '2025-05-05' }))
      .thenRejected('StartsBeforeConfirmation');
  });
});

describe('confirming an offer', () => {
  it('records what employment needs for the engagement', () => {
    given(...cleared)
      .when(confirm())
      .then(offerConfirmed);
  });
  it('names each check outstanding, and whose move it is', () => {
    given(
      ...offered,
      checkMoved('identity', 'succeeded', '2025-05-10'),
      checkMoved('historyAndReferences', 'requested', '2025-05-11', 'thirdParty'),
      checkMoved('rightToWork', 'failed', '2025-05-12'),
    )
      .when(confirm({ requiredChecks: ['identity', 'rightToWork', 'historyAndReferences', 'workHealth'] }))
      .thenRejected('ChecksOutstanding', {
        outstanding: [
          { check: 'rightToWork', status: 'failed', holder: 'employer' },
          { check: 'historyAndReferences', status: 'requested', holder: 'thirdParty' },
          { check: 'workHealth', status: 'notStarted', holder: 'employer' },
        ],
      });
  });
  it.each(['refused', 'indeterminate', 'failed'] as const)(
    'does not say that a criminal-record check was %s, only that it is in the way',
    (outcome) => {
      given(...offered, dbsLevelDecided('enhanced', '2025-05-07'), dbsDecision(outcome, '2025-05-30'))
        .when(confirm({ requiredChecks: ['criminalRecord'] }))
        .thenRejected('ChecksOutstanding', {
          outstanding: [{ check: 'criminalRecord', status: 'decided', holder: 'employer' }],
        });
    },
  );
  it('holds a criminal-record decision that cannot be read to be outstanding', () => {
    const sealed = { sealed: 1, class: 'C4', key: 'k', iv: 'i', box: 'b' } as const;
    const unread: ApplicationEvent = {
      type: 'DbsDecisionMade',
      data: { ...ref, decision: sealed, holder: 'employer', effectiveOn: '2025-05-30' },
    };
    given(...offered, dbsLevelDecided('enhanced', '2025-05-07'), unread)
      .when(confirm({ requiredChecks: ['criminalRecord'] }))
      .thenRejected('ChecksOutstanding');
  });
  it('needs no more checks than the framework asks for', () => {
    given(...offered, checkMoved('identity', 'succeeded', '2025-05-10'))
      .when(confirm({ requiredChecks: ['identity'] }))
      .then(offerConfirmed);
    given(...offered)
      .when(confirm({ requiredChecks: [] }))
      .then(offerConfirmed);
  });
  it('refuses when the post has no place left', () => {
    given(...cleared)
      .when(confirm({ placesLeft: 0 }))
      .thenRejected('NoPlaceLeft');
  });
  it('refuses a start before the confirmation', () => {
    given(...cleared)
      .when(confirm({ startsOn: '2025-06-02' }))
      .thenRejected('StartsBeforeConfirmation');
  });
  it('refuses hours that are none, and takes none agreed', () => {
    given(...cleared)
      .when(confirm({ hoursPerWeek: 0 }))
      .thenRejected('HoursNotPositive');
    given(...cleared)
      .when(confirm({ hoursPerWeek: null }))
      .then({ ...offerConfirmed, data: { ...offerConfirmed.data, hoursPerWeek: null } } as ApplicationEvent);
  });
  it('refuses without a conditional offer, and a second time', () => {
    given(...atDecision)
      .when(confirm())
      .thenRejected('NoConditionalOffer');
    given(...confirmed)
      .when(confirm())
      .thenRejected('OfferAlreadyConfirmed');
  });
});

describe('losing the place after confirmation', () => {
  it('goes back to the reserve list', () => {
    given(...confirmed)
      .when({ type: 'LosePlace', effectiveOn: '2025-06-04' })
      .then(placeLost('2025-06-04'));
  });
  it('is dated no earlier than the confirmation', () => {
    given(...confirmed)
      .when({ type: 'LosePlace', effectiveOn: '2025-01-01' })
      .then(placeLost('2025-06-03'));
  });
  it('leaves the checks as they were for the next offer', () => {
    given(...confirmed, placeLost('2025-06-04'), {
      ...offerConditional,
      data: { ...offerConditional.data, effectiveOn: '2026-06-10' },
    } as ApplicationEvent)
      .when(confirm({ effectiveOn: '2026-06-10', startsOn: '2026-07-01' }))
      .then({
        ...offerConfirmed,
        data: { ...offerConfirmed.data, effectiveOn: '2026-06-10', startsOn: '2026-07-01' },
      } as ApplicationEvent);
  });
  it('has no end on the reserve list', () => {
    given(...confirmed, placeLost('2025-06-04'))
      .when(offer({ effectiveOn: '2027-06-10', proposedStartOn: null }))
      .then({
        ...offerConditional,
        data: { ...offerConditional.data, effectiveOn: '2027-06-10', proposedStartOn: null },
      } as ApplicationEvent);
  });
  it('means nothing to an application that holds no place', () => {
    given(...cleared)
      .when({ type: 'LosePlace', effectiveOn: '2025-06-04' })
      .thenNothing();
  });
});
