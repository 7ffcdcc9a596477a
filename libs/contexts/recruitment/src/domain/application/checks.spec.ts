import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  atDecision,
  checkMoved,
  confirmed,
  dbsDecision,
  dbsLevelDecided,
  moveCheck,
  offered,
  submitted,
} from '../testing/examples.js';
import { application } from './application.decider.js';
import type { ApplicationEvent } from './application.events.js';

const { given } = specFor(application);
const withLevel = [...offered, dbsLevelDecided('enhanced', '2025-05-07')];
const enteredInError = (index: number) => ({ eventId: factId(index), reason: 'enteredInError' }) as const;

describe('moving an employment check', () => {
  it('says where it stands and who holds the ball', () => {
    given(...offered)
      .when(moveCheck('rightToWork', 'requested', '2025-05-08', { holder: 'candidate' }))
      .then(checkMoved('rightToWork', 'requested', '2025-05-08', 'candidate'));
  });
  it('records nothing when nothing moved', () => {
    given(...offered)
      .when(moveCheck('identity', 'notStarted', '2025-05-08'))
      .thenNothing();
    given(...offered, checkMoved('identity', 'requested', '2025-05-08'))
      .when(moveCheck('identity', 'requested', '2025-05-09'))
      .thenNothing();
  });
  it('records that the ball passed to somebody else', () => {
    given(...offered, checkMoved('identity', 'requested', '2025-05-08'))
      .when(moveCheck('identity', 'requested', '2025-05-09', { holder: 'thirdParty' }))
      .then(checkMoved('identity', 'requested', '2025-05-09', 'thirdParty'));
  });
  it('can begin before an offer', () => {
    given(submitted())
      .when(moveCheck('rightToWork', 'succeeded', '2025-03-11'))
      .then(checkMoved('rightToWork', 'succeeded', '2025-03-11'));
  });
  it('refuses a day before the last step', () => {
    given(...offered)
      .when(moveCheck('identity', 'requested', '2025-05-05'))
      .thenRejected('BeforeLastStep');
  });
  it('refuses to move once the offer is confirmed', () => {
    given(...confirmed)
      .when(moveCheck('identity', 'failed', '2025-06-10'))
      .thenRejected('OfferAlreadyConfirmed');
  });
  it('refuses an application that does not exist', () => {
    given()
      .when(moveCheck('identity', 'requested', '2025-05-08'))
      .thenRejected('ApplicationNotOpen');
  });
});

describe('asking about health', () => {
  it('is refused before a conditional offer', () => {
    given(...atDecision)
      .when(moveCheck('workHealth', 'requested', '2025-05-02'))
      .thenRejected('HealthBeforeConditionalOffer');
  });
  it('is possible from the day of a conditional offer', () => {
    given(...offered)
      .when(moveCheck('workHealth', 'requested', '2025-05-06', { holder: 'candidate' }))
      .then(checkMoved('workHealth', 'requested', '2025-05-06', 'candidate'));
  });
  it('cannot be dated before the offer by a correction', () => {
    given(...offered, checkMoved('workHealth', 'requested', '2025-05-10'))
      .when(moveCheck('workHealth', 'requested', '2025-05-05', { corrects: enteredInError(offered.length) }))
      .thenRejected('HealthBeforeConditionalOffer');
  });
});

