import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AlignClauses } from '../application/align-clauses/align-clauses.handler.js';
import { FoundFramework } from '../application/found-framework/found-framework.handler.js';
import { OnFramework } from '../application/on-framework/on-framework.handler.js';
import { frameworkRefusals } from '../domain/index.js';
import { correctionIn } from './correction.input.js';
import {
  AdmitGroupMemberInput,
  AlignClausesInput,
  EndGroupMembershipInput,
  FoundFrameworkInput,
  SeparateClausesInput,
} from './framework.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, frameworkRefusals, { accepted, id: 'The framework.' });

const FoundFrameworkResult = result('FoundFramework', 'The framework is founded.');
const AdmitGroupMemberResult = result('AdmitGroupMember', 'The person is in the group from the day.');
const EndGroupMembershipResult = result(
  'EndGroupMembership',
  'The person is no longer in the group from the day.',
);
const AlignClausesResult = result('AlignClauses', 'The two clauses are compared with each other.');
const SeparateClausesResult = result(
  'SeparateClauses',
  'The two clauses are compared with each other no longer.',
);

@Resolver()
export class FrameworkCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => FoundFrameworkResult.union, {
    description: 'Founds the framework of a locality, by whoever leads the framework there.',
  })
  @Rule('framework')
  async foundFramework(@Args('input') input: FoundFrameworkInput, @Acting() act: Act) {
    const { localityId, name, effectiveOn, quorumShare, majorityShare } = input;
    const command = new FoundFramework(act, {
      localityId,
      name,
      effectiveOn,
      ...present({ quorumShare, majorityShare }),
    });
    return FoundFrameworkResult.answer(await this.commands.execute(command), command.frameworkId);
  }

  @Mutation(() => AdmitGroupMemberResult.union, {
    description:
      'Records that a person is in the group of a framework: they comment, vote and state dissent by themselves.',
  })
  @Rule('framework')
  async admitGroupMember(@Args('input') input: AdmitGroupMemberInput, @Acting() act: Act) {
    const { frameworkId, personId, organisationId, livedExperience, effectiveOn, corrects } = input;
    const command = {
      type: 'JoinGroup',
      personId,
      organisationId: organisationId ?? null,
      livedExperience,
      effectiveOn,
      ...correctionIn(corrects),
    } as const;
    return AdmitGroupMemberResult.answer(
      await this.commands.execute(new OnFramework(act, frameworkId, command)),
      frameworkId,
    );
  }

  @Mutation(() => EndGroupMembershipResult.union, {
    description:
      'Records that a person leaves the group of a framework. What they said and voted before stands.',
  })
  @Rule('framework')
  async endGroupMembership(
    @Args('input') { frameworkId, personId, effectiveOn, corrects }: EndGroupMembershipInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'LeaveGroup', personId, effectiveOn, ...correctionIn(corrects) } as const;
    return EndGroupMembershipResult.answer(
      await this.commands.execute(new OnFramework(act, frameworkId, command)),
      frameworkId,
    );
  }

  @Mutation(() => AlignClausesResult.union, {
    description:
      'Says that a clause of this framework and one of another are about the same thing, so that comparisons put them side by side.',
  })
  @Rule('framework')
  async alignClauses(
    @Args('input') { commandId: _, frameworkId, ...pair }: AlignClausesInput,
    @Acting() act: Act,
  ) {
    return AlignClausesResult.answer(
      await this.commands.execute(new AlignClauses(act, frameworkId, pair)),
      frameworkId,
    );
  }

  @Mutation(() => SeparateClausesResult.union, {
    description:
      'Takes back that a clause of this framework and one of another are about the same thing. Changes nothing where it was not said.',
  })
  @Rule('framework')
  async separateClauses(
    @Args('input') { commandId: _, frameworkId, ...pair }: SeparateClausesInput,
    @Acting() act: Act,
  ) {
    return SeparateClausesResult.answer(
      await this.commands.execute(new OnFramework(act, frameworkId, { type: 'SeparateClauses', ...pair })),
      frameworkId,
    );
  }
}
