import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnTraining } from '../application/on-training/on-training.handler.js';
import { trainingIdOf } from '../contracts.js';
import {
  AnswerCompletionContestInput,
  ContestCompletionInput,
  EndPassportShareInput,
  RecordRelianceInput,
  SharePassportInput,
} from './passport.inputs.js';
import { recordResult } from './training.results.js';

const SharePassportResult = recordResult('SharePassport', 'The organisation may read the passport.');
const EndPassportShareResult = recordResult('EndPassportShare', 'The organisation may not read it any more.');
const RecordRelianceResult = recordResult('RecordReliance', 'The decision is recorded.');
const ContestCompletionResult = recordResult(
  'ContestCompletion',
  'The contest stands beside the completion.',
);
const AnswerCompletionContestResult = recordResult(
  'AnswerCompletionContest',
  'The answer stands beside the contest.',
);

@Resolver()
export class PassportCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => SharePassportResult.union, {
    description:
      'Lets another organisation read what you have completed, from today until a last day: also what is recorded meanwhile. Yours alone to give.',
  })
  @Rule('training')
  async sharePassport(@Args('input') { commandId: _, ...share }: SharePassportInput, @Acting() act: Act) {
    const { id: personId, today: effectiveOn } = act.actor;
    const command = { type: 'SharePassport', personId, effectiveOn, ...share } as const;
    const outcome = await this.commands.execute(
      new OnTraining(act, command, { type: command.type, ...share }),
    );
    return SharePassportResult.answer(outcome, trainingIdOf(personId));
  }

  @Mutation(() => EndPassportShareResult.union, {
    description:
      'Ends a share of your passport at once. What the organisation decided while it could read it stays recorded.',
  })
  @Rule('training')
  async endPassportShare(
    @Args('input') { commandId: _, ...share }: EndPassportShareInput,
    @Acting() act: Act,
  ) {
    const { id: personId, today: effectiveOn } = act.actor;
    const how = 'withdrawn';
    const command = { type: 'EndPassportShare', personId, effectiveOn, how, ...share } as const;
    const outcome = await this.commands.execute(
      new OnTraining(act, command, { type: command.type, ...share }),
    );
    return EndPassportShareResult.answer(outcome, trainingIdOf(personId));
  }

  @Mutation(() => RecordRelianceResult.union, {
    description:
      'Records whether your organisation relies on a completion that another recorded and the person shares with you. It binds nobody else.',
  })
  @Rule('training')
  async recordReliance(
    @Args('input') { commandId: _, reason, ...decided }: RecordRelianceInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'RecordReliance', ...decided, ...present({ reason }) } as const;
    const outcome = await this.commands.execute(new OnTraining(act, command));
    return RecordRelianceResult.answer(outcome, trainingIdOf(decided.personId));
  }

  @Mutation(() => ContestCompletionResult.union, {
    description:
      'Says that a completion in your own record is wrong. It goes on standing; the organisation that recorded it has to answer.',
  })
  @Rule('training')
  async contestCompletion(
    @Args('input') { completionEventId, statement }: ContestCompletionInput,
    @Acting() act: Act,
  ) {
    const { id: personId, today: effectiveOn } = act.actor;
    const contest = { completionEventId, ...present({ statement }) };
    const command = { type: 'ContestCompletion', personId, effectiveOn, ...contest } as const;
    const outcome = await this.commands.execute(
      new OnTraining(act, command, { type: command.type, ...contest }),
    );
    return ContestCompletionResult.answer(outcome, trainingIdOf(personId));
  }

  @Mutation(() => AnswerCompletionContestResult.union, {
    description:
      'Answers a contest. Where the person is right, correct or annul the completion too, with `contested` as the reason.',
  })
  @Rule('training')
  async answerCompletionContest(
    @Args('input') { commandId: _, answer, ...answered }: AnswerCompletionContestInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'AnswerContest', ...answered, ...present({ answer }) } as const;
    const outcome = await this.commands.execute(new OnTraining(act, command));
    return AnswerCompletionContestResult.answer(outcome, trainingIdOf(answered.personId));
  }
}
