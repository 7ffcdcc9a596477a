import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { CompleteCourse } from '../application/complete-course/complete-course.handler.js';
import { OnTraining } from '../application/on-training/on-training.handler.js';
import { trainingIdOf } from '../contracts.js';
import { correcting } from './learning-commands.resolver.js';
import {
  AnnulCompletionInput,
  CompleteCourseInput,
  CorrectCompletionInput,
  CorrectPriorLearningInput,
  RecognisePriorLearningInput,
} from './learning.inputs.js';
import { recordResult } from './training.results.js';

const correction = 'The correction stands beside what it corrects.';
const CompleteCourseResult = recordResult(
  'CompleteCourse',
  'The completion is recorded: `eventIds` names it.',
);
const CorrectCompletionResult = recordResult('CorrectCompletion', correction);
const AnnulCompletionResult = recordResult('AnnulCompletion', 'The completion no longer counts.');
const RecognisePriorLearningResult = recordResult(
  'RecognisePriorLearning',
  'The learning counts as a completion: `eventIds` names it.',
);
const CorrectPriorLearningResult = recordResult('CorrectPriorLearning', correction);

const completion = (input: CompleteCourseInput) => {
  const { personId, organisationId, courseId, how, assessorId, effectiveOn } = input;
  return { personId, organisationId, courseId, how, assessorId: assessorId ?? null, effectiveOn };
};

const priorLearning = (input: RecognisePriorLearningInput) => {
  const { personId, organisationId, courseKind, title, competences, assessorId, effectiveOn } = input;
  const { refresherMonths, grounds } = input;
  const learning = { courseKind, title, competences, assessorId, effectiveOn };
  return {
    type: 'RecognisePriorLearning',
    personId,
    organisationId,
    ...learning,
    refresherMonths: refresherMonths ?? null,
    ...present({ reason: grounds }),
  } as const;
};

@Resolver()
export class CompletionCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => CompleteCourseResult.union, {
    description:
      'Records that somebody completed a course: assessed, by whom, or attended only. What it covers and when it lapses is what the course said on that day.',
  })
  @Rule('training')
  async completeCourse(@Args('input') input: CompleteCourseInput, @Acting() act: Act) {
    const command = new CompleteCourse(act, completion(input));
    return CompleteCourseResult.answer(await this.commands.execute(command), trainingIdOf(input.personId));
  }

  @Mutation(() => CorrectCompletionResult.union, {
    description:
      'Says how a course was completed in truth. What was believed before stays in the history, and organisations that relied on it are told to look again.',
  })
  @Rule('training')
  async correctCompletion(@Args('input') input: CorrectCompletionInput, @Acting() act: Act) {
    const command = new CompleteCourse(act, { ...completion(input), ...correcting(input) });
    return CorrectCompletionResult.answer(await this.commands.execute(command), trainingIdOf(input.personId));
  }

  @Mutation(() => AnnulCompletionResult.union, {
    description:
      'Says that a completion never was, of a course or of prior learning. It stays in the history, and organisations that relied on it are told to look again.',
  })
  @Rule('training')
  async annulCompletion(@Args('input') input: AnnulCompletionInput, @Acting() act: Act) {
    const { personId, organisationId, completionEventId, reason, effectiveOn } = input;
    const corrects = { eventId: completionEventId, reason };
    const annulment = { personId, organisationId, effectiveOn, corrects };
    const command = new OnTraining(act, { type: 'AnnulCompletion', ...annulment });
    return AnnulCompletionResult.answer(await this.commands.execute(command), trainingIdOf(personId));
  }

  @Mutation(() => RecognisePriorLearningResult.union, {
    description: 'Records that what somebody learnt elsewhere was assessed, and counts as a kind of course.',
  })
  @Rule('training')
  async recognisePriorLearning(@Args('input') input: RecognisePriorLearningInput, @Acting() act: Act) {
    const command = new OnTraining(act, priorLearning(input));
    return RecognisePriorLearningResult.answer(
      await this.commands.execute(command),
      trainingIdOf(input.personId),
    );
  }

  @Mutation(() => CorrectPriorLearningResult.union, {
    description: 'Says what was recognised in truth. What was believed before stays in the history.',
  })
  @Rule('training')
  async correctPriorLearning(@Args('input') input: CorrectPriorLearningInput, @Acting() act: Act) {
    const command = new OnTraining(act, { ...priorLearning(input), ...correcting(input) });
    return CorrectPriorLearningResult.answer(
      await this.commands.execute(command),
      trainingIdOf(input.personId),
    );
  }
}
