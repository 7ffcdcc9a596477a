import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import {
  applicationId,
  atDecision,
  atInterview,
  passed,
  reached,
  ref,
  stages,
  submitApplication,
  submitted,
} from '../testing/examples.js';
import { application } from './application.decider.js';
import type { HoldInterview, PassStage } from './application.commands.js';
import type { ApplicationEvent } from './application.events.js';

const { given } = specFor(application);
const [session, training, assessed, interview, decision] = stages;

describe('submitting an application', () => {
  const { vacancy } = submitApplication();

  it('begins at the first stage of the vacancy', () => {
    given().when(submitApplication()).then(submitted(), reached(session, '2025-03-10'));
  });
  it('is possible on the closing date and refused after it', () => {
    given()
      .when(submitApplication({ effectiveOn: '2025-04-01' }))
      .thenRejected('ClosingDatePassed');
    given()
      .when(submitApplication({ vacancy: { ...vacancy, closesOn: '2025-03-10' } }))
      .then(submitted(), reached(session, '2025-03-10'));
  });
  it('has no last day where the vacancy stays open until it is filled', () => {
    given()
      .when(submitApplication({ vacancy: { ...vacancy, closesOn: null } }))
      .then(submitted(), reached(session, '2025-03-10'));
  });
  it('refuses a vacancy that is not open', () => {
    given()
      .when(submitApplication({ vacancy: { ...vacancy, open: false } }))
      .thenRejected('VacancyNotOpen');
  });
  it('refuses the same person a second time', () => {
    given(submitted()).when(submitApplication()).thenRejected('AlreadyApplied');
  });
});

describe('passing a stage', () => {
  const pass = (stageId: string, changes: Partial<PassStage> = {}): PassStage => ({
    type: 'PassStage',
    effectiveOn: '2025-04-20',
    stageId,
    how: 'passed',
    completion: null,
    ...changes,
  });
  const completion = (how: 'assessed' | 'attended') => ({ eventId: 'completion', how });
  const atAssessment = [submitted(), passed(session, '2025-03-12'), passed(training, '2025-04-18')];

  it('reaches the next one', () => {
    given(submitted())
      .when(pass('session'))
      .then(passed(session, '2025-04-20'), reached(training, '2025-04-20'));
  });
  it('reaches none after the last', () => {
    given(submitted([session]))
      .when(pass('session'))
      .then(passed(session, '2025-04-20'));
  });
  it('lets somebody be exempt from training that they have had, and keeps which', () => {
    given(submitted(), passed(session, '2025-03-12'))
      .when(pass('training', { how: 'exempt', completion: completion('attended') }))
      .then(
        {
          type: 'StagePassed',
          data: {
            ...ref,
            stageId: 'training',
            stageKind: 'preTraining',
            how: 'exempt',
            completionEventId: 'completion',
            effectiveOn: '2025-04-20',
          },
        },
        reached(assessed, '2025-04-20'),
      );
  });
  it('refuses a stage that the vacancy does not have', () => {
    given(submitted()).when(pass('party')).thenRejected('StageNotInVacancy');
  });
  it('refuses a stage before its turn, and says whose turn it is', () => {
    given(submitted()).when(pass('training')).thenRejected('EarlierStageNotPassed', { stage: 'session' });
  });
  it('refuses a stage twice', () => {
    given(submitted(), passed(session, '2025-03-12'))
      .when(pass('session'))
      .thenRejected('StageAlreadyPassed');
  });
  it('refuses to take attendance for an assessment', () => {
    given(...atAssessment)
      .when(pass('assessed', { completion: completion('attended') }))
      .thenRejected('TrainingNotAssessed');
    given(...atAssessment)
      .when(pass('assessed', { how: 'exempt', completion: completion('attended') }))
      .thenRejected('TrainingNotAssessed');
  });
  it('refuses to exempt somebody from an assessment without an assessed completion', () => {
    given(...atAssessment)
      .when(pass('assessed', { how: 'exempt' }))
      .thenRejected('TrainingNotAssessed');
  });
  it('takes an assessed completion for the assessment', () => {
    given(...atAssessment)
      .when(pass('assessed', { how: 'exempt', completion: completion('assessed') }))
      .then(
        {
          type: 'StagePassed',
          data: {
            ...ref,
            stageId: 'assessed',
            stageKind: 'trainingAssessment',
            how: 'exempt',
            completionEventId: 'completion',
            effectiveOn: '2025-04-20',
          },
        },
        reached(interview, '2025-04-20'),
      );
  });
  it('refuses to pass an interview that was not held', () => {
    given(...atInterview)
      .when(pass('interview'))
      .thenRejected('InterviewNotHeld');
  });
  it('refuses to pass the decision, which is an offer, a reserve place or a decline', () => {
    given(...atDecision)
      .when(pass('decision', { effectiveOn: '2025-05-02' }))
      .thenRejected('DecisionNotAStep');
  });
  it('refuses a day before the last step', () => {
    given(...atAssessment)
      .when(pass('assessed', { effectiveOn: '2025-04-17' }))
      .thenRejected('BeforeLastStep', { lastOn: '2025-04-18' });
  });
  it('refuses an application that does not exist', () => {
    given().when(pass('session')).thenRejected('ApplicationNotOpen');
  });
});

