import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import type { CorrectionReason } from '@alongside/kernel';
import { Enrol } from '../application/enrol/enrol.handler.js';
import { OnTraining } from '../application/on-training/on-training.handler.js';
import { trainingIdOf } from '../contracts.js';
import {
  AssessCompetenceInput,
  CorrectAssessmentInput,
  CorrectAttendanceInput,
  EndEnrolmentInput,
  EnrolInput,
  RecordAttendanceInput,
} from './learning.inputs.js';
import { enrolmentResult, recordResult } from './training.results.js';

const EnrolResult = enrolmentResult('Enrol', 'The person is enrolled.');
const EndEnrolmentResult = enrolmentResult('EndEnrolment', 'The end is recorded.');
const RecordAttendanceResult = enrolmentResult('RecordAttendance', 'The attendance is recorded.');
const CorrectAttendanceResult = enrolmentResult(
  'CorrectAttendance',
  'The correction stands beside what it corrects.',
);
const AssessCompetenceResult = recordResult('AssessCompetence', 'The assessment is recorded.');
const CorrectAssessmentResult = recordResult(
  'CorrectAssessment',
  'The correction stands beside what it corrects.',
);

export const correcting = (input: {
  readonly correctedEventId: string;
  readonly correctionReason: CorrectionReason;
}) => ({ corrects: { eventId: input.correctedEventId, reason: input.correctionReason } });

const attendance = ({ personId, organisationId, enrolmentId, hours, effectiveOn }: RecordAttendanceInput) =>
  ({ type: 'RecordAttendance', personId, organisationId, enrolmentId, hours, effectiveOn }) as const;

const assessment = (input: AssessCompetenceInput) => {
  const { personId, organisationId, courseId, competence, assessorId, outcome, effectiveOn } = input;
  const assessed = { competence, assessorId, outcome, effectiveOn, courseId: courseId ?? null };
  return { type: 'AssessCompetence', personId, organisationId, ...assessed } as const;
};

@Resolver()
export class LearningCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => EnrolResult.union, {
    description: 'Enrols somebody on a course that has no cohorts. Of a cohort, reserve a seat instead.',
  })
  @Rule('training')
  async enrol(@Args('input') { commandId: _, bookedBy, ...rest }: EnrolInput, @Acting() act: Act) {
    const command = new Enrol(act, { ...rest, bookedBy: bookedBy ?? rest.organisationId });
    return EnrolResult.answer(await this.commands.execute(command), command.enrolmentId);
  }

  @Mutation(() => EndEnrolmentResult.union, {
    description:
      'Ends an enrolment without a completion: by the organisation that runs it, or by the person.',
  })
  @Rule('training')
  async endEnrolment(@Args('input') { commandId: _, ...rest }: EndEnrolmentInput, @Acting() act: Act) {
    const command = new OnTraining(act, { type: 'EndEnrolment', ...rest });
    return EndEnrolmentResult.answer(await this.commands.execute(command), rest.enrolmentId);
  }

  @Mutation(() => RecordAttendanceResult.union, {
    description: 'Records that somebody was there on a day. Attendance says nothing about what was learnt.',
  })
  @Rule('training')
  async recordAttendance(@Args('input') input: RecordAttendanceInput, @Acting() act: Act) {
    const command = new OnTraining(act, attendance(input));
    return RecordAttendanceResult.answer(await this.commands.execute(command), input.enrolmentId);
  }

  @Mutation(() => CorrectAttendanceResult.union, {
    description: 'Says what attendance was in truth. What was believed before stays in the history.',
  })
  @Rule('training')
  async correctAttendance(@Args('input') input: CorrectAttendanceInput, @Acting() act: Act) {
    const command = new OnTraining(act, { ...attendance(input), ...correcting(input) });
    return CorrectAttendanceResult.answer(await this.commands.execute(command), input.enrolmentId);
  }

  @Mutation(() => AssessCompetenceResult.union, {
    description: 'Records what somebody other than the learner found of one competence.',
  })
  @Rule('training')
  async assessCompetence(@Args('input') input: AssessCompetenceInput, @Acting() act: Act) {
    const command = new OnTraining(act, assessment(input));
    return AssessCompetenceResult.answer(await this.commands.execute(command), trainingIdOf(input.personId));
  }

  @Mutation(() => CorrectAssessmentResult.union, {
    description: 'Says what an assessment came to in truth. What was believed before stays in the history.',
  })
  @Rule('training')
  async correctAssessment(@Args('input') input: CorrectAssessmentInput, @Acting() act: Act) {
    const command = new OnTraining(act, { ...assessment(input), ...correcting(input) });
    return CorrectAssessmentResult.answer(await this.commands.execute(command), trainingIdOf(input.personId));
  }
}
