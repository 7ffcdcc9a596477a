import { reject, type CalendarDate, type Decider } from '@alongside/kernel';
import { annulCompletion, completeCourse, recognisePriorLearning } from './completions.js';
import { answerContest, contestCompletion } from './contests.js';
import { assessCompetence, endEnrolment, enrol, recordAttendance } from './learning.js';
import { endPassportShare, recordReliance, sharePassport } from './passport.js';
import type { TrainingCommand } from './training.commands.js';
import type { TrainingEvent } from './training.events.js';
import type { TrainingRefusal } from './training.refusals.js';
import { evolve, noRecord, type Decision, type TrainingState } from './training.state.js';

/** What a person's record can begin with. */
const beginnings: readonly TrainingCommand['type'][] = [
  'Enrol',
  'AssessCompetence',
  'CompleteCourse',
  'RecognisePriorLearning',
];

/** What can be agreed before it begins. Everything else is said of what has happened. */
const agreedAhead: readonly TrainingCommand['type'][] = ['Enrol', 'EndEnrolment'];

const decide = (command: TrainingCommand, state: TrainingState): Decision => {
  if (state.status === 'Closed') return reject('RecordNotOpen');
  if (state.status === 'None' && !beginnings.includes(command.type)) return reject('RecordNotOpen');
  switch (command.type) {
    case 'Enrol':
      return enrol(command, state);
    case 'EndEnrolment':
      return endEnrolment(command, state);
    case 'RecordAttendance':
      return recordAttendance(command, state);
    case 'AssessCompetence':
      return assessCompetence(command, state);
    case 'CompleteCourse':
      return completeCourse(command, state);
    case 'RecognisePriorLearning':
      return recognisePriorLearning(command, state);
    case 'AnnulCompletion':
      return annulCompletion(command, state);
    case 'ContestCompletion':
      return contestCompletion(command, state);
    case 'AnswerContest':
      return answerContest(command, state);
    case 'SharePassport':
      return sharePassport(command, state);
    case 'EndPassportShare':
      return endPassportShare(command, state);
    case 'RecordReliance':
      return recordReliance(command, state);
    case 'CloseTrainingRecord': {
      const { personId, reason, effectiveOn } = command;
      return [{ type: 'TrainingRecordClosed', data: { personId, reason, effectiveOn } }];
    }
    default:
      return command satisfies never;
  }
};

/**
 * What one person has learnt, whoever employs them: each completion says whether it was assessed or attended, and by
 * whom; the person shares it, and each organisation decides for itself whether to rely on it.
 */
export const training: Decider<TrainingCommand, TrainingState, TrainingEvent, TrainingRefusal> = {
  initialState: noRecord,
  decide,
  evolve,
};

/** As `training`, on a day: what has happened cannot lie ahead of it. */
export const trainingOn = (today: CalendarDate): typeof training => ({
  ...training,
  decide: (command, state) =>
    command.effectiveOn > today && !agreedAhead.includes(command.type)
      ? reject('StillToCome')
      : training.decide(command, state),
});
