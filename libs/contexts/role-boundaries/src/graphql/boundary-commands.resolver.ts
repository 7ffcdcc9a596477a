import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AgreeException } from '../application/agree-exception/agree-exception.handler.js';
import { OnBoundary } from '../application/on-boundary/on-boundary.handler.js';
import { ProposeBoundary } from '../application/propose-boundary/propose-boundary.handler.js';
import { boundaryRefusals } from '../domain/index.js';
import {
  AgreeExceptionInput,
  HoldReviewInput,
  ProposeBoundaryInput,
  SignBoundaryInput,
  WithdrawExceptionInput,
} from './boundary.inputs.js';
import { conditionsFrom } from './condition.js';

const result = (name: string, accepted: string, id: string) =>
  commandResult(name, boundaryRefusals, { accepted, id });

const ProposeBoundaryResult = result(
  'ProposeBoundary',
  'The lines wait for both signatures.',
  'The proposal: what signatures name.',
);
const SignBoundaryResult = result(
  'SignBoundary',
  'The signature is recorded. With the second one the lines are in force.',
  'The proposal.',
);
const AgreeExceptionResult = result('AgreeException', 'The exception holds.', 'The exception.');
const WithdrawExceptionResult = result(
  'WithdrawException',
  'The exception holds no longer.',
  'The exception.',
);
const HoldReviewResult = result('HoldReview', 'The review is recorded.', 'The engagement.');

@Resolver()
export class BoundaryCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => ProposeBoundaryResult.union, {
    description:
      'Puts lines to worker and manager, starting from what the framework says. Either may propose; nothing is in force until both have signed. A proposal takes the place of one that waits.',
  })
  @Rule('boundaries')
  async proposeBoundary(
    @Args('input') { engagementId, effectiveOn, lines }: ProposeBoundaryInput,
    @Acting() act: Act,
  ) {
    const command = new ProposeBoundary(act, {
      engagementId,
      effectiveOn: effectiveOn ?? null,
      lines: (lines ?? []).map(({ task, stance, conditions }) => ({
        task,
        stance,
        conditions: conditionsFrom(conditions),
      })),
    });
    return ProposeBoundaryResult.answer(await this.commands.execute(command), command.proposalId);
  }

  @Mutation(() => SignBoundaryResult.union, {
    description:
      'Signs a proposal: as the worker only by that person, as manager by somebody for the organisation and never by the worker.',
  })
  @Rule('boundaries')
  async signBoundary(
    @Args('input') { engagementId, effectiveOn, proposalId, by }: SignBoundaryInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'SignBoundary',
      proposalId,
      by,
      signedBy: act.actor.id,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return SignBoundaryResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      proposalId,
    );
  }

  @Mutation(() => AgreeExceptionResult.union, {
    description:
      'Lets a worker perform, up to a day, a task that is not done by default or that nobody has agreed on. There is none from `never`. Not by the worker.',
  })
  @Rule('boundaries')
  async agreeException(
    @Args('input') { engagementId, effectiveOn, task, until, conditions }: AgreeExceptionInput,
    @Acting() act: Act,
  ) {
    const command = new AgreeException(act, engagementId, {
      task,
      until,
      conditions: conditionsFrom(conditions),
      effectiveOn: effectiveOn ?? null,
    });
    return AgreeExceptionResult.answer(await this.commands.execute(command), command.exceptionId);
  }

  @Mutation(() => WithdrawExceptionResult.union, {
    description: 'Ends an exception from a day. By the worker or for the organisation.',
  })
  @Rule('boundaries')
  async withdrawException(
    @Args('input') { engagementId, effectiveOn, exceptionId }: WithdrawExceptionInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'WithdrawException', exceptionId, effectiveOn: effectiveOn ?? null } as const;
    return WithdrawExceptionResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      exceptionId,
    );
  }

  @Mutation(() => HoldReviewResult.union, {
    description: 'Records that worker and manager went through the lines together. Not by the worker.',
  })
  @Rule('boundaries')
  async holdReview(
    @Args('input') { engagementId, effectiveOn, outcome, nextReviewOn }: HoldReviewInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'HoldReview',
      outcome,
      nextReviewOn: nextReviewOn ?? null,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return HoldReviewResult.answer(
      await this.commands.execute(new OnBoundary(act, engagementId, command)),
      engagementId,
    );
  }
}
