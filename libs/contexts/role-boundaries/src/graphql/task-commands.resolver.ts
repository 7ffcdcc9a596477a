import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { idMadeBy } from '@alongside/kernel';
import { OnBoundary } from '../application/on-boundary/on-boundary.handler.js';
import { boundaryRefusals } from '../domain/index.js';
import {
  AnswerQueryInput,
  DeclineTaskInput,
  OptInInput,
  OptOutInput,
  QueryTaskInput,
} from './boundary.inputs.js';

const result = (name: string, accepted: string, id: string) =>
  commandResult(name, boundaryRefusals, { accepted, id });

const QueryTaskResult = result('QueryTask', 'The question is asked.', 'The question: what an answer names.');
const AnswerQueryResult = result('AnswerQuery', 'The question is answered.', 'The question.');
const DeclineTaskResult = result('DeclineTask', 'The worker has declined.', 'The engagement.');
const OptInResult = result('OptIn', 'The worker has opted in.', 'The engagement.');
const OptOutResult = result('OptOut', 'The worker has opted out.', 'The engagement.');

@Resolver()
export class TaskCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => QueryTaskResult.union, {
    description:
      'Asks what holds for a task, also before anything is agreed. By the worker or for the organisation.',
  })
  @Rule('boundaries')
  async queryTask(
    @Args('input') { engagementId, effectiveOn, task, question }: QueryTaskInput,
    @Acting() act: Act,
  ) {
    const queryId = idMadeBy(act.commandId, 'query');
    const command = {
      type: 'QueryTask',
      queryId,
      task,
      question,
      askedBy: act.actor.id,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return QueryTaskResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      queryId,
    );
  }

  @Mutation(() => AnswerQueryResult.union, {
    description: 'Answers a question about a task, for the organisation. Not by the worker.',
  })
  @Rule('boundaries')
  async answerQuery(
    @Args('input') { engagementId, effectiveOn, queryId, answer }: AnswerQueryInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'AnswerQuery',
      queryId,
      answer,
      answeredBy: act.actor.id,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return AnswerQueryResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      queryId,
    );
  }

  @Mutation(() => DeclineTaskResult.union, {
    description:
      'Records that the worker declined a task, whatever was agreed. By the worker alone. Nothing in the program counts it against anyone.',
  })
  @Rule('boundaries')
  async declineTask(
    @Args('input') { engagementId, effectiveOn, task, reason }: DeclineTaskInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'DeclineTask',
      declineId: idMadeBy(act.commandId, 'decline'),
      task,
      declinedBy: act.actor.id,
      effectiveOn: effectiveOn ?? null,
      ...present({ reason }),
    } as const;
    return DeclineTaskResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      engagementId,
    );
  }

  @Mutation(() => OptInResult.union, {
    description: 'The worker opts in to a task. By the worker alone; some lines ask for it.',
  })
  @Rule('boundaries')
  async optIn(@Args('input') { engagementId, effectiveOn, task }: OptInInput, @Acting() act: Act) {
    const command = { type: 'OptIn', task, by: act.actor.id, effectiveOn: effectiveOn ?? null } as const;
    return OptInResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      engagementId,
    );
  }

  @Mutation(() => OptOutResult.union, {
    description: 'The worker opts out of a task. By the worker alone, without a reason.',
  })
  @Rule('boundaries')
  async optOut(@Args('input') { engagementId, effectiveOn, task }: OptOutInput, @Acting() act: Act) {
    const command = { type: 'OptOut', task, by: act.actor.id, effectiveOn: effectiveOn ?? null } as const;
    return OptOutResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      engagementId,
    );
  }
}