describe('the criminal-record check', () => {
  it('decides first which level the role may ask for', () => {
    given(...offered)
      .when(moveCheck('criminalRecord', 'requested', '2025-05-08'))
      .thenRejected('DbsLevelNotDecided');
    given(...offered)
      .when({ type: 'DecideDbsLevel', dbsLevel: 'enhanced', effectiveOn: '2025-05-07' })
      .then(dbsLevelDecided('enhanced', '2025-05-07'));
  });
  it('records nothing when the same level is decided again', () => {
    given(...withLevel)
      .when({ type: 'DecideDbsLevel', dbsLevel: 'enhanced', effectiveOn: '2025-05-08' })
      .thenNothing();
  });
  it('decides another level while nothing has been asked', () => {
    given(...withLevel)
      .when({ type: 'DecideDbsLevel', dbsLevel: 'enhancedWithBarredList', effectiveOn: '2025-05-08' })
      .then(dbsLevelDecided('enhancedWithBarredList', '2025-05-08'));
  });
  it('refuses another level once it has started', () => {
    given(...withLevel, checkMoved('criminalRecord', 'requested', '2025-05-08'))
      .when({ type: 'DecideDbsLevel', dbsLevel: 'basic', effectiveOn: '2025-05-09' })
      .thenRejected('DbsCheckStarted');
  });
  it('decides a level anew once it is set back', () => {
    given(
      ...withLevel,
      checkMoved('criminalRecord', 'requested', '2025-05-08'),
      checkMoved('criminalRecord', 'notStarted', '2025-05-09'),
    )
      .when({ type: 'DecideDbsLevel', dbsLevel: 'standard', effectiveOn: '2025-05-09' })
      .then(dbsLevelDecided('standard', '2025-05-09'));
  });
  it('keeps its outcome in an event of its own', () => {
    given(...withLevel)
      .when(moveCheck('criminalRecord', 'indeterminate', '2025-05-30'))
      .then(dbsDecision('indeterminate', '2025-05-30'));
  });
  it('records nothing when the same decision is made again', () => {
    given(...withLevel, dbsDecision('succeeded', '2025-05-30'))
      .when(moveCheck('criminalRecord', 'succeeded', '2025-06-01'))
      .thenNothing();
  });
});

describe('correcting a check', () => {
  const requested = checkMoved('identity', 'requested', '2025-05-08');
  const succeeded = checkMoved('identity', 'succeeded', '2025-05-20');
  const correction = enteredInError(offered.length + 1);

  it('stands in for the last move, even before other steps', () => {
    given(...offered, requested, succeeded, checkMoved('rightToWork', 'succeeded', '2025-05-25'))
      .when(moveCheck('identity', 'failed', '2025-05-19', { corrects: correction }))
      .then({ ...checkMoved('identity', 'failed', '2025-05-19'), corrects: correction } as ApplicationEvent);
  });
  it('is possible after the offer is confirmed, because the record has to be true', () => {
    const lastOfConfirmed = { eventId: factId(confirmed.length - 2), reason: 'enteredInError' } as const;
    given(...confirmed)
      .when(moveCheck('criminalRecord', 'failed', '2025-06-02', { corrects: lastOfConfirmed }))
      .then({ ...dbsDecision('failed', '2025-06-02'), corrects: lastOfConfirmed } as ApplicationEvent);
  });
  it('takes a decision out of the record with the event that held it', () => {
    const decided = [...withLevel, dbsDecision('failed', '2025-05-30')];
    const corrects = enteredInError(withLevel.length);
    given(...decided, {
      ...checkMoved('criminalRecord', 'inProgress', '2025-05-30'),
      corrects,
    } as ApplicationEvent)
      .when({
        type: 'ConfirmOffer',
        effectiveOn: '2025-06-01',
        requiredChecks: ['criminalRecord'],
        placesLeft: 1,
        startsOn: '2025-07-01',
        hoursPerWeek: null,
      })
      .thenRejected('ChecksOutstanding', {
        outstanding: [{ check: 'criminalRecord', status: 'inProgress', holder: 'employer' }],
      });
  });
  it('refuses a move that was followed by another', () => {
    given(...offered, requested, succeeded)
      .when(moveCheck('identity', 'failed', '2025-05-08', { corrects: enteredInError(offered.length) }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses a move of another check, and an event that is no move', () => {
    given(...offered, requested, succeeded)
      .when(moveCheck('rightToWork', 'failed', '2025-05-20', { corrects: correction }))
      .thenRejected('NothingToCorrect');
    given(...offered)
      .when(moveCheck('identity', 'failed', '2025-05-20', { corrects: enteredInError(0) }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses a day before the move that it follows', () => {
    given(...offered, requested, succeeded)
      .when(moveCheck('identity', 'failed', '2025-05-07', { corrects: correction }))
      .thenRejected('BeforeLastStep');
  });
  it('refuses a day before the application', () => {
    given(...offered, requested)
      .when(moveCheck('identity', 'requested', '2025-03-09', { corrects: enteredInError(offered.length) }))
      .thenRejected('BeforeLastStep');
  });
});
