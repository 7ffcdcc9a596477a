import type { Act, Owner } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type {
  CloseTrainingRecord,
  CompleteCourse,
  Enrol,
  TrainingCommand,
  TrainingState,
} from '../../domain/index.js';

/** The commands on a record that need nothing looked up. */
export type OnTrainingCommand = Exclude<TrainingCommand, Enrol | CompleteCourse | CloseTrainingRecord>;

const isSelf = ({ actor }: Pick<Act, 'actor'>, personId: Uuid): boolean =>
  actor.kind === 'person' && actor.id === personId;

const runnerOf = (state: TrainingState, id: Uuid): Uuid | undefined =>
  state.enrolments.find(({ enrolmentId }) => enrolmentId === id)?.organisationId;

/**
 * Who may say this about somebody's record. What was learnt is said by an organisation, never by the learner; the
 * passport and a contest are the person's alone, even where an organisation becomes the controller of their words.
 */
export const ownerOfTraining =
  (act: Pick<Act, 'actor'>, command: OnTrainingCommand) =>
  (state: TrainingState): Owner | undefined => {
    const { personId } = command;
    switch (command.type) {
      case 'AssessCompetence':
      case 'RecognisePriorLearning':
        return { organisations: [command.organisationId] };
      case 'AnnulCompletion':
      case 'AnswerContest':
        return state.status === 'None' ? undefined : { organisations: [command.organisationId] };
      case 'RecordAttendance':
        return runnerOf(state, command.enrolmentId) === command.organisationId
          ? { organisations: [command.organisationId] }
          : undefined;
      case 'EndEnrolment': {
        const runner = runnerOf(state, command.enrolmentId);
        return runner === undefined ? undefined : { organisations: [runner], person: personId };
      }
      case 'RecordReliance':
        return state.shares.some(({ organisationId }) => organisationId === command.organisationId)
          ? { organisations: [command.organisationId] }
          : undefined;
      case 'ContestCompletion': {
        const contested = state.completions.find(({ eventId }) => eventId === command.completionEventId);
        if (!contested) return { person: personId };
        return isSelf(act, personId)
          ? { organisations: [contested.organisationId], person: personId }
          : undefined;
      }
      case 'SharePassport':
      case 'EndPassportShare':
        return { person: personId };
      default:
        return command satisfies never;
    }
  };
