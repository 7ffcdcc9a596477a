import { reject, type CalendarDate } from '@alongside/kernel';
import type { Stage } from '../../contracts.js';
import type { HoldInterview, PassStage, SubmitApplication } from './application.commands.js';
import type { ApplicationEvent } from './application.events.js';
import {
  isStarted,
  stageNow,
  type ApplicationRecord,
  type ApplicationState,
  type Decision,
  type Going,
} from './application.state.js';

const reached = (
  ref: ApplicationRecord['ref'],
  stage: Stage | undefined,
  effectiveOn: CalendarDate,
): readonly ApplicationEvent[] =>
  stage
    ? [{ type: 'StageReached', data: { ...ref, stageId: stage.id, stageKind: stage.kind, effectiveOn } }]
    : [];

export const submit = (command: SubmitApplication, state: ApplicationState): Decision => {
  if (isStarted(state)) return reject('AlreadyApplied');
  const { applicationId, vacancyId, personId, vacancy, effectiveOn } = command;
  if (!vacancy.open) return reject('VacancyNotOpen');
  if (vacancy.closesOn !== null && effectiveOn > vacancy.closesOn) return reject('ClosingDatePassed');
  const { organisationId, postId, localityId, engagementKind, roleFamily, stages } = vacancy;
  const ref = { applicationId, vacancyId, personId, organisationId };
  const appliedFor = { postId, localityId, engagementKind, roleFamily };
  return [
    { type: 'ApplicationSubmitted', data: { ...ref, ...appliedFor, stages, effectiveOn } },
    ...reached(ref, stages[0], effectiveOn),
  ];
};

const passed = (
  state: Going,
  stage: Stage,
  { how, completion, effectiveOn }: Pick<PassStage, 'how' | 'completion' | 'effectiveOn'>,
): readonly ApplicationEvent[] => {
  const next = stageNow({ ...state, passed: [...state.passed, stage.id] });
  const at = { ...state.ref, stageId: stage.id, stageKind: stage.kind, effectiveOn };
  return [
    { type: 'StagePassed', data: { ...at, how, completionEventId: completion?.eventId ?? null } },
    ...reached(state.ref, next, effectiveOn),
  ];
};

/** Attended is not assessed: a training assessment is passed in itself or by an assessed completion. */
const showsCompetence = ({ how, completion }: PassStage): boolean =>
  completion ? completion.how === 'assessed' : how === 'passed';

export const passStage = (command: PassStage, state: Going): Decision => {
  const stage = state.stages.find(({ id }) => id === command.stageId);
  if (!stage) return reject('StageNotInVacancy');
  if (state.passed.includes(stage.id)) return reject('StageAlreadyPassed');
  const now = stageNow(state);
  if (now && now.id !== stage.id) return reject('EarlierStageNotPassed', { stage: now.id });
  if (stage.kind === 'decision') return reject('DecisionNotAStep');
  if (stage.kind === 'interview') return reject('InterviewNotHeld');
  if (stage.kind === 'trainingAssessment' && !showsCompetence(command)) return reject('TrainingNotAssessed');
  return passed(state, stage, command);
};

/** Shares are compared to four decimal places, as the framework writes them: two thirds is 0.6667. */
const share = (part: number, whole = 1): number => Math.round((part / whole) * 10_000);

export const holdInterview = (command: HoldInterview, state: Going): Decision => {
  const { panelSize, panelLivedExperience, leastShare, outcome, effectiveOn } = command;
  const stage = stageNow(state);
  if (stage?.kind !== 'interview') return reject('NotAtInterview');
  const counts = Number.isInteger(panelSize) && Number.isInteger(panelLivedExperience);
  if (!counts || panelSize < 1 || panelLivedExperience < 0 || panelLivedExperience > panelSize)
    return reject('PanelCountsWrong');
  if (leastShare !== null && share(panelLivedExperience, panelSize) < share(leastShare))
    return reject('PanelShareNotReached', { leastShare, panelSize, panelLivedExperience });
  const held: ApplicationEvent = {
    type: 'InterviewHeld',
    data: {
      ...state.ref,
      stageId: stage.id,
      stageKind: stage.kind,
      panelSize,
      panelLivedExperience,
      leastShare,
      outcome,
      effectiveOn,
    },
  };
  if (outcome === 'notAppointable') return [held];
  return [held, ...passed(state, stage, { how: 'passed', completion: null, effectiveOn })];
};