describe('holding an interview', () => {
  const hold = (changes: Partial<HoldInterview> = {}): HoldInterview => ({
    type: 'HoldInterview',
    effectiveOn: '2025-05-01',
    panelSize: 3,
    panelLivedExperience: 1,
    outcome: 'appointable',
    leastShare: 1 / 3,
    ...changes,
  });
  const held = (changes: object = {}): ApplicationEvent => ({
    type: 'InterviewHeld',
    data: {
      ...ref,
      stageId: 'interview',
      stageKind: 'interview',
      panelSize: 3,
      panelLivedExperience: 1,
      leastShare: 1 / 3,
      outcome: 'appointable',
      effectiveOn: '2025-05-01',
      ...changes,
    },
  });
  const through = [passed(interview, '2025-05-01'), reached(decision, '2025-05-01')];

  it('records the panel and passes the stage', () => {
    given(...atInterview)
      .when(hold())
      .then(held(), ...through);
  });
  it('stays at the interview when the panel would not appoint', () => {
    given(...atInterview)
      .when(hold({ outcome: 'notAppointable' }))
      .then(held({ outcome: 'notAppointable' }));
  });
  it.each([
    [1, 2, 1 / 2],
    [2, 3, 2 / 3],
    [2, 3, 0.6667],
    [1, 3, 1 / 3],
    [3, 3, 1],
    [0, 3, 0],
  ])('takes %i of %i for a least share of %f', (panelLivedExperience, panelSize, leastShare) => {
    const panel = { panelLivedExperience, panelSize, leastShare };
    given(...atInterview)
      .when(hold(panel))
      .then(held(panel), ...through);
  });
  it.each([
    [0, 3, 0.01],
    [1, 3, 1 / 2],
    [3, 5, 0.6667],
    [2, 3, 1],
  ])('refuses %i of %i for a least share of %f', (panelLivedExperience, panelSize, leastShare) => {
    given(...atInterview)
      .when(hold({ panelLivedExperience, panelSize, leastShare }))
      .thenRejected('PanelShareNotReached', { leastShare, panelSize, panelLivedExperience });
  });
  it('asks for no share where the framework is silent', () => {
    const panel = { panelLivedExperience: 0, leastShare: null };
    given(...atInterview)
      .when(hold(panel))
      .then(held(panel), ...through);
  });
  it.each([
    [0, 0],
    [2, 3],
    [2, -1],
    [2.5, 1],
  ])('refuses a panel of %d with %d peers', (panelSize, panelLivedExperience) => {
    given(...atInterview)
      .when(hold({ panelSize, panelLivedExperience }))
      .thenRejected('PanelCountsWrong');
  });
  it('refuses an interview before its turn', () => {
    given(submitted()).when(hold()).thenRejected('NotAtInterview');
    given(...atDecision)
      .when(hold())
      .thenRejected('NotAtInterview');
  });
  it('refuses an application that does not exist', () => {
    given().when(hold()).thenRejected('ApplicationNotOpen');
  });
  it('is about the application of one person to one vacancy', () => {
    given(submitted()).when(submitApplication({ applicationId })).thenRejected('AlreadyApplied');
  });
});
